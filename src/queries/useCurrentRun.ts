import { useMemo, useSyncExternalStore } from "react";
import type { Busy } from "../domain/backupState.ts";
import { currentRun, type CurrentRun } from "../domain/currentRun.ts";
import { useSession } from "../session/SessionContext.ts";
import { perSession, useSessionStore } from "../session/sessionStore.ts";
import type { StampSession } from "../session/stampSession.ts";
import type { BackupsState } from "./useBackupState.ts";

const keyOf = ({ stamp }: StampSession) => `azsh-backup:v1:closed-run:${stamp.id}`;

const closedOf = perSession<string | null>(null);

/** What the run card shows, and how the operator closes the end of a run: for this tab, across its reloads. */
export function useCurrentRun({ rows }: BackupsState, busy: Busy): { run: CurrentRun; close: () => void } {
  const session = useSession();
  const { announced } = useSyncExternalStore(session.operations.subscribe, session.operations.getSnapshot);
  const closedHere = useSessionStore(closedOf);
  const closedKey = closedHere ?? readClosed(session);
  const run = useMemo(() => currentRun(rows, busy, announced, closedKey), [rows, busy, announced, closedKey]);
  const close = () => {
    if (run?.kind !== "ended") return;
    closedOf(session).set(run.operation.key);
    try {
      sessionStorage.setItem(keyOf(session), run.operation.key);
    } catch {
      // It is closed until the next reload.
    }
  };
  return { run, close };
}

function readClosed(session: StampSession): string | null {
  try {
    return sessionStorage.getItem(keyOf(session));
  } catch {
    return null;
  }
}
