import type { BackupRow } from "./backupState.ts";
import { isTerminal } from "./operation.ts";

/** A longer gap means that the page was closed, not that the job took that long. */
export const RECENT_TAIL_MS = 30 * 60_000;

/**
 * When a run's job ended, stamp time; null while it runs, or if the page was closed at its end, because the operation's
 * end is then only the time of the next poll.
 */
export function jobEndedAt({ completedAt, operation }: BackupRow): number | null {
  if (!operation || !isTerminal(operation) || operation.kind === "lost") return null;
  const { endedAt } = operation;
  return endedAt - (completedAt ?? endedAt) > RECENT_TAIL_MS ? null : endedAt;
}

/** Span from a run's start to its job's end; null if either is unknown. */
export function jobTookMs(row: BackupRow): number | null {
  const endedAt = jobEndedAt(row);
  return row.startedAt === null || endedAt === null || endedAt < row.startedAt
    ? null
    : endedAt - row.startedAt;
}
