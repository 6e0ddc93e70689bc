import { useEffect, useRef, useState } from "react";
import { version as consoleVersion } from "../../package.json";
import { fetchReportedStates } from "../api/reportedStates.ts";
import type { BackupRow } from "../domain/backupState.ts";
import type { BackupLocation } from "../domain/location.ts";
import { verificationRecord, type VerificationRecord } from "../domain/verificationRecord.ts";
import { useSession } from "../session/SessionContext.ts";

/** Backups requested in parallel, with two requests each. */
const AT_ONCE = 4;

/** Progress; null while not running. */
export interface RecordsProgress {
  done: number;
  all: number;
}

/** Requests list entry and job result of many backups, a few at a time. `collect` resolves to null if cancelled. */
export function useRecordsOfPeriod(location: BackupLocation | null): {
  progress: RecordsProgress | null;
  collect: (rows: readonly BackupRow[]) => Promise<VerificationRecord[] | null>;
  cancel: () => void;
} {
  const session = useSession();
  const [progress, setProgress] = useState<RecordsProgress | null>(null);
  const running = useRef<AbortController | null>(null);
  const cancel = () => {
    running.current?.abort();
    setProgress(null);
  };
  useEffect(() => () => running.current?.abort(), []);

  const recordOf = async (row: BackupRow & { id: string }, signal: AbortSignal) => {
    const { stamp, client, now } = session;
    const reported = await fetchReportedStates(client, row.id, now, signal);
    const facts = { stamp, row, location, consoleVersion, checkedBy: "", note: "", checkedAt: now() };
    return verificationRecord({ ...facts, ...reported });
  };
  const collect = async (rows: readonly BackupRow[]) => {
    cancel();
    const { signal } = (running.current = new AbortController());
    const named = rows.filter((row): row is BackupRow & { id: string } => row.id !== null);
    const records = new Map<string, VerificationRecord>();
    setProgress({ done: 0, all: named.length });
    const rest = named.values();
    const askOneByOne = async () => {
      for (const row of rest) {
        const record = await recordOf(row, signal);
        signal.throwIfAborted();
        records.set(row.id, record);
        setProgress({ done: records.size, all: named.length });
      }
    };
    try {
      // All workers share one iterator, so that each row is requested once.
      await Promise.all(Array.from({ length: AT_ONCE }, askOneByOne));
    } catch (error) {
      if (signal.aborted) return null;
      throw error;
    }
    setProgress(null);
    return named.flatMap(({ id }) => records.get(id) ?? []);
  };
  return { progress, collect, cancel };
}
