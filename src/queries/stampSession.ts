import { createArmClient, type ArmClient } from "../api/client.ts";
import type { Failure } from "../domain/failure.ts";
import type { Stamp } from "../domain/stamp.ts";
import { clockAt, observeDate, stampNow, type StampClock } from "../domain/stampClock.ts";
import { createOperationStore, type KeyValueStorage, type OperationStore } from "./operationStore.ts";
import type { Trouble } from "./polling.ts";
import { createTokenStore, type TokenStore } from "./tokenStore.ts";

/** What the outside world gives a session; all of it can be put in by a test. */
export interface SessionWorld {
  fetch: typeof globalThis.fetch;
  pageUrl: string;
  storage: KeyValueStorage | null;
  /** Monotonic milliseconds (performance.now). */
  tick: () => number;
  /** Wall clock, epoch ms (Date.now): only until the stamp's own time is known, and between tabs. */
  wallClock: () => number;
  random: () => number;
  newId: () => string;
  /** How many requests this page has sent to all stamps. */
  requestCount: () => number;
  /** Speed of stamp time: 1 but for a mocked stamp. */
  clockRate: number;
}

/** Everything this page holds of one stamp: its client, clock, token, operations. One per stamp and page. */
export interface StampSession {
  stamp: Stamp;
  world: SessionWorld;
  client: ArmClient;
  operations: OperationStore;
  token: TokenStore;
  /** Stamp time, epoch ms. */
  now: () => number;
  /** Drawn once, 0 … 1: spreads this page's waits against those of others. */
  seed: number;
  /** By query: the failures in a row it is in. */
  troubles: Map<string, Trouble>;
  /** By query: when it was last asked, and when it last had a good answer (ticks). */
  askedAt: Map<string, number>;
  answeredAt: Map<string, number>;
  /** When this browser last said it is offline, and when the stamp last answered (ticks): a start looks at both. */
  offlineSince: number | null;
  lastAnswerAt: number | null;
}

/** Opens a stamp: nothing is sent yet. */
export function createStampSession(stamp: Stamp, world: SessionWorld): StampSession {
  const token = createTokenStore();
  let clock: StampClock | null = null;
  const client = createArmClient(stamp, {
    fetch: world.fetch,
    pageUrl: world.pageUrl,
    token: () => token.get()?.text ?? null,
    onAnswer: (sent, unauthorized) => token.noteAnswer(sent, unauthorized),
    newRequestId: world.newId,
    onDate: (dateAt) => {
      const tick = world.tick();
      session.lastAnswerAt = tick;
      clock = clock ? observeDate(clock, dateAt, tick) : clockAt(dateAt, tick, world.clockRate);
    },
  });
  const session: StampSession = {
    stamp,
    world,
    client,
    operations: createOperationStore(stamp, world.storage),
    token,
    now: () => (clock ? stampNow(clock, world.tick()) : world.wallClock()),
    seed: world.random(),
    troubles: new Map(),
    askedAt: new Map(),
    answeredAt: new Map(),
    offlineSince: null,
    lastAnswerAt: null,
  };
  return session;
}

/** Keeps count of a query's failures in a row, for its backing off; null for a good answer. */
export function noteAnswer(session: StampSession, query: string, failure: Failure | null): void {
  if (failure === null) {
    session.troubles.delete(query);
    session.answeredAt.set(query, session.world.tick());
  } else session.troubles.set(query, { failures: (session.troubles.get(query)?.failures ?? 0) + 1, failure });
}
