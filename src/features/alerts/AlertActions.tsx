import { Button } from "@fluentui/react-components";
import { useId } from "react";
import { actionsOf, type Alert, type OverviewAction } from "../../domain/alert.ts";
import { useLocationState } from "../../queries/useBackupState.ts";
import { commonStrings } from "../../common/strings.ts";
import { alertStrings } from "./strings.ts";

export interface AlertActionsProps {
  alert: Alert;
  /** Opens the overview's own question or pane; nothing is sent before it is answered there. */
  onAct: (action: OverviewAction) => void;
  configurationHref: string;
  signedIn: boolean;
  /** Why no backup can be started now; null when one can. */
  backupDisabledReason: string | null;
}

/** Buttons for what ends an alert's cause. */
export function AlertActions(props: AlertActionsProps) {
  const { alert, onAct, configurationHref, signedIn, backupDisabledReason } = props;
  const { location } = useLocationState();
  const reasons: Record<OverviewAction, string | null> = {
    backupNow: backupDisabledReason,
    prune: null,
    // The confirmation offers the opposite of the current state; an alert may outlive its cause by a minute.
    enableAutomatic:
      location?.schedulerEnabled === false
        ? null
        : location?.schedulerEnabled
          ? alertStrings.automaticOn
          : alertStrings.automaticUnknown,
  };
  return actionsOf(alert).map((action) =>
    action === "retention" || action === "configuration" ? (
      <Button key={action} as="a" href={`#${configurationHref}`} size="small">
        {alertStrings.actions[action]}
      </Button>
    ) : (
      <ActionButton
        key={action}
        label={alertStrings.actions[action]}
        disabledReason={signedIn ? reasons[action] : commonStrings.busy.signIn}
        onClick={() => onAct(action)}
      />
    ),
  );
}

interface ActionButtonProps {
  label: string;
  disabledReason: string | null;
  onClick: () => void;
}

function ActionButton({ label, disabledReason, onClick }: ActionButtonProps) {
  const id = useId();
  return (
    <>
      <Button
        size="small"
        disabledFocusable={disabledReason !== null}
        title={disabledReason ?? undefined}
        aria-describedby={disabledReason === null ? undefined : id}
        onClick={onClick}
      >
        {label}
      </Button>
      {disabledReason !== null && (
        <span id={id} className="visually-hidden">
          {disabledReason}
        </span>
      )}
    </>
  );
}
