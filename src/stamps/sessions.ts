import type { Stamp } from "../domain/stamp.ts";
import type { Stamps } from "./stampList.ts";
import { createStampSession, type SessionWorld, type StampSession } from "../session/stampSession.ts";
import { createStore, type Readable } from "../store.ts";
import { newId } from "./newId.ts";
import { takeEarlyAnswer } from "../session/earlyAnswers.ts";

/** The sessions' environment on this page. `pace`: simulated seconds per real second of a mocked stamp; 0: stopped. */
export function createSessionWorld(pace: Readable<number> | null): SessionWorld {
  let requests = 0;
  return {
    fetch: (input, init) => {
      requests += 1;
      return takeEarlyAnswer(input, init) ?? fetch(input, init);
    },
    requestCount: () => requests,
    pageUrl: document.baseURI,
    storage: openStorage(),
    tick: () => performance.now(),
    wallClock: () => Date.now(),
    random: () => Math.random(),
    newId,
    get clockRate() {
      return pace?.get() ?? 1;
    },
    onClockRate: (listener) => void pace?.subscribe(listener),
  };
}

/** This page's sessions: one per stamp, however often it is opened. */
export function createSessions(world: SessionWorld): Pick<Stamps, "sessionOf" | "opened"> {
  // Keyed by the stamp, not its id: after a removal another stamp may get the same id.
  const sessions = new Map<Stamp, StampSession>();
  const opened = createStore<readonly StampSession[]>([]);
  return {
    sessionOf(stamp) {
      const known = sessions.get(stamp);
      if (known) return known;
      const session = openSession(stamp, world);
      sessions.set(stamp, session);
      // Sessions open during rendering, many at once on All stamps: listeners are notified afterwards, once.
      queueMicrotask(() => {
        if (opened.get().length < sessions.size) opened.set([...sessions.values()]);
      });
      return session;
    },
    opened,
  };
}

function openSession(stamp: Stamp, world: SessionWorld): StampSession {
  const session = createStampSession(stamp, world);
  const { auth } = stamp;
  if (auth.kind === "msal") {
    // If this fails, the sign-in bar retries and reports it.
    import("../session/msalSession.ts").then(
      ({ msalSessionOf }) => msalSessionOf(session, auth),
      () => undefined,
    );
  }
  return session;
}

/** Null if the browser blocks storage. */
function openStorage(): Storage | null {
  try {
    return window.localStorage;
  } catch {
    return null;
  }
}
