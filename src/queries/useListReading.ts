import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useMemo } from "react";
import { somethingRuns } from "../domain/backupState.ts";
import { backupListQuery } from "./backupQueries.ts";
import { listInterval } from "./polling.ts";
import { useSession } from "./SessionContext.ts";
import { perSession, useSessionStore } from "./sessionStore.ts";
import { useOperations } from "./useOperations.ts";

/** When the operator last asked for everything and got the list, local wall clock, epoch ms; 0 before. */
export const refreshedAtOf = perSession(0);

/**
 * How the list is read: `updatedAt`, when it was last read and brought something new, or was read at the operator's word
 * (local wall clock, epoch ms; null before the first time), and how often it is asked for while all goes well, ms. A
 * poll that brings nothing new changes neither.
 */
export function useListReading(): { updatedAt: number | null; everyMs: number | null } {
  const session = useSession();
  const queryClient = useQueryClient();
  const query = backupListQuery(session);
  const { data } = useQuery({ ...query, enabled: false, notifyOnChangeProps: ["data"] });
  const refreshedAt = useSessionStore(refreshedAtOf);
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
    random: 0,
  });
  return { updatedAt: Math.max(changedAt, refreshedAt) || null, everyMs: everyMs || null };
}
