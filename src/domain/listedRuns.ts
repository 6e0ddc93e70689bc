import { isInProgress, startedAtOf, type Backup } from "./backup.ts";
import {
  attachBackup,
  trackElsewhere,
  type Operation,
  type Posting,
  type UnknownOutcome,
} from "./operation.ts";

/**
 * A listed success younger than this is checked against its operation: the list runs ahead of the job by seconds
 * to 15 minutes (docs/stamp-api.md "Completion time"); an hour covers both with room for a slow stamp.
 */
export const RECENT_MS = 60 * 60_000;

/** Allows for clock differences and latency: a run listed this little before our POST may be ours. */
const TOLERANCE_MS = 2 * 60_000;

/** A POST times out after 30 s here and after 60 s in ARM: a run that started this long after it isn't ours. */
const LATEST_START_MS = 10 * 60_000;

/**
 * Updates operations from the list: tracks runs started elsewhere, links an accepted run without a tracking address to
 * its backup once that is listed, and checks the newest recent success (docs/architecture.md "State model").
 * Returns the same array if nothing changes. `pathOf` gives the operation's path for a backup id.
 */
export function trackListedRuns(
  backups: readonly Backup[],
  operations: readonly Operation[],
  now: number,
  pathOf: (backupId: string) => string,
): readonly Operation[] {
  const known = new Set(operations.map((operation) => operation.id));
  const untaken = new Map<string, Backup>();
  for (const backup of backups) if (!known.has(backup.id)) untaken.set(backup.id, backup);
  if (untaken.size === 0) return operations;
  let learned = false;
  const adopted = operations.map((operation) => {
    const match = operation.kind === "unknown" ? likeliest(operation, [...untaken.values()]) : null;
    if (operation.kind !== "unknown" || !match) return operation;
    learned = true;
    untaken.delete(match.id);
    return attachBackup(operation, match.id, pathOf(match.id));
  });
  const posting = operations.filter((operation) => operation.kind === "posting");
  const begun = [...untaken.values()]
    .filter((backup) => isWorthAsking(backup, backups, now))
    // A run that our pending POST may have started waits for its answer; tracking it now would duplicate the operation.
    .filter((backup) => !posting.some((operation) => mayBe(operation, backup)))
    .map((backup) => trackElsewhere(backup.id, pathOf(backup.id), startedAtOf(backup), now));
  return learned || begun.length > 0 ? [...begun, ...adopted] : operations;
}

/** In progress, or the newest one listed as done that ended recently. */
function isWorthAsking(backup: Backup, all: readonly Backup[], now: number): boolean {
  if (isInProgress(backup.status)) return true;
  if (backup.status.kind !== "succeeded" && backup.status.kind !== "partiallySucceeded") return false;
  const completedAt = backup.completedAt;
  if (completedAt === null || now - completedAt > RECENT_MS) return false;
  return all.every((other) => other.completedAt === null || other.completedAt <= completedAt);
}

/** The listed backup whose start is nearest to the click; those without a start come last. */
function likeliest(operation: UnknownOutcome, backups: readonly Backup[]): Backup | null {
  const distance = (backup: Backup) =>
    Math.abs((startedAtOf(backup) ?? Number.POSITIVE_INFINITY) - operation.startedAt);
  const matches = backups.filter((backup) => mayBe(operation, backup));
  return matches.toSorted((a, b) => (distance(a) < distance(b) ? -1 : 1))[0] ?? null;
}

/** Whether this click may have started a listed backup, which may have ended while the page was closed. */
function mayBe(operation: Posting | UnknownOutcome, backup: Backup): boolean {
  if (backup.automatic === true) return false;
  const startedAt = startedAtOf(backup);
  // A listed run in progress has no dates (unverified: none was recorded); only one job runs at a time, so it is ours.
  if (startedAt === null) return isInProgress(backup.status);
  if (startedAt < operation.startedAt - TOLERANCE_MS) return false;
  return isInProgress(backup.status) || startedAt <= operation.startedAt + LATEST_START_MS;
}
