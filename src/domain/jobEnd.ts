import type { BackupRow } from "./backupState.ts";
import { isTerminal } from "./operation.ts";

/** A longer gap is a page that was closed meanwhile, not a job that took so long. */
export const RECENT_TAIL_MS = 30 * 60_000;

/**
 * When a run's job ended, stamp time; null while it runs, or where nobody saw it end: the page was closed meanwhile, and
 * the operation's end is when it was asked again.
 */
export function jobEndedAt({ completedAt, operation }: BackupRow): number | null {
  if (!operation || !isTerminal(operation) || operation.kind === "lost") return null;
  const { endedAt } = operation;
  return endedAt - (completedAt ?? endedAt) > RECENT_TAIL_MS ? null : endedAt;
}

/** From a run's start to its job's end, where both are known. */
export function jobTookMs(row: BackupRow): number | null {
  const endedAt = jobEndedAt(row);
  return row.startedAt === null || endedAt === null || endedAt < row.startedAt
    ? null
    : endedAt - row.startedAt;
}
