import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import { somethingRuns } from "../domain/backupState.ts";
import { backupListQuery, LIST, LOCATION, locationQuery } from "./backupQueries.ts";
import { operationQuery, pollDelay } from "./operationQuery.ts";
import { listInterval, locationInterval, type Pace } from "./polling.ts";
import { useSession } from "./SessionContext.ts";
import type { StampSession } from "./stampSession.ts";
import { useToken } from "./useToken.ts";
import { useOperations } from "./useOperations.ts";
import { useRefresh } from "./useRefresh.ts";

/** Owns every interval of the open stamp; mounted once. All other hooks only read (I12). `paused`: operator's choice. */
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
        running: somethingRuns(query.state.data?.items ?? [], session.operations.getSnapshot().operations),
      }),
    notifyOnChangeProps: [],
  });
  useQuery({
    ...locationQuery(session),
    enabled,
    refetchInterval: () => locationInterval(paceOf(session, LOCATION, paused)),
    notifyOnChangeProps: [],
  });
  useListAfterEnd(operations.filter((operation) => operation.kind === "running").length);
  useNetworkEvents(session);
  useAskAfterSignIn();
}

/** Owns the interval of one running operation. Its result is read from the store. */
export function useOperationPolling(key: string): void {
  const session = useSession();
  useQuery({
    ...operationQuery(session, key),
    enabled: useMayAsk(),
    refetchInterval: () => untilTurn(session, key),
    notifyOnChangeProps: [],
  });
}

/** How a query of this stamp stands, for its interval. */
export function paceOf(session: StampSession, query: string, paused: boolean): Pace {
  const { clockRate, random } = session.world;
  return {
    running: false,
    trouble: session.troubles.get(query) ?? null,
    paused,
    rate: clockRate,
    random: random(),
  };
}

/** Ms until this tab may ask about an operation again: any tab's last question counts. */
function untilTurn(session: StampSession, key: string): number | false {
  const { operations, nextAskAt } = session.operations.getSnapshot();
  const operation = operations.find((one) => one.key === key);
  const delayMs = operation ? pollDelay(session, operation) : false;
  const dueAt = nextAskAt[key];
  if (delayMs === false || dueAt === undefined) return delayMs;
  return Math.min(Math.max(dueAt - session.world.wallClock(), SOON_MS), Math.max(delayMs, SOON_MS));
}

const SOON_MS = 300;

/** Without a token a stamp that wants one is asked nothing: it could only refuse. */
function useMayAsk(): boolean {
  const { wanted, present } = useToken();
  return !wanted || present;
}

/** A 401 stops all polling; the first token that is not known to be refused starts it again, where it stopped. */
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

/** When a run ends, the list and the essentials are asked at once: both have changed. */
function useListAfterEnd(running: number): void {
  const queryClient = useQueryClient();
  const { id } = useSession().stamp;
  useEffect(
    () => () => {
      void queryClient.invalidateQueries({ queryKey: ["stamp", id, LIST] });
      void queryClient.invalidateQueries({ queryKey: ["stamp", id, LOCATION] });
    },
    [queryClient, id, running],
  );
}

/** Going offline is shown at once, not at the next poll; a page back from the cache or from sleep asks once. */
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
    const onStorage = (event: StorageEvent) => session.operations.onStorage(event.key);
    window.addEventListener("offline", onOffline);
    window.addEventListener("pageshow", onPageShow);
    window.addEventListener("storage", onStorage);
    return () => {
      window.removeEventListener("offline", onOffline);
      window.removeEventListener("pageshow", onPageShow);
      window.removeEventListener("storage", onStorage);
    };
  }, [queryClient, session]);
}
