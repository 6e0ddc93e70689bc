import { useQuery, useQueryClient, type QueryClient } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import { somethingRuns } from "../domain/backupState.ts";
import type { Operation } from "../domain/operation.ts";
import { hasEnded } from "../domain/tracker.ts";
import { ALERTS, LIST, LOCATION, backupListQuery, locationQuery } from "./backupQueries.ts";
import { operationQuery, turnAt } from "./operationQuery.ts";
import { asksOnFocus, listInterval, locationInterval, type Pace } from "./polling.ts";
import { useSession } from "../session/SessionContext.ts";
import type { StampSession } from "../session/stampSession.ts";
import { useToken } from "../session/useToken.ts";
import { useOperations } from "../session/useOperations.ts";
import { useRefresh } from "./useRefresh.ts";

/** Polls the open stamp; mounted once. All other hooks only read (I12). `paused`: the operator's choice. */
export function useStampPolling(paused: boolean): void {
  const session = useSession();
  const operations = useOperations();
  const enabled = useMayAsk();
  useQuery({
    ...backupListQuery(session),
    enabled,
    refetchInterval: (query) =>
      listInterval({
        ...paceOf(session, LIST, paused),
        first: query.state.dataUpdateCount === 1,
        running: somethingRuns(query.state.data?.items ?? [], session.operations.get().operations),
      }),
    notifyOnChangeProps: [],
  });
  useQuery({
    ...locationQuery(session),
    enabled,
    refetchInterval: ({ state }) =>
      locationInterval({ ...paceOf(session, LOCATION, paused), first: state.dataUpdateCount === 1 }),
    notifyOnChangeProps: [],
  });
  useListAfterEnd(operations);
  useNetworkEvents(session);
  useAskAfterSignIn();
}

/** Polls one running operation. Its result is read from the store. */
export function useOperationPolling(key: string): void {
  const session = useSession();
  useQuery({
    ...operationQuery(session, key),
    enabled: useMayAsk(),
    refetchInterval: () => untilTurn(session, key),
    notifyOnChangeProps: [],
  });
}

/** What the interval of one of the stamp's queries depends on. */
export function paceOf(session: StampSession, query: string, paused: boolean): Pace {
  return {
    running: false,
    trouble: session.failureStreaks.get(query) ?? null,
    paused,
    rate: session.world.clockRate,
    seed: session.seed,
    signsIn: session.stamp.auth.kind !== "none",
  };
}

/** Ms until this tab may poll an operation again; polls by other tabs count. */
export function untilTurn(session: StampSession, key: string): number | false {
  const operation = session.operations.get().operations.find((one) => one.key === key);
  const dueAt = operation ? turnAt(session, operation) : null;
  return dueAt === null ? false : Math.max(dueAt - session.world.wallClock(), SOON_MS);
}

const SOON_MS = 300;

/** A stamp that requires a token is not polled without one: it could only refuse. */
function useMayAsk(): boolean {
  const { wanted, present } = useToken();
  return !wanted || present;
}

/** A 401 stops all polling; a new token resumes it. */
function useAskAfterSignIn(): void {
  const refresh = useRefresh();
  const { present, refused } = useToken();
  const good = present && !refused;
  const wasGood = useRef(good);
  useEffect(() => {
    if (good && !wasGood.current) refresh();
    wasGood.current = good;
  }, [good, refresh]);
}

/** When a run ends, list and location are requested immediately: both have changed. */
function useListAfterEnd(operations: readonly Operation[]): void {
  const queryClient = useQueryClient();
  const { id } = useSession().stamp;
  const before = useRef(operations);
  useEffect(() => {
    const ended = hasEnded(before.current, operations);
    before.current = operations;
    if (!ended) return;
    void queryClient.invalidateQueries({ queryKey: ["stamp", id, LIST] });
    void queryClient.invalidateQueries({ queryKey: ["stamp", id, LOCATION] });
  }, [queryClient, id, operations]);
}

/** Requests whatever was not requested a moment ago, failed or not. */
function askOnFocus(session: StampSession, queryClient: QueryClient): void {
  for (const query of [LIST, LOCATION, ALERTS]) {
    const askedAt = session.askedAt.get(query) ?? Number.NEGATIVE_INFINITY;
    if (!asksOnFocus(session.world.tick() - askedAt, session.failureStreaks.get(query) ?? null)) continue;
    const filters = { queryKey: ["stamp", session.stamp.id, query], type: "active" } as const;
    void queryClient.refetchQueries(filters, { cancelRefetch: false });
  }
}

/** Shows a lost connection immediately rather than at the next poll; a page shown again or restored requests once. */
function useNetworkEvents(session: StampSession): void {
  const queryClient = useQueryClient();
  useEffect(() => {
    const ask = () => void queryClient.invalidateQueries({ queryKey: ["stamp", session.stamp.id, LIST] });
    const onOffline = () => {
      session.offlineSince = session.world.tick();
      ask();
    };
    const onPageShow = (event: PageTransitionEvent) => {
      if (event.persisted) ask();
    };
    const onShown = () => {
      if (!document.hidden) askOnFocus(session, queryClient);
    };
    const onOnline = () =>
      void queryClient.refetchQueries({ queryKey: ["stamp", session.stamp.id], type: "active" });
    const onStorage = (event: StorageEvent) => session.operations.onStorage(event.key);
    window.addEventListener("offline", onOffline);
    window.addEventListener("online", onOnline);
    window.addEventListener("focus", onShown);
    document.addEventListener("visibilitychange", onShown);
    window.addEventListener("pageshow", onPageShow);
    window.addEventListener("storage", onStorage);
    return () => {
      window.removeEventListener("offline", onOffline);
      window.removeEventListener("online", onOnline);
      window.removeEventListener("focus", onShown);
      document.removeEventListener("visibilitychange", onShown);
      window.removeEventListener("pageshow", onPageShow);
      window.removeEventListener("storage", onStorage);
    };
  }, [queryClient, session]);
}
