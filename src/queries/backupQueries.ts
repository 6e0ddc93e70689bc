import { queryOptions } from "@tanstack/react-query";
import { getLocation, listBackups, type BackupList } from "../api/backups.ts";
import { toFailure } from "../api/errors.ts";
import { learn } from "../domain/tracker.ts";
import { operationPath } from "../domain/stamp.ts";
import { reviveIntents } from "./startBackup.ts";
import { noteAnswer, type StampSession } from "./stampSession.ts";

/** Answers younger than this are not asked for again by a focus or a mount (I12). */
const FRESH_MS = 4_000;

// Failures are told by `error` and backed off in refetchInterval: a retry in a hidden tab would pause and stall the
// polling. networkMode "always": a machine behind an air gap may call itself offline while the stamp answers.
const POLLED = {
  retry: false,
  networkMode: "always",
  staleTime: FRESH_MS,
  gcTime: Number.POSITIVE_INFINITY,
  refetchOnReconnect: true,
} as const;

export const LIST = "backups";
export const LOCATION = "location";

/** The stamp's list of backups. Every good answer also teaches the tracked operations. */
export function backupListQuery(session: StampSession) {
  return queryOptions({
    queryKey: ["stamp", session.stamp.id, LIST],
    queryFn: async ({ signal }): Promise<BackupList> => {
      const list = await noting(session, LIST, signal, () => listBackups(session.client, signal));
      const now = session.now();
      session.operations.update((operations) =>
        learn(operations, list.items, now, (id) => operationPath(session.stamp, id)),
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

async function noting<T>(
  session: StampSession,
  query: string,
  signal: AbortSignal,
  ask: () => Promise<T>,
): Promise<T> {
  try {
    const answer = await ask();
    noteAnswer(session, query, null);
    return answer;
  } catch (error) {
    // What this page itself gave up is no trouble of the stamp.
    if (!signal.aborted) noteAnswer(session, query, toFailure(error));
    throw error;
  }
}
