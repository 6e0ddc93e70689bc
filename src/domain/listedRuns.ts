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

/** Two clocks and a request's way: a run listed this little before our POST may still be ours. */
const TOLERANCE_MS = 2 * 60_000;

/** A POST is given up after 30 s here and after 60 s by ARM: a run that began this long after it is another's. */
const LATEST_START_MS = 10 * 60_000;

/**
 * What the list teaches about operations: runs begun elsewhere are tracked, an accepted run without an address to
 * ask is tied to the backup that appeared for it, and the newest recent success is checked (docs/architecture.md "State model").
 * Returns the same array when there is nothing to learn. `pathOf` gives the operation's path for a backup id.
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
    // What a POST under way may have begun waits for its answer: tracked now, it would be two operations then.
    .filter((backup) => !posting.some((operation) => mayBe(operation, backup)))
    .map((backup) => trackElsewhere(backup.id, pathOf(backup.id), startedAtOf(backup), now));
  return learned || begun.length > 0 ? [...begun, ...adopted] : operations;
}

/** In progress, or the newest one that the list calls done and that ended a short while ago. */
function isWorthAsking(backup: Backup, all: readonly Backup[], now: number): boolean {
  if (isInProgress(backup.status)) return true;
  if (backup.status.kind !== "succeeded" && backup.status.kind !== "partiallySucceeded") return false;
  const completedAt = backup.completedAt;
  if (completedAt === null || now - completedAt > RECENT_MS) return false;
  return all.every((other) => other.completedAt === null || other.completedAt <= completedAt);
}

/** The listed backup that began nearest to the click; one whose beginning is not said comes last. */
function likeliest(operation: UnknownOutcome, backups: readonly Backup[]): Backup | null {
  const distance = (backup: Backup) =>
    Math.abs((startedAtOf(backup) ?? Number.POSITIVE_INFINITY) - operation.startedAt);
  const matches = backups.filter((backup) => mayBe(operation, backup));
  return matches.toSorted((a, b) => (distance(a) < distance(b) ? -1 : 1))[0] ?? null;
}

/** Whether a listed backup may be what this click began; it need not run any more, the page may have been away. */
function mayBe(operation: Posting | UnknownOutcome, backup: Backup): boolean {
  if (backup.automatic === true) return false;
  const startedAt = startedAtOf(backup);
  // A listed run in progress carries no dates (unverified: none was recorded); one job at a time makes it ours.
  if (startedAt === null) return isInProgress(backup.status);
  if (startedAt < operation.startedAt - TOLERANCE_MS) return false;
  return isInProgress(backup.status) || startedAt <= operation.startedAt + LATEST_START_MS;
}
