import { ArrowClockwiseRegular } from "@fluentui/react-icons/svg/arrow-clockwise";
import { PauseRegular } from "@fluentui/react-icons/svg/pause";
import { PlayFilled } from "@fluentui/react-icons/svg/play";
import { ArrowSyncRegular } from "@fluentui/react-icons/svg/arrow-sync";
import type { Busy } from "../../domain/backupState.ts";
import { useRefresh } from "../../queries/useRefresh.ts";
import { CommandBar, type Command } from "../../ui/CommandBar.tsx";
import { setPreferences, usePreferences } from "../../ui/preferences.ts";
import { strings } from "../../ui/strings.ts";
import { UpdatedAt } from "./UpdatedAt.tsx";

const words = strings.commands;

export interface BackupCommandBarProps {
  busy: Busy;
  signedIn: boolean;
  /** Whether the question below the bar is open. */
  asking: boolean;
  onBackupNow: () => void;
}

/** Backup now, Refresh, pausing; what cannot be pressed says why. */
export function BackupCommandBar({ busy, signedIn, asking, onBackupNow }: BackupCommandBarProps) {
  const { autoRefresh } = usePreferences();
  const refresh = useRefresh();
  const commands: Command[] = [
    {
      key: "backup-now",
      label: words.backupNow,
      icon: <PlayFilled />,
      onClick: onBackupNow,
      blocked: signedIn ? whyBusy(busy) : strings.busy.signIn,
      expanded: asking,
    },
    { key: "refresh", label: words.refresh, icon: <ArrowClockwiseRegular />, onClick: refresh },
    {
      key: "pause",
      label: autoRefresh ? words.pause : words.resume,
      icon: autoRefresh ? <PauseRegular /> : <ArrowSyncRegular />,
      onClick: () => setPreferences({ autoRefresh: !autoRefresh }),
    },
  ];
  return <CommandBar label={words.label} commands={commands} aside={<UpdatedAt />} />;
}

function whyBusy(busy: Busy): string | null {
  if (busy === null) return null;
  if (busy.kind !== "running") return strings.busy[busy.kind];
  return busy.row.state.kind === "finishing" ? strings.busy.finishing : strings.busy.running;
}
