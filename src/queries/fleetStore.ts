import type { QueryClient } from "@tanstack/react-query";
import type { AlertList } from "../api/alerts.ts";
import type { BackupList } from "../api/backups.ts";
import { toFailure } from "../api/errors.ts";
import { fleetStateOf, type FleetFacts, type FleetState } from "../domain/fleet.ts";
import { noAlertsSentence } from "../domain/sentences.ts";
import type { Failure } from "../domain/failure.ts";
import type { BackupLocation } from "../domain/location.ts";
import type { Stamp } from "../domain/stamp.ts";
import { ALERTS, LIST, LOCATION } from "./backupQueries.ts";
import { isSignedOut } from "./fleetMember.ts";
import type { StampSession } from "../session/stampSession.ts";

/** One row of the fleet: the same object until what it says changes. */
export interface FleetEntry {
  stamp: Stamp;
  state: FleetState;
  /** When the list last answered, Date.now(), where it does not answer now; null where it does, or never did. */
  lastAnswerAt: number | null;
  /** Stamp time, epoch ms. */
  now: () => number;
}

export interface FleetStore {
  /** In the order of the stamps; the same array while no row changed. */
  getSnapshot: () => readonly FleetEntry[];
  subscribe: (listener: () => void) => () => void;
  /** This stamp's facts changed in a way that neither queries nor operations tell. */
  touch(stampId: string): void;
}

/** Answers arrive one by one: rows that changed are shown together. */
const TOGETHER_MS = 200;
/** A verdict may change by time alone: overdue. */
const VERDICT_MS = 30_000;

/** The rows of these stamps, out of what their queries and operations hold. Listens only while somebody subscribes. */
export function createFleetStore(
  sessions: readonly StampSession[],
  queryClient: QueryClient,
  isSlow: (stampId: string) => boolean,
): FleetStore {
  const cache = queryClient.getQueryCache();
  const known = new Map<string, { facts: FleetFacts; entry: FleetEntry }>();
  const listeners = new Set<() => void>();
  const touched = new Set<string>();
  let pending: ReturnType<typeof setTimeout> | undefined;
  let stopListening: (() => void) | undefined;
  let snapshot = sessions.map(entryOf);

  function entryOf(session: StampSession): FleetEntry {
    const { stamp } = session;
    const list = queryClient.getQueryState<BackupList>(["stamp", stamp.id, LIST]);
    const location = queryClient.getQueryState<BackupLocation>(["stamp", stamp.id, LOCATION]);
    const alerts = queryClient.getQueryState<AlertList>(["stamp", stamp.id, ALERTS]);
    const facts: FleetFacts = {
      alerts: alerts?.data && !isOpenEnded(alerts.data) ? alerts.data.alerts : null,
      items: list?.data?.items ?? null,
      listIncomplete: list?.data?.incomplete != null,
      listFailure: failureFor(session, LIST, list?.error),
      location: location?.data ?? null,
      locationFailure: failureFor(session, LOCATION, location?.error),
      operations: session.operations.getSnapshot().operations,
      signedOut: isSignedOut(session),
      slow: isSlow(stamp.id),
    };
    const before = known.get(stamp.id);
    const state = fleetStateOf(facts, session.now());
    const sameVerdict = before?.entry.state.report.verdict.kind === state.report.verdict.kind;
    if (before && sameVerdict && isSame(before.facts, facts)) return before.entry;
    const answers = state.contact.kind === "answering" || !list || list.dataUpdatedAt === 0;
    const entry: FleetEntry = {
      stamp,
      state,
      lastAnswerAt: answers ? null : list.dataUpdatedAt,
      now: session.now,
    };
    known.set(stamp.id, { facts, entry });
    return entry;
  }

  function show() {
    clearTimeout(pending);
    pending = undefined;
    const next = sessions.map((session, index) => {
      const shown = snapshot[index];
      return shown && !touched.has(session.stamp.id) ? shown : entryOf(session);
    });
    touched.clear();
    if (next.every((entry, index) => entry === snapshot[index])) return;
    snapshot = next;
    for (const listener of listeners) listener();
  }

  function touch(stampId: string) {
    touched.add(stampId);
    pending ??= setTimeout(show, TOGETHER_MS);
  }

  function touchAll() {
    for (const { stamp } of sessions) touched.add(stamp.id);
  }

  function listen() {
    const ids = new Set(sessions.map(({ stamp }) => stamp.id));
    const ends = [
      cache.subscribe(({ type, query }) => {
        const [scope, id]: readonly unknown[] = query.queryKey;
        if (type === "updated" && scope === "stamp" && typeof id === "string" && ids.has(id)) touch(id);
      }),
      ...sessions.map(({ stamp, operations }) => operations.subscribe(() => touch(stamp.id))),
      ...sessions.map(({ stamp, token }) => token.subscribe(() => touch(stamp.id))),
    ];
    const beat = setInterval(() => {
      touchAll();
      show();
    }, VERDICT_MS);
    stopListening = () => {
      for (const end of ends) end();
      clearInterval(beat);
      clearTimeout(pending);
      pending = undefined;
    };
  }

  return {
    getSnapshot: () => snapshot,
    subscribe(listener) {
      listeners.add(listener);
      if (listeners.size === 1) {
        listen();
        // What changed while nobody listened.
        touchAll();
        pending ??= setTimeout(show, 0);
      }
      return () => {
        listeners.delete(listener);
        if (listeners.size === 0) stopListening?.();
      };
    },
    touch,
  };
}

/** Whether "no active alert" would be said of an answer that may hold some. */
function isOpenEnded({ alerts, incomplete }: AlertList): boolean {
  return noAlertsSentence(alerts, incomplete) === "noneRead";
}

/** A query that never had an answer forgets its error while it asks again; the session does not. */
function failureFor(session: StampSession, query: string, error: Error | null | undefined): Failure | null {
  return error ? toFailure(error) : (session.failureStreaks.get(query)?.failure ?? null);
}

function isSame(a: FleetFacts, b: FleetFacts): boolean {
  return (
    a.items === b.items &&
    a.alerts === b.alerts &&
    a.listIncomplete === b.listIncomplete &&
    a.listFailure === b.listFailure &&
    a.location === b.location &&
    a.locationFailure === b.locationFailure &&
    a.operations === b.operations &&
    a.signedOut === b.signedOut &&
    a.slow === b.slow
  );
}
