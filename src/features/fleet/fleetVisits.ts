import type { QueryClient, QueryObserverOptions } from "@tanstack/react-query";
import type { BackupList } from "../../api/backups.ts";
import { somethingRuns } from "../../domain/backupState.ts";
import { alertsQuery } from "../../queries/alertQueries.ts";
import {
  ALERTS,
  LIST,
  LOCATION,
  backupListQuery,
  locationQuery,
  POLLED,
} from "../../queries/backupQueries.ts";
import { operationQuery } from "../../queries/operationQuery.ts";
import type { Pace } from "../../queries/polling.ts";
import { paceOf, untilTurn } from "../../queries/useStampPolling.ts";
import type { StampSession } from "../../session/stampSession.ts";
import { PRIORITY, type FleetLanes } from "./fleetLanes.ts";
import { isKept, visitDueAt } from "./fleetPolling.ts";

/** What the visits of one page share. */
export interface Round {
  queryClient: QueryClient;
  lanes: FleetLanes;
  stamps: number;
  paused: boolean;
}

const SOON_MS = 300;

/** Whether a stamp wants a token that this page does not have, or refused the one it has: it could only refuse. */
export function isSignedOut({ stamp, token }: StampSession): boolean {
  const held = token.get();
  return stamp.auth.kind !== "none" && (held === null || held.refused);
}

/** When a query was last answered or failed, whichever component requested it (Date.now()); 0 for never. */
export function askedAtOf(session: StampSession, query: string, { queryClient }: Round): number {
  const state = queryClient.getQueryState(["stamp", session.stamp.id, query]);
  return Math.max(state?.dataUpdatedAt ?? 0, state?.errorUpdatedAt ?? 0);
}

/** State of the stamp's list, for the interval of its visits. */
export function listPaceOf(session: StampSession, { queryClient, paused }: Round): Pace {
  const list = queryClient.getQueryData<BackupList>(["stamp", session.stamp.id, LIST]);
  const running = somethingRuns(list?.items ?? [], session.operations.get().operations);
  return { ...paceOf(session, LIST, paused), running };
}

/**
 * Visits to one stamp: a query that runs the stamp's own queries in turn, so that a stamp needs one timer. Its key
 * is below the list's, so that invalidating the list causes a visit.
 */
export function visitQuery(session: StampSession, round: Round): QueryObserverOptions {
  const { lanes, stamps } = round;
  const { wallClock } = session.world;
  const list = backupListQuery(session);
  /** Ms until the next visit; false for none. */
  const wait = () => {
    const [askedAt, now] = [askedAtOf(session, LIST, round), wallClock()];
    if (askedAt === 0 || askedAt > now) return 0;
    const dueAt = visitDueAt(askedAt, stamps, listPaceOf(session, round));
    return dueAt !== null && Math.max(dueAt - now, 0);
  };
  return {
    ...POLLED,
    queryKey: [...list.queryKey, "visit"],
    queryFn: async ({ signal }) => {
      const known = askedAtOf(session, LIST, round) > 0;
      await lanes.ask(session, list, known ? PRIORITY.round : PRIORITY.firstList, signal);
      if (wantsMore(session, LOCATION, round)) {
        const first = askedAtOf(session, LOCATION, round) === 0;
        await lanes.ask(
          session,
          locationQuery(session),
          first ? PRIORITY.firstLocation : PRIORITY.round,
          signal,
        );
      }
      if (wantsMore(session, ALERTS, round))
        await lanes.ask(session, alertsQuery(session), PRIORITY.alerts, signal);
      return null;
    },
    // Computed rather than stored, so that requests by other components count.
    initialData: null,
    staleTime: () => (wait() === 0 ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY),
    enabled: !isSignedOut(session),
    refetchOnWindowFocus: true,
    refetchOnReconnect: () => (session.failureStreaks.has(LIST) ? "always" : true),
    refetchInterval: ({ state }) => {
      const waitMs = state.fetchStatus === "idle" && wait();
      return waitMs !== false && Math.max(waitMs, SOON_MS);
    },
    refetchIntervalInBackground: listPaceOf(session, round).running,
    notifyOnChangeProps: [],
  };
}

/** The visits to the runs of one stamp, each by its Retry-After. */
export function runQueries(session: StampSession, { lanes }: Round): QueryObserverOptions[] {
  const running = session.operations.get().operations.filter(({ kind }) => kind === "running");
  return running.map(({ key }) => ({
    ...POLLED,
    queryKey: [...operationQuery(session, key).queryKey, "visit"],
    queryFn: ({ signal }) =>
      lanes.ask(session, operationQuery(session, key), PRIORITY.operation, signal).then(() => null),
    enabled: !isSignedOut(session),
    refetchOnWindowFocus: true,
    refetchInterval: ({ state }) => state.fetchStatus === "idle" && untilTurn(session, key),
    refetchIntervalInBackground: true,
    notifyOnChangeProps: [],
  }));
}

/** Whether location or alerts are part of this visit. */
function wantsMore(session: StampSession, query: string, round: Round): boolean {
  const { stamp, failureStreaks, world } = session;
  const stateOf = (of: string) => round.queryClient.getQueryState(["stamp", stamp.id, of]);
  // If the list doesn't answer, nothing else is requested; if it is refused, the location may still be readable.
  const trouble = failureStreaks.get(LIST)?.failure.kind;
  const isSilent = trouble === "offline" || trouble === "timeout";
  if (trouble === "auth" || (isSilent && stateOf(LIST)?.data === undefined)) return false;
  const pace = paceOf(session, query, false);
  const kept = isKept(askedAtOf(session, query, round), world.wallClock(), round.stamps, pace);
  return !kept || stateOf(query)?.isInvalidated === true;
}
