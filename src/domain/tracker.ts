import type { Backup } from "./backup.ts";
import type { ListItem } from "./backupState.ts";
import { trackListedRuns } from "./listedRuns";
import { failureOf } from "./failure.ts";
import {
  beginOperation,
  isTerminal,
  mayRun,
  step,
  type Operation,
  type Posting,
  type Reply,
} from "./operation.ts";
import { isUnfollowed } from "./unfollowed.ts";

/**
 * The operations of one stamp that this console knows of, newest first, and the only ways they change. Plain data:
 * it is stored as it is, shared by all tabs, and read back after a reload.
 */
export type Tracked = readonly Operation[];

/** Ended runs that are remembered: enough for the bell and for learning how long a run takes. */
const MOST_ENDED = 40;

/** After this an accepted run that never showed in the list is given up: it did not start, or was pruned long ago. */
const UNKNOWN_KEPT_MS = 24 * 3_600_000;

/**
 * Takes one accepted click; null when something is in the way, so that nothing is sent (I2). `anyway` is the
 * operator's word to wait no longer for an unknown outcome, nor for a run that this page cannot follow.
 */
export function startRun(
  tracked: Tracked,
  key: string,
  now: number,
  anyway = false,
): { tracked: Tracked; posting: Posting } | null {
  const inTheWay = tracked.some(
    (operation) =>
      mayRun(operation) && !(anyway && (operation.kind === "unknown" || isUnfollowed(operation, true))),
  );
  if (inTheWay) return null;
  const posting = beginOperation(key, now);
  return { tracked: [posting, ...tracked.filter((operation) => operation.kind !== "unknown")], posting };
}

/** Applies one reply to the operation of that key. An operation that is no longer there stays away. */
export function applyStartReply(tracked: Tracked, key: string, reply: Reply, now: number): Tracked {
  return change(tracked, key, (operation) => step(operation, reply, now));
}

/** Puts in a polled operation, unless what is there has ended or been answered meanwhile: replies overtake (I7). */
export function replaceOperation(tracked: Tracked, polled: Operation): Tracked {
  return change(tracked, polled.key, (operation) =>
    isTerminal(operation) || isOvertaken(polled, operation) ? operation : polled,
  );
}

/** A slow poll of a tab that had not heard of the newer answer must not take it back, nor make it "never askable". */
function isOvertaken(polled: Operation, operation: Operation): boolean {
  if (operation.kind !== "running" || operation.askedAt === null) return false;
  if (polled.kind === "running") return polled.answers < operation.answers;
  return polled.kind === "lost" && !polled.wasRunning;
}

function change(tracked: Tracked, key: string, by: (operation: Operation) => Operation | null): Tracked {
  return tracked.flatMap((operation) => {
    if (operation.key !== key) return [operation];
    const next = by(operation);
    return next ? [next] : [];
  });
}

/** A POST whose page is gone: its answer will never come, so it is an unknown outcome (I5). */
export function abandon(tracked: Tracked, key: string, now: number): Tracked {
  return change(tracked, key, (operation) =>
    operation.kind === "posting"
      ? step(operation, { kind: "noAnswer", failure: failureOf("unexpected") }, now)
      : operation,
  );
}

/** Takes in one good answer of the list: finds runs begun elsewhere, ties loose ends, forgets what is long past. */
export function applyList(
  tracked: Tracked,
  items: readonly ListItem[],
  now: number,
  pathOf: (backupId: string) => string,
): Tracked {
  return forget(trackListedRuns(backupsOf(items), tracked, now, pathOf), now);
}

/** Whether a job that was known to run is over since: list and location have changed then. */
export function hasEnded(before: Tracked, now: Tracked): boolean {
  const running = new Set(now.filter(mayRun).map(({ key }) => key));
  return before.some(
    (operation) => operation.kind === "running" && mayRun(operation) && !running.has(operation.key),
  );
}

/** The backups among list items. */
export function backupsOf(items: readonly ListItem[]): Backup[] {
  return items.flatMap((item) => (item.kind === "backup" ? [item.backup] : []));
}

function forget(tracked: Tracked, now: number): Tracked {
  let ended = 0;
  const kept = tracked.filter((operation) => {
    if (operation.kind === "unknown") return now - operation.startedAt < UNKNOWN_KEPT_MS;
    if (!isTerminal(operation)) return true;
    ended += 1;
    return ended <= MOST_ENDED;
  });
  return kept.length === tracked.length ? tracked : kept;
}
