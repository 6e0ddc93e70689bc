import type { Stamp } from "../domain/stamp.ts";
import type { Stamps } from "./stampList.ts";
import { createStampSession, type SessionWorld, type StampSession } from "../session/stampSession.ts";
import { createStore, type Readable } from "../store.ts";
import { newId } from "./newId.ts";
import { takeEarlyAnswer } from "../session/earlyAnswers.ts";

/** What this page gives its sessions. `pace`: of a mocked stamp's clock, simulated seconds per real second; 0: held. */
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

/** Sessions of this page by stamp: one each, however often a stamp is opened. */
export function createSessions(world: SessionWorld): Pick<Stamps, "sessionOf" | "opened"> {
  // By the stamp and not by its id: one that is removed may leave its id to another.
  const sessions = new Map<Stamp, StampSession>();
  const opened = createStore<readonly StampSession[]>([]);
  return {
    sessionOf(stamp) {
      const known = sessions.get(stamp);
      if (known) return known;
      const session = openSession(stamp, world);
      sessions.set(stamp, session);
      // Sessions are opened while a page renders, many at once on All stamps: told after that, in one go.
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
    // Where this fails, the sign-in bar tries again and says so.
    import("../session/msalSession.ts").then(
      ({ msalSessionOf }) => msalSessionOf(session, auth),
      () => undefined,
    );
  }
  return session;
}

/** Null where the browser keeps its storage closed. */
function openStorage(): Storage | null {
  try {
    return window.localStorage;
  } catch {
    return null;
  }
}
