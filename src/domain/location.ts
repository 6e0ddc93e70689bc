import type { Failure } from "./failure.ts";

/** The stamp's backup location and schedule as it describes them; instants in epoch ms, null if not reported. */
export interface BackupLocation {
  /** File share path or blob container URL; null if backups stay on the stamp or were never configured. */
  path: string | null;
  /** `unknown`: the stamp names a path that could not be read. */
  storage: "share" | "blob" | "none" | "unknown";
  userName: string | null;
  thumbprint: string | null;
  frequencyHours: number | null;
  retentionDays: number | null;
  /** The stamp's text ("1.00 TB"): shown, never used in calculations (recordings: "1.00 TB" → "0.99 TB"). */
  capacity: string | null;
  schedulerEnabled: boolean | null;
  /** Keeps advancing while the scheduler is off (recordings: 21:19:27 → 07:19:27): don't show it then. */
  nextBackupAt: number | null;
  lastBackupAt: number | null;
}

/** What one backup takes on Modular Data Center stamps (docs/stamp-api.md "Limits and schedule"): none reports sizes. */
const GB_EACH = 20;

const GB_PER_UNIT: Readonly<Record<string, number>> = { mb: 1 / 1024, gb: 1, tb: 1024, pb: 1024 * 1024 };

/**
 * Estimates how many more backups fit into the free space, rounded down. `text` is the stamp's rounded text ("1.94 TB").
 * Null for text that isn't a number and a unit.
 */
export function backupsThatFit(text: string): { backups: number; gbEach: number } | null {
  const match = /^\s*(\d+(?:[.,]\d+)?)\s*([MGTP]B)\s*$/i.exec(text);
  const gbPerUnit = GB_PER_UNIT[match?.[2]?.toLowerCase() ?? ""];
  if (!match?.[1] || gbPerUnit === undefined) return null;
  const freeGb = Number(match[1].replace(",", ".")) * gbPerUnit;
  return { backups: Math.floor(freeGb / GB_EACH), gbEach: GB_EACH };
}

/** Whether backups leave the stamp, as far as reported; a 404 means that nothing was ever configured. */
export function storageOf(
  location: BackupLocation | null,
  failure: Failure | null,
): "set" | "none" | "unknown" {
  if (location === null) return failure?.kind === "notFound" ? "none" : "unknown";
  return location.storage === "share" || location.storage === "blob" ? "set" : location.storage;
}
