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

/** These hooks read what useStampPolling asks for: a mounting reader must not ask once more (I12). */
const READ_ONLY = { enabled: false } as const;

export interface BackupsState {
  rows: BackupRow[];
  operations: readonly Operation[];
  busy: Busy;
  /** Whether the list has ever been read. */
  loaded: boolean;
  incomplete: Incomplete | null;
  /** Why the last request brought no answer; null when it did. */
  failure: Failure | null;
}

interface BackupsReading {
  data: BackupList | undefined;
  error: Error | null;
  operations: readonly Operation[];
  state: BackupsState;
}

// One for all parts of the page that read it, and the rows of before to keep those that are the same.
const backupsReadingOf = createStampStore<BackupsReading | null>(null);

/** All that the page claims about the stamp's backups; the same object until one of its parts changes. */
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
