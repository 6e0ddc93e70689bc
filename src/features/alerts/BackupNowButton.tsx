import { PlayFilled } from "@fluentui/react-icons/headless/svg/play";
import { useId } from "react";
import { alertStrings } from "../../ui/alertStrings.ts";
import { Button } from "@fluentui/react-components";

export interface BackupNowProps {
  /** Opens the command bar's own question; nothing is sent before it is answered. */
  onBackupNow: () => void;
  /** Why it cannot be pressed now. */
  blocked: string | null;
}

/** Backup now, from an alert that asks for it. */
export function BackupNowButton({ onBackupNow, blocked }: BackupNowProps) {
  const id = useId();
  return (
    <>
      <Button
        size="small"
        icon={<PlayFilled fontSize={16} />}
        disabledFocusable={blocked !== null}
        title={blocked ?? undefined}
        aria-describedby={blocked === null ? undefined : id}
        onClick={onBackupNow}
      >
        {alertStrings.backupNow}
      </Button>
      {blocked !== null && (
        <span id={id} className="visually-hidden">
          {blocked}
        </span>
      )}
    </>
  );
}
