import { use, useCallback, useMemo, useSyncExternalStore } from "react";
import { useSession } from "../session/SessionContext.ts";
import { StampsContext } from "../stamps/stampList.ts";
import type { StampSession } from "../session/stampSession.ts";

/** Sessions of the other stamps that were opened in this page's life, on their own pages or on All stamps. */
export function useOtherSessions(): readonly StampSession[] {
  const open = useSession();
  // Not useStamps(), whose module finds stamps too and is no part of the first load.
  const known = use(StampsContext);
  if (!known) throw new Error("useOtherSessions is used outside StampsContext");
  const { opened, list } = known;
  const all = useSyncExternalStore(opened.subscribe, opened.get);
  const { stamps } = useSyncExternalStore(list.subscribe, list.get);
  return useMemo(
    () => all.filter((session) => session !== open && stamps.includes(session.stamp)),
    [all, open, stamps],
  );
}

/** A run that was started here, on a stamp that is not open. */
export interface OtherRun {
  session: StampSession;
  operationKey: string;
}

/** The runs that go on at other stamps, as far as they were started here; the same array while they are the same. */
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
  // A snapshot that compares by value: operations change with every poll, which runs there are does not.
  const keys = useSyncExternalStore(subscribe, () =>
    runsOf(sessions)
      .map(({ session, operationKey }) => `${session.stamp.id} ${operationKey}`)
      .join("\n"),
  );
  // oxlint-disable-next-line react-hooks/exhaustive-deps -- `keys` stands for what the sessions' stores hold
  return useMemo(() => runsOf(sessions), [sessions, keys]);
}

function runsOf(sessions: readonly StampSession[]): OtherRun[] {
  return sessions.flatMap((session) =>
    session.operations
      .get()
      .operations.filter(({ kind, origin }) => kind === "running" && origin === "here")
      .map(({ key }) => ({ session, operationKey: key })),
  );
}
