import { queryOptions } from "@tanstack/react-query";
import { pollOnce } from "../api/operations.ts";
import { isBehind } from "../domain/behind.ts";
import type { Operation, Running } from "../domain/operation.ts";
import { replaceOperation } from "../domain/tracker.ts";
import { operationInterval } from "./polling.ts";
import type { StampSession } from "../session/stampSession.ts";

/** The poller of one operation. Its data is the operation itself; the store holds the same for all tabs. */
export function operationQuery(session: StampSession, key: string) {
  const { operations, world } = session;
  return queryOptions({
    queryKey: ["stamp", session.stamp.id, "operation", key],
    queryFn: async ({ signal }): Promise<Operation | null> => {
      return withTurn(session, key, async () => {
        // Read while holding the lock: another tab may have polled in the meantime.
        const operation = find(operations.reread().operations, key);
        if (operation?.kind !== "running") return operation;
        if ((turnAt(session, operation) ?? 0) > world.wallClock()) return operation;
        const polled = await pollOnce(session.client, operation, session.now, signal);
        operations.update((all) => replaceOperation(all, polled));
        const delayMs = pollDelay(session, polled);
        if (delayMs !== false) operations.noteAsked(key, world.wallClock() + delayMs - SLACK_MS);
        return find(operations.get().operations, key);
      });
    },
    retry: false,
    networkMode: "always",
    staleTime: 0,
    gcTime: Number.POSITIVE_INFINITY,
    refetchOnReconnect: true,
    refetchOnWindowFocus: true,
    refetchIntervalInBackground: true,
  });
}

/** A timer may fire slightly early by another tab's clock; that must not cost a whole interval. */
const SLACK_MS = 250;

/** A time service may correct the clock by this much; that is no reason to poll early. */
const CORRECTION_MS = 5_000;

/** Delay before the next poll of this operation, ms; false for none. Without a `seed`, the longest possible delay. */
export function pollDelay(
  session: StampSession,
  operation: Operation,
  seed: number | null = session.seed,
): number | false {
  return operationInterval(operation, session.now(), {
    rate: session.world.clockRate,
    seed,
    signsIn: session.stamp.auth.kind !== "none",
    hidden: typeof document !== "undefined" && document.hidden,
  });
}

/**
 * When any tab of this browser may poll this operation next (Date.now()); null for never. A stored time beyond the
 * longest delay predates a clock change or was written by something else: the poll is due now.
 */
export function turnAt(session: StampSession, operation: Operation): number | null {
  const longestMs = pollDelay(session, operation, null);
  if (longestMs === false) return null;
  const now = session.world.wallClock();
  const storedAt = session.operations.get().nextAskAt[operation.key] ?? now;
  return storedAt - now > longestMs + CORRECTION_MS ? now : storedAt;
}

/** Whether this operation's poll is overdue. Failed polls don't count: they are reported separately. */
export function isOperationBehind(session: StampSession, operation: Running): boolean {
  const { clockRate: rate } = session.world;
  const everyMs = operationInterval(operation, session.now(), {
    rate,
    seed: null,
    signsIn: true,
    hidden: true,
  });
  if (everyMs === false || operation.trouble) return false;
  return isBehind(operation.askedAt, everyMs * rate, session.now());
}

function find(operations: readonly Operation[], key: string): Operation | null {
  return operations.find((operation) => operation.key === key) ?? null;
}

/** With Web Locks, one tab at a time polls an operation; without them, each tab polls on its own. */
async function withTurn<T>(session: StampSession, key: string, ask: () => Promise<T>): Promise<T> {
  if (typeof navigator === "undefined" || !("locks" in navigator)) return ask();
  return navigator.locks.request(`azsh-backup:ask:${session.stamp.id}:${key}`, ask);
}
