import { useQueryClient, type QueryClient } from "@tanstack/react-query";
import { useCallback, useEffect, useMemo, useState, useSyncExternalStore } from "react";
import type { Stamp } from "../domain/stamp.ts";
import { createRequestMeter, type RequestRate } from "./fleetMeter.ts";
import { visitMs } from "./fleetPolling.ts";
import { createFleetPoller } from "./fleetPoller.ts";
import { createFleetStarts, type FleetStart, type FleetStarts } from "./fleetStarts.ts";
import { createFleetStore, type FleetEntry } from "./fleetStore.ts";
import { useSession } from "../session/SessionContext.ts";
import type { StampSession } from "../session/stampSession.ts";
import { useRefresh } from "./useRefresh.ts";

export interface Fleet {
  entries: readonly FleetEntry[];
  /** What became of Backup now, by stamp. */
  starts: readonly FleetStart[];
  /** One accepted click for these stamps. */
  start: (stampIds: readonly string[]) => void;
  dismissStarts: () => void;
  refresh: () => void;
}

/** Starts of a page's life: leaving the fleet page neither stops them nor forgets what became of them. */
const startsOf = new WeakMap<QueryClient, FleetStarts>();

/**
 * All stamps, asked while this is mounted. The open stamp is asked by its own page's background as ever; `paused` is the
 * operator's choice.
 */
export function useFleet(
  stamps: readonly Stamp[],
  sessionOf: (stamp: Stamp) => StampSession,
  paused: boolean,
): Fleet {
  const queryClient = useQueryClient();
  const open = useSession();
  const refreshOpen = useRefresh();
  const starts = startsFor(queryClient);
  const { sessions, poller, store } = useMemo(() => {
    const all = stamps.map(sessionOf);
    const touch = (id: string) => created.touch(id);
    const asked = createFleetPoller(
      all.filter((session) => session !== open),
      queryClient,
      touch,
    );
    const created = createFleetStore(all, queryClient, asked.isSlow);
    return { sessions: all, poller: asked, store: created };
  }, [stamps, sessionOf, open, queryClient]);
  const refresh = useCallback(() => {
    refreshOpen();
    poller.refresh();
  }, [poller, refreshOpen]);

  useEffect(() => {
    poller.start();
    return () => poller.stop();
  }, [poller]);
  useEffect(() => {
    const look = () => poller.rest(paused || document.hidden);
    const onOnline = () => poller.refreshSilent();
    const onStorage = (event: StorageEvent) => {
      for (const { operations } of sessions) operations.onStorage(event.key);
    };
    look();
    document.addEventListener("visibilitychange", look);
    window.addEventListener("focus", look);
    window.addEventListener("online", onOnline);
    window.addEventListener("storage", onStorage);
    return () => {
      document.removeEventListener("visibilitychange", look);
      window.removeEventListener("focus", look);
      window.removeEventListener("online", onOnline);
      window.removeEventListener("storage", onStorage);
    };
  }, [poller, sessions, paused]);

  return {
    entries: useSyncExternalStore(store.subscribe, store.getSnapshot),
    starts: useSyncExternalStore(starts.subscribe, starts.getSnapshot),
    start: (stampIds) => {
      const wanted = new Set(stampIds);
      void starts.start(sessions.filter(({ stamp }) => wanted.has(stamp.id))).then(() => {
        for (const id of stampIds) poller.refresh(id);
      });
    },
    dismissStarts: () => starts.dismiss(),
    refresh,
  };
}

function startsFor(queryClient: QueryClient): FleetStarts {
  const starts = startsOf.get(queryClient) ?? createFleetStarts();
  startsOf.set(queryClient, starts);
  return starts;
}

/** How far apart the visits to an idle stamp are, in the page's own time, ms. */
export function useFleetRound(stamps: number): number {
  return visitMs(stamps, useSession().world.clockRate);
}

const READING_MS = 2_000;

/** Requests that this page really sent to stamps within the last minute, since it shows them; read every few seconds. */
export function useRequestRate(): RequestRate {
  const { world } = useSession();
  const [rate, setRate] = useState<RequestRate>({ requests: 0, overMs: 0 });
  useEffect(() => {
    const meter = createRequestMeter(world.requestCount(), world.wallClock());
    const timer = setInterval(() => setRate(meter.read(world.requestCount(), world.wallClock())), READING_MS);
    return () => clearInterval(timer);
  }, [world]);
  return rate;
}
