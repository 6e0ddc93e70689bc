import type { Backup } from "./backup.ts";
import type { ListItem } from "./backupState.ts";
import { trackListedRuns } from "./listedRuns.ts";
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
 * The known operations of one stamp, newest first, and all changes to them. Plain data: stored as is, shared by all tabs,
 * and read back after a reload.
 */
export type Tracked = readonly Operation[];

/** Number of ended runs kept: enough for notifications and for estimates. */
const MOST_ENDED = 40;

/** After this, an accepted run that never appeared in the list is dropped: it didn't start, or was pruned. */
const UNKNOWN_KEPT_MS = 24 * 3_600_000;

/**
 * Adds the operation of one confirmed click; null if another one is in progress, so that nothing is sent (I2). `anyway`:
 * the operator no longer waits for an unknown outcome or for a run that can't be tracked.
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

/** Applies one reply to the operation with this key. A removed operation isn't added again. */
export function applyStartReply(tracked: Tracked, key: string, reply: Reply, now: number): Tracked {
  return change(tracked, key, (operation) => step(operation, reply, now));
}

/** Stores a polled operation, unless the stored one has ended or is newer: answers may arrive out of order (I7). */
export function replaceOperation(tracked: Tracked, polled: Operation): Tracked {
  return change(tracked, polled.key, (operation) =>
    isTerminal(operation) || isOvertaken(polled, operation) ? operation : polled,
  );
}

/** A slow poll by another tab must not replace a newer answer, or mark the operation as never polled. */
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

/** Marks a POST whose page is gone as an unknown outcome: its answer is lost (I5). */
export function abandon(tracked: Tracked, key: string, now: number): Tracked {
  return change(tracked, key, (operation) =>
    operation.kind === "posting"
      ? step(operation, { kind: "noAnswer", failure: failureOf("unexpected") }, now)
      : operation,
  );
}

/** Applies one successful list: finds runs started elsewhere, links accepted runs, drops old ones. */
export function applyList(
  tracked: Tracked,
  items: readonly ListItem[],
  now: number,
  pathOf: (backupId: string) => string,
): Tracked {
  return forget(trackListedRuns(backupsOf(items), tracked, now, pathOf), now);
}

/** Whether a running job has ended since: list and location have changed then. */
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
