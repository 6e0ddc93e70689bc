import type { Failure } from "./failure.ts";

/** The stamp's backup location and schedule as it describes them; instants in epoch ms, null where not said. */
export interface BackupLocation {
  /** File share path, or the blob container's URL; null where backups stay on the stamp or were never set up. */
  path: string | null;
  /** `unknown`: the stamp names a path that could not be read. */
  storage: "share" | "blob" | "none" | "unknown";
  userName: string | null;
  thumbprint: string | null;
  frequencyHours: number | null;
  retentionDays: number | null;
  /** The stamp's own text ("1.00 TB"): shown, never computed with (recordings: "1.00 TB" → "0.99 TB"). */
  capacity: string | null;
  schedulerEnabled: boolean | null;
  /** Keeps advancing while the scheduler is off (recordings: 21:19:27 → 07:19:27): never promise it then. */
  nextBackupAt: number | null;
  lastBackupAt: number | null;
}

/** What one backup takes on Modular Data Center stamps (docs/stamp-api.md "Limits and schedule"): none reports sizes. */
const GB_EACH = 20;

const GB_PER_UNIT: Readonly<Record<string, number>> = { mb: 1 / 1024, gb: 1, tb: 1024, pb: 1024 * 1024 };

/**
 * How many more backups fit into the free space, rounded down. `text` is the stamp's own ("1.94 TB"), rounded by it, and
 * good for no more than this. Null for any text that is not a number and a unit.
 */
export function backupsThatFit(text: string): { backups: number; gbEach: number } | null {
  const match = /^\s*(\d+(?:[.,]\d+)?)\s*([MGTP]B)\s*$/i.exec(text);
  const gbPerUnit = GB_PER_UNIT[match?.[2]?.toLowerCase() ?? ""];
  if (!match?.[1] || gbPerUnit === undefined) return null;
  const freeGb = Number(match[1].replace(",", ".")) * gbPerUnit;
  return { backups: Math.floor(freeGb / GB_EACH), gbEach: GB_EACH };
}

/** Whether backups leave the stamp, as far as it has told; a 404 is its answer that nothing was ever set up. */
export function storageOf(
  location: BackupLocation | null,
  failure: Failure | null,
): "set" | "none" | "unknown" {
  if (location === null) return failure?.kind === "notFound" ? "none" : "unknown";
  return location.storage === "share" || location.storage === "blob" ? "set" : location.storage;
}
