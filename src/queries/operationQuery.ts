import { queryOptions } from "@tanstack/react-query";
import { pollOnce } from "../api/operations.ts";
import type { Operation } from "../domain/operation.ts";
import { put } from "../domain/tracker.ts";
import { operationInterval } from "./polling.ts";
import type { StampSession } from "./stampSession.ts";

/** The poller of one operation. Its data is the operation itself; the store holds the same for all tabs. */
export function operationQuery(session: StampSession, key: string) {
  const { operations, world } = session;
  return queryOptions({
    queryKey: ["stamp", session.stamp.id, "operation", key],
    queryFn: async ({ signal }): Promise<Operation | null> => {
      return withTurn(session, key, async () => {
        // Read inside the turn: another tab may have asked meanwhile, and its answer is as good as ours.
        const stored = operations.getSnapshot();
        const operation = find(stored.operations, key);
        if (operation?.kind !== "running") return operation;
        if ((stored.nextAskAt[key] ?? 0) > world.wallClock()) return operation;
        const polled = await pollOnce(session.client, operation, session.now, signal);
        operations.update((all) => put(all, polled));
        const delayMs = pollDelay(session, polled);
        if (delayMs !== false) operations.noteAsked(key, world.wallClock() + delayMs - SLACK_MS);
        return find(operations.getSnapshot().operations, key);
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

/** Wait before this operation is asked again, ms; false when it is not to be. */
export function pollDelay(session: StampSession, operation: Operation): number | false {
  return operationInterval(operation, session.now(), {
    rate: session.world.clockRate,
    random: session.world.random(),
    hidden: typeof document !== "undefined" && document.hidden,
  });
}

function find(operations: readonly Operation[], key: string): Operation | null {
  return operations.find((operation) => operation.key === key) ?? null;
}

/** One tab at a time asks about one operation, where the browser has Web Locks; elsewhere each asks for itself. */
async function withTurn<T>(session: StampSession, key: string, ask: () => Promise<T>): Promise<T> {
  if (typeof navigator === "undefined" || !("locks" in navigator)) return ask();
  return navigator.locks.request(`azsh-backup:ask:${session.stamp.id}:${key}`, ask);
}
