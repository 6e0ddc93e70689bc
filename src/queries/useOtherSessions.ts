import { use, useCallback, useMemo, useSyncExternalStore } from "react";
import type { Operation } from "../domain/operation.ts";
import { useSession } from "../session/SessionContext.ts";
import { StampsContext } from "../stamps/stampList.ts";
import { useStore } from "../store.ts";
import type { StampSession } from "../session/stampSession.ts";

/** Sessions of other stamps opened since this page loaded, on their own pages or on All stamps. */
export function useOtherSessions(): readonly StampSession[] {
  const open = useSession();
  // Not useStamps(), whose module finds stamps too and is no part of the first load.
  const known = use(StampsContext);
  if (!known) throw new Error("useOtherSessions is used outside StampsContext");
  const { opened, list } = known;
  const all = useStore(opened);
  const { stamps } = useStore(list);
  return useMemo(
    () => all.filter((session) => session !== open && stamps.includes(session.stamp)),
    [all, open, stamps],
  );
}

/** A run started here on a stamp that isn't open. */
export interface OtherRun {
  session: StampSession;
  operation: Operation;
}

/** Runs of other stamps started here, ended or not; the same array until one starts, ends or is announced. */
export function useOtherRuns(): readonly OtherRun[] {
  const sessions = useOtherSessions();
  const subscribe = useCallback(
    (listener: () => void) => {
      const ends = sessions.map(({ operations }) => operations.subscribe(listener));
      return () => {
        for (const end of ends) end();
      };
    },
    [sessions],
  );
  // Compared by value: operations change with every poll, the set of runs rarely.
  const steps = useSyncExternalStore(subscribe, () => runsOf(sessions).map(stepOf).join("\n"));
  // oxlint-disable-next-line react-hooks/exhaustive-deps -- `steps` stands for what the sessions' stores hold
  return useMemo(() => runsOf(sessions), [sessions, steps]);
}

function runsOf(sessions: readonly StampSession[]): OtherRun[] {
  return sessions.flatMap((session) =>
    session.operations
      .get()
      .operations.filter(({ origin }) => origin === "here")
      .map((operation) => ({ session, operation })),
  );
}

function stepOf({ session, operation: { key, kind } }: OtherRun): string {
  return `${session.stamp.id} ${key} ${kind} ${session.operations.get().announced[key]}`;
}
