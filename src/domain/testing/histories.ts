import { historyOf, type BackupHistory, type HistoryFacts } from "../backupHistory.ts";
import { reconcile } from "../backupState.ts";
import type { Backup } from "../backup.ts";
import { aBackup, HOUR, listed, MINUTE, NOON, type PlainStatusKind } from "./fixtures.ts";
import { aLocation } from "./locations.ts";

/** Half an hour before the next slot of `aLocation`, which lies at midnight. */
export const LATE_EVENING = NOON + 12 * HOUR - 30 * MINUTE;

/** A scheduled backup of the slot so many hours from noon (negative: before), which took ten minutes. */
export function scheduled(
  hours: number,
  status: PlainStatusKind = "succeeded",
  known: Partial<Omit<Backup, "status">> = {},
): Backup {
  return ranAt(NOON + hours * HOUR, status, { automatic: true, ...known });
}

/** A backup on demand that began so many hours from noon. */
export function onDemand(hours: number, status: PlainStatusKind = "succeeded"): Backup {
  return ranAt(NOON + hours * HOUR, status, { automatic: false });
}

function ranAt(startedAt: number, status: PlainStatusKind, known: Partial<Omit<Backup, "status">>): Backup {
  const tookMs = known.tookMs ?? 10 * MINUTE;
  return aBackup({
    id: `at-${(startedAt - NOON) / HOUR}`,
    status,
    completedAt: startedAt + (tookMs ?? 0),
    tookMs,
    ...known,
  });
}

/** The history of these backups on a stamp with a slot at noon and at midnight. */
export function aHistory(
  backups: readonly Backup[],
  known: Partial<HistoryFacts> = {},
  now: number = LATE_EVENING,
): BackupHistory {
  const rows = reconcile(listed(...backups), [], now);
  const facts = { rows, listIncomplete: false, listReadAt: now, location: aLocation(), alerts: [] };
  return historyOf({ ...facts, ...known }, now);
}
