import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useMemo } from "react";
import { isBehind } from "../domain/behind.ts";
import { somethingRuns } from "../domain/backupState.ts";
import { backupListQuery, LIST } from "./backupQueries.ts";
import { listInterval } from "./polling.ts";
import { useSession } from "../session/SessionContext.ts";
import { createStampStore, useStampStore } from "../session/stampStore.ts";
import { useOperations } from "../session/useOperations.ts";

/** When the operator last asked for everything and got the list, local wall clock, epoch ms; 0 before. */
export const refreshedAtOf = createStampStore(0);

export interface ListReading {
  updatedAt: number | null;
  everyMs: number | null;
}

/**
 * How the list is read: `updatedAt`, when it was last read and brought something new, or was read at the operator's word
 * (local wall clock, epoch ms; null before the first time), and how often it is asked for while all goes well, ms. A
 * poll that brings nothing new changes neither.
 */
export function useListReading(): ListReading {
  const session = useSession();
  const queryClient = useQueryClient();
  const query = backupListQuery(session);
  const { data } = useQuery({ ...query, enabled: false, notifyOnChangeProps: ["data"] });
  const refreshedAt = useStampStore(refreshedAtOf);
  const operations = useOperations();
  const changedAt = useMemo(
    () => (data ? (queryClient.getQueryState(query.queryKey)?.dataUpdatedAt ?? 0) : 0),
    // The same list again is no change, and the key follows from the session.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
    [data, queryClient, session],
  );
  const running = somethingRuns(data?.items ?? [], operations);
  const everyMs = listInterval({
    running,
    trouble: null,
    paused: false,
    rate: session.world.clockRate,
    seed: null,
  });
  return { updatedAt: Math.max(changedAt, refreshedAt) || null, everyMs: everyMs || null };
}

/**
 * When the list last answered (local wall clock, epoch ms), where it should long have done so again and nothing else says
 * that it does not; null otherwise. Renders at each answer; a caller renders on a beat to notice that none comes.
 */
export function useListBehind({ everyMs }: ListReading): number | null {
  const session = useSession();
  const { dataUpdatedAt, error } = useQuery({ ...backupListQuery(session), enabled: false });
  const { tick } = session.world;
  // A hidden tab asks again when it is shown.
  const excused = error !== null || everyMs === null || document.hidden;
  if (excused || !isBehind(session.answeredAt.get(LIST) ?? null, everyMs, tick())) return null;
  return dataUpdatedAt;
}
