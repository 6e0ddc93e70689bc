import { noop, type FetchQueryOptions, type QueryClient } from "@tanstack/react-query";
import PQueue from "p-queue";
import type { StampSession } from "../../session/stampSession.ts";

/** Requests under way at once: of the six connections that browsers open over HTTP/1.1, one is left for a click. */
export const LANES = { quick: 3, slow: 2 } as const;

/**
 * A quick lane is held at least this long: nine requests a second. The queue's own `interval` reads the wall clock and
 * stands still for a day where that is set back by a day.
 */
const HOLD_MS = 330;

/** A request that takes longer is cancelled and sent again in a slow lane, with the client's own timeout. */
const PATIENCE_MS = 5_000;

/** Higher goes first: running, then not read yet, stamp by stamp, then the regular visits. */
export const PRIORITY = { operation: 4, firstLocation: 3, firstList: 2, round: 1, alerts: 0 } as const;

/** A query of a stamp. */
type Question<T> = FetchQueryOptions<T, Error, T, string[]>;

/** The fleet's limit on requests. Stamps that do not answer have lanes of their own and keep no other waiting. */
export function createFleetLanes(queryClient: QueryClient) {
  const quick = new PQueue({ concurrency: LANES.quick });
  const slow = new PQueue({ concurrency: LANES.slow });
  const slowStamps = new Set<StampSession>();

  async function askPatiently<T>({ world }: StampSession, query: Question<T>): Promise<boolean> {
    const askedAt = world.tick();
    // Stale whatever the clock says: after it was set back, answers look as if they came from the future.
    await queryClient.fetchQuery({ ...query, staleTime: Number.NEGATIVE_INFINITY }).catch(noop);
    return world.tick() - askedAt < PATIENCE_MS;
  }

  async function askQuickly<T>(session: StampSession, query: Question<T>, patient: boolean): Promise<void> {
    const giveUp = () => {
      slowStamps.add(session);
      void queryClient.cancelQueries({ queryKey: query.queryKey, exact: true });
    };
    const timer = patient ? undefined : setTimeout(giveUp, PATIENCE_MS);
    await Promise.all([askPatiently(session, query), new Promise((resolve) => setTimeout(resolve, HOLD_MS))]);
    clearTimeout(timer);
  }

  return {
    /** Stamps whose last answer took too long. */
    slowStamps,
    /** Sends the request in its turn; resolves once answered or failed, which the query reports. Raises if `signal` is aborted. */
    async ask<T>(
      session: StampSession,
      query: Question<T>,
      priority: number,
      signal: AbortSignal,
    ): Promise<void> {
      const patient = priority === PRIORITY.operation;
      if (!slowStamps.has(session)) {
        await quick.add(() => askQuickly(session, query, patient), { priority, signal });
        if (!slowStamps.has(session)) return;
      }
      const inTime = await slow.add(() => askPatiently(session, query), { priority, signal });
      if (inTime) slowStamps.delete(session);
    },
  };
}

export type FleetLanes = ReturnType<typeof createFleetLanes>;
