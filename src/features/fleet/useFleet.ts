import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useMemo, useState } from "react";
import { useRefresh } from "../../queries/useRefresh.ts";
import { useSession } from "../../session/SessionContext.ts";
import type { StampSession } from "../../session/stampSession.ts";
import { useStore } from "../../store.ts";
import { createFleet } from "./fleet.ts";
import type { FleetEntry } from "./fleetEntries.ts";
import { createRequestMeter, type RequestRate } from "./fleetMeter.ts";
import { visitMs } from "./fleetPolling.ts";

/** All stamps, polled while this is mounted; StampBackground polls the open one. `paused`: the operator's choice. */
export function useFleet(
  sessions: readonly StampSession[],
  paused: boolean,
): { entries: readonly FleetEntry[]; refresh: () => void } {
  const queryClient = useQueryClient();
  const open = useSession();
  const refreshOpen = useRefresh();
  const fleet = useMemo(
    () => createFleet(sessions, open, queryClient, paused),
    [sessions, open, queryClient, paused],
  );
  useEffect(() => {
    const onStorage = (event: StorageEvent) => {
      for (const { operations } of sessions) operations.onStorage(event.key);
    };
    window.addEventListener("storage", onStorage);
    return () => window.removeEventListener("storage", onStorage);
  }, [sessions]);
  const refresh = () => {
    refreshOpen();
    fleet.refresh();
  };
  return { entries: useStore(fleet), refresh };
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
