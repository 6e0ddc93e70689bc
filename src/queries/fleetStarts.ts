import type { Failure } from "../domain/failure.ts";
import { pollDelay } from "./operationQuery.ts";
import { startBackup } from "../session/startBackup.ts";
import type { StampSession } from "../session/stampSession.ts";

/** What has become of one stamp's part of an accepted click. */
export type FleetStartState =
  /** Others go first; nothing was sent yet. */
  | { kind: "waiting" }
  | { kind: "starting" }
  | { kind: "started" }
  /** Sent without a clear answer: it may have started, and is watched. */
  | { kind: "unknownOutcome" }
  /** Not sent: something is in the way, here or in another tab. */
  | { kind: "busy" }
  /** Refused by the stamp, or not sent for being offline: nothing began. */
  | { kind: "refused"; failure: Failure };

export interface FleetStart {
  stampId: string;
  title: string;
  state: FleetStartState;
}

/** The starts of this page's life, until they are dismissed. They go on when the fleet page is left. */
export interface FleetStarts {
  /** Takes one accepted click: one POST for each of these stamps, but for those that still wait for an earlier one. */
  start(sessions: readonly StampSession[]): Promise<void>;
  /** The same array while nothing changed. */
  getSnapshot: () => readonly FleetStart[];
  subscribe: (listener: () => void) => () => void;
  /** Forgets what has come to its end. */
  dismiss(): void;
}

/** How many POSTs are under way at once. */
const AT_ONCE = 4;

export function createFleetStarts(): FleetStarts {
  const listeners = new Set<() => void>();
  const queue: StampSession[] = [];
  let starts: readonly FleetStart[] = [];
  let posting = 0;

  function show(next: readonly FleetStart[]) {
    starts = next;
    for (const listener of listeners) listener();
  }

  function put({ stamp }: StampSession, state: FleetStartState) {
    const start = { stampId: stamp.id, title: stamp.title, state };
    const others = starts.filter(({ stampId }) => stampId !== stamp.id);
    const at = starts.findIndex(({ stampId }) => stampId === stamp.id);
    show(at < 0 ? [...starts, start] : others.toSpliced(at, 0, start));
  }

  async function work(): Promise<void> {
    if (posting >= AT_ONCE) return;
    const session = queue.shift();
    if (!session) return;
    posting += 1;
    put(session, { kind: "starting" });
    try {
      put(session, await startOne(session));
    } finally {
      posting -= 1;
    }
    await work();
  }

  return {
    async start(sessions) {
      for (const session of sessions) {
        const last = starts.find(({ stampId }) => stampId === session.stamp.id);
        if (last?.state.kind === "waiting" || last?.state.kind === "starting") continue;
        queue.push(session);
        put(session, { kind: "waiting" });
      }
      await Promise.all(Array.from({ length: AT_ONCE }, work));
    },
    getSnapshot: () => starts,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    dismiss() {
      show(starts.filter(({ state }) => state.kind === "waiting" || state.kind === "starting"));
    },
  };
}

async function startOne(session: StampSession): Promise<FleetStartState> {
  const outcome = await startBackup(session, pollDelay);
  if (outcome.kind !== "sent") return outcome;
  const [newest] = session.operations.getSnapshot().operations.filter(({ origin }) => origin === "here");
  return { kind: newest?.kind === "unknown" ? "unknownOutcome" : "started" };
}
