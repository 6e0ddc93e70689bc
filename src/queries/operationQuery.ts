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
        // Read inside the turn: another tab may have asked meanwhile, and its answer is as good as ours.
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

/** A timer may fire a little early against another tab's clock reading; that must not cost a whole interval. */
const SLACK_MS = 250;

/** By so much a time service corrects a clock in passing: no reason to ask before the turn. */
const CORRECTION_MS = 5_000;

/** Wait before this operation is asked again, ms; false when it is not to be. Without a `seed` the longest it may be. */
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
 * When this operation may be asked by any tab of this browser, Date.now(); null when it is not to be. A stored time that
 * lies further off than the longest wait was written before the clock was set back, or by another hand: it is due now.
 */
export function turnAt(session: StampSession, operation: Operation): number | null {
  const longestMs = pollDelay(session, operation, null);
  if (longestMs === false) return null;
  const now = session.world.wallClock();
  const storedAt = session.operations.get().nextAskAt[operation.key] ?? now;
  return storedAt - now > longestMs + CORRECTION_MS ? now : storedAt;
}

/** Whether this operation should long have been asked about and was not; trouble with asking is told by itself. */
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

/** One tab at a time asks about one operation, where the browser has Web Locks; elsewhere each asks for itself. */
async function withTurn<T>(session: StampSession, key: string, ask: () => Promise<T>): Promise<T> {
  if (typeof navigator === "undefined" || !("locks" in navigator)) return ask();
  return navigator.locks.request(`azsh-backup:ask:${session.stamp.id}:${key}`, ask);
}
