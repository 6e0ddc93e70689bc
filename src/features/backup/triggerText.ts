import type { BackupRow } from "../../domain/backupState.ts";
import { strings } from "../../ui/strings.ts";

/** Who started it: the stamp's word (`isAutomaticBackup`), or ours while the stamp has not said. */
export function triggerText(row: BackupRow): string {
  const automatic = row.backup?.automatic ?? (row.operation?.origin === "here" ? false : null);
  if (automatic === null) return strings.list.unknownTrigger;
  return automatic ? strings.list.scheduled : strings.list.onDemand;
}
