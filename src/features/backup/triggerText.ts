import { isAutomatic, type BackupRow } from "../../domain/backupState.ts";
import { strings } from "../../ui/strings.ts";

/** Who started it, in a word. */
export function triggerText(row: BackupRow): string {
  const automatic = isAutomatic(row);
  if (automatic === null) return strings.list.unknownTrigger;
  return automatic ? strings.list.scheduled : strings.list.onDemand;
}
