import { queryOptions } from "@tanstack/react-query";
import { getLocation, listBackups, type BackupList } from "../api/backups.ts";
import { toFailure } from "../api/errors.ts";
import type { Failure } from "../domain/failure.ts";
import { applyList } from "../domain/tracker.ts";
import { operationPath } from "../domain/stamp.ts";
import { FRESH_MS } from "./polling.ts";
import { reviveIntents } from "../session/startBackup.ts";
import { noteAnswer, type StampSession } from "../session/stampSession.ts";

// No retries: a failure is reported as `error`, and refetchInterval backs off; a retry in a hidden tab would pause and
// stall polling. networkMode "always": a machine behind an air gap may report itself offline while the stamp answers.
export const POLLED = {
  retry: false,
  networkMode: "always",
  staleTime: FRESH_MS,
  gcTime: Number.POSITIVE_INFINITY,
  // useNetworkEvents does both, on a monotonic clock.
  refetchOnReconnect: false,
  refetchOnWindowFocus: false,
} as const;

export const LIST = "backups";
export const LOCATION = "location";
export const ALERTS = "alerts";

/** The stamp's list of backups. Every successful answer also updates the tracked operations. */
export function backupListQuery(session: StampSession) {
  return queryOptions({
    queryKey: ["stamp", session.stamp.id, LIST],
    queryFn: async ({ signal }): Promise<BackupList> => {
      const list = await noting(session, LIST, signal, () => listBackups(session.client, signal));
      const now = session.now();
      session.operations.update((operations) =>
        applyList(operations, list.items, now, (id) => operationPath(session.stamp, id)),
      );
      await reviveIntents(session);
      return list;
    },
    ...POLLED,
  });
}

/** The stamp's backup location: Essentials and Configuration. */
export function locationQuery(session: StampSession) {
  return queryOptions({
    queryKey: ["stamp", session.stamp.id, LOCATION],
    queryFn: ({ signal }) => noting(session, LOCATION, signal, () => getLocation(session.client, signal)),
    ...POLLED,
  });
}

/**
 * Failure of a query's last request; null if it succeeded. A query without data drops its error while it refetches,
 * which would show "loading" at each retry, so the session keeps it.
 */
export function queryFailure(
  session: StampSession,
  query: string,
  error: Error | null | undefined,
): Failure | null {
  if (error) return toFailure(error);
  const kept = session.failureStreaks.get(query)?.failure ?? null;
  // A new token has not been tried yet.
  return kept?.kind === "auth" && session.token.get()?.refused === false ? null : kept;
}

/** Sends the request and counts consecutive failures, which set the query's backoff. */
export async function noting<T>(
  session: StampSession,
  query: string,
  signal: AbortSignal,
  ask: () => Promise<T>,
): Promise<T> {
  session.askedAt.set(query, session.world.tick());
  try {
    const answer = await ask();
    noteAnswer(session, query, null);
    return answer;
  } catch (error) {
    // A request that this page cancelled is no failure of the stamp.
    if (!signal.aborted) noteAnswer(session, query, toFailure(error));
    throw error;
  }
}
