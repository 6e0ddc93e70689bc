import { useMemo } from "react";
import type { Busy } from "../domain/backupState.ts";
import { currentRun, type CurrentRun } from "../domain/currentRun.ts";
import { useSession } from "../session/SessionContext.ts";
import { createStampStore, useStampStore } from "../session/stampStore.ts";
import { useStore } from "../store.ts";
import type { StampSession } from "../session/stampSession.ts";
import type { BackupsState } from "./useBackupState.ts";

const keyOf = ({ stamp }: StampSession) => `azsh-backup:v1:closed-run:${stamp.id}`;

const closedRunOf = createStampStore<string | null>(null);

/** The run card's content, and `close` to dismiss a finished run in this tab, across reloads. */
export function useCurrentRun({ rows }: BackupsState, busy: Busy): { run: CurrentRun; close: () => void } {
  const session = useSession();
  const announced = useStore(session.operations, (stored) => stored.announced);
  const closedHere = useStampStore(closedRunOf);
  const closedKey = closedHere ?? readClosed(session);
  const run = useMemo(() => currentRun(rows, busy, announced, closedKey), [rows, busy, announced, closedKey]);
  const close = () => {
    if (run?.kind !== "ended") return;
    closedRunOf(session).set(run.operation.key);
    try {
      sessionStorage.setItem(keyOf(session), run.operation.key);
    } catch {
      // Closed until the next reload only.
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
