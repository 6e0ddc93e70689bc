import { QueriesObserver, type QueryClient } from "@tanstack/react-query";
import { hasEnded } from "../../domain/tracker.ts";
import { LIST, LOCATION } from "../../queries/backupQueries.ts";
import type { StampSession } from "../../session/stampSession.ts";
import { createStore, type Readable } from "../../store.ts";
import { entryOf, type FleetEntry } from "./fleetEntries.ts";
import { createFleetLanes } from "./fleetLanes.ts";
import { isSignedOut, runQueries, visitQuery, type Round } from "./fleetVisits.ts";

/** The rows in the order of the stamps. Polls the stamps while there are subscribers. */
export interface Fleet extends Readable<readonly FleetEntry[]> {
  /** Asks all stamps, at the operator's word. */
  refresh: () => void;
}

/** Answers arrive one by one: rows that changed are shown together. */
const TOGETHER_MS = 200;
/** How often rows are looked at for what time alone changes, and timers for what the machine slept through. */
const BEAT_MS = 30_000;

/** The rows of these stamps, and the polling of all except the open one, which StampBackground polls. */
export function createFleet(
  sessions: readonly StampSession[],
  open: StampSession | null,
  queryClient: QueryClient,
  paused: boolean,
): Fleet {
  const lanes = createFleetLanes(queryClient);
  const round: Round = { queryClient, lanes, stamps: sessions.length, paused };
  const asked = sessions.filter((session) => session !== open);
  const polling = new QueriesObserver(queryClient, []);
  const rows = createStore(
    sessions.map((session) => entryOf(session, round)),
    attend,
  );
  const touched = new Set<unknown>();
  let pending: ReturnType<typeof setTimeout> | undefined;

  function show(all: boolean) {
    clearTimeout(pending);
    pending = undefined;
    const known = rows.get();
    const next = sessions.map((session, index) => {
      const before = known[index];
      return before && !all && !touched.has(session.stamp.id) ? before : entryOf(session, round, before, all);
    });
    touched.clear();
    const changed = next.some((entry, index) => entry !== known[index]);
    // A new or ended run, or a changed token, changes what is due.
    if (changed || all)
      polling.setQueries(asked.flatMap((one) => [visitQuery(one, round), ...runQueries(one, round)]));
    if (changed) rows.set(next);
  }

  function touch(stampId: unknown) {
    touched.add(stampId);
    pending ??= setTimeout(show, TOGETHER_MS, false);
  }

  /** List and location both change with a run's end, and with a token. */
  function askAnew({ stamp }: StampSession) {
    for (const query of [LOCATION, LIST])
      void queryClient.invalidateQueries({ queryKey: ["stamp", stamp.id, query] });
  }

  function attendOne(session: StampSession): (() => void)[] {
    const { operations, token, stamp } = session;
    let known = operations.get().operations;
    const onOperations = () => {
      const before = known;
      known = operations.get().operations;
      if (session !== open && hasEnded(before, known)) askAnew(session);
      touch(stamp.id);
    };
    const onToken = () => {
      if (session !== open && !isSignedOut(session)) askAnew(session);
      touch(stamp.id);
    };
    return [operations.subscribe(onOperations), token.subscribe(onToken)];
  }

  function attend(): () => void {
    const ends = [
      ...sessions.flatMap(attendOne),
      polling.subscribe(() => undefined),
      queryClient.getQueryCache().subscribe(({ type, query }) => {
        if (type === "updated") touch(query.queryKey[1]);
      }),
    ];
    const beat = setInterval(show, BEAT_MS, true);
    show(true);
    return () => {
      for (const end of ends) end();
      clearInterval(beat);
      clearTimeout(pending);
    };
  }

  return { get: rows.get, subscribe: rows.subscribe, refresh: () => asked.forEach(askAnew) };
}
