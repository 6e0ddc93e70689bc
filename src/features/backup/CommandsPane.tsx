import { Commands, type CommandAction } from "../../common/Commands.tsx";
import { commandStrings } from "../../common/commandStrings.ts";
import { useBackupsState } from "../../queries/useBackupState.ts";
import { SidePane } from "../../ui/SidePane.tsx";

const ACTIONS: readonly CommandAction[] = [
  "start",
  "track",
  "list",
  "backup",
  "follow",
  "settings",
  "pruneDryRun",
  "prune",
  "alerts",
  "testShare",
];

/** The portal's "View API", and the same for PowerShell: everything this blade does at the stamp. */
export function CommandsPane({ open, onClose }: { open: boolean; onClose: () => void }) {
  const { rows } = useBackupsState();
  const newest = rows.find(({ id }) => id !== null)?.id ?? null;
  const actions = ACTIONS.filter((action) => newest !== null || (action !== "backup" && action !== "follow"));
  return (
    <SidePane
      open={open}
      label={commandStrings.title}
      title={commandStrings.title}
      closeLabel={commandStrings.close}
      onClose={onClose}
    >
      <Commands actions={actions} backupId={newest} />
    </SidePane>
  );
}
