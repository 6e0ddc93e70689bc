import { replaceEqualDeep, useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import type { BackupList, Incomplete } from "../api/backups.ts";
import { busyWith, reconcile, type BackupRow, type Busy } from "../domain/backupState.ts";
import type { Failure } from "../domain/failure.ts";
import type { BackupLocation } from "../domain/location.ts";
import type { Operation } from "../domain/operation.ts";
import { backupListQuery, queryFailure, LIST, LOCATION, locationQuery } from "./backupQueries.ts";
import { useSession } from "../session/SessionContext.ts";
import { createStampStore } from "../session/stampStore.ts";
import type { StampSession } from "../session/stampSession.ts";
import { useOperations } from "../session/useOperations.ts";

/** These hooks only read what useStampPolling requests: mounting one must not send another request (I12). */
const READ_ONLY = { enabled: false } as const;

export interface BackupsState {
  rows: BackupRow[];
  operations: readonly Operation[];
  busy: Busy;
  /** Whether the list has ever been read. */
  loaded: boolean;
  incomplete: Incomplete | null;
  /** Why the last request failed; null if it succeeded. */
  failure: Failure | null;
}

interface BackupsReading {
  data: BackupList | undefined;
  error: Error | null;
  operations: readonly Operation[];
  state: BackupsState;
}

// Shared by all readers; holds the previous rows so that unchanged ones keep their identity.
const backupsReadingOf = createStampStore<BackupsReading | null>(null);

/** Everything the page shows about the stamp's backups; the same object until something in it changes. */
export function useBackupsState(): BackupsState {
  const session = useSession();
  const operations = useOperations();
  const { data, error } = useQuery({ ...backupListQuery(session), ...READ_ONLY });
  return useMemo(() => stateOf(session, data, error, operations), [session, data, error, operations]);
}

function stateOf(
  session: StampSession,
  data: BackupList | undefined,
  error: Error | null,
  operations: readonly Operation[],
): BackupsState {
  const { get, set } = backupsReadingOf(session);
  const before = get();
  if (before?.data === data && before?.error === error && before.operations === operations)
    return before.state;
  const rows = replaceEqualDeep(before?.state.rows, reconcile(data?.items ?? [], operations, session.now()));
  const state: BackupsState = {
    rows,
    busy: busyWith(rows, operations),
    operations,
    loaded: data !== undefined,
    incomplete: data?.incomplete ?? null,
    failure: queryFailure(session, LIST, error),
  };
  set({ data, error, operations, state });
  return state;
}

export interface LocationState {
  location: BackupLocation | null;
  failure: Failure | null;
}

/** The backup location as last read. */
export function useLocationState(): LocationState {
  const session = useSession();
  const { data, error } = useQuery({ ...locationQuery(session), ...READ_ONLY });
  return { location: data ?? null, failure: queryFailure(session, LOCATION, error) };
}
