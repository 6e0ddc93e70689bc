import { createArmClient, type ArmClient } from "../api/client.ts";
import type { Failure, FailureStreak } from "../domain/failure.ts";
import type { Stamp } from "../domain/stamp.ts";
import { clockAt, observeDate, stampNow, type StampClock } from "../domain/stampClock.ts";
import { createOperationStore, type KeyValueStorage, type OperationStore } from "./operationStore.ts";
import { createTokenStore, type TokenStore } from "./tokenStore.ts";

/** A session's environment; tests supply their own. */
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
  /** Speed of stamp time: 1, except on a mocked stamp, whose clock may be sped up, or stopped (0). */
  readonly clockRate: number;
  /** Subscribes to changes of a mocked stamp's speed. */
  onClockRate?: (listener: () => void) => void;
}

/** Everything this page holds for one stamp: client, clock, token, operations. One per stamp and page. */
export interface StampSession {
  stamp: Stamp;
  world: SessionWorld;
  client: ArmClient;
  operations: OperationStore;
  token: TokenStore;
  /** Stamp time, epoch ms. */
  now: () => number;
  /** Random, 0 … 1, fixed per session: keeps pages from polling in step. */
  seed: number;
  /** Converts an instant of this machine's wall clock to stamp time, epoch ms, for display beside other stamp times. */
  at: (wallAt: number) => number;
  /** By query: its consecutive failures. */
  failureStreaks: Map<string, FailureStreak>;
  /** By query: when it was last sent, and last answered successfully (ticks). */
  askedAt: Map<string, number>;
  answeredAt: Map<string, number>;
  /**
   * When the browser last reported being offline, and when the latest answered request was sent (ticks): a start checks
   * both. An answer that was in flight when the network was lost proves nothing.
   */
  offlineSince: number | null;
  answeredRequestAt: number | null;
}

/** An instant at which the stamp's clock was set, and its rate from then on. */
interface Anchor {
  wallAt: number;
  stampAt: number;
  rate: number;
}

const MOST_ANCHORS = 50;

/** Opens a stamp without sending anything. */
export function createStampSession(stamp: Stamp, world: SessionWorld): StampSession {
  const token = createTokenStore();
  let clock: StampClock | null = null;
  const anchors: Anchor[] = [];
  const setClock = (next: StampClock) => {
    clock = next;
    const stampAt = stampNow(next, world.tick());
    anchors.push({ wallAt: world.wallClock(), stampAt, rate: next.rate });
    if (anchors.length > MOST_ANCHORS) anchors.shift();
  };
  const client = createArmClient(stamp, {
    fetch: async (input, init) => {
      const sentAt = world.tick();
      const response = await world.fetch(input, init);
      session.answeredRequestAt = Math.max(session.answeredRequestAt ?? 0, sentAt);
      return response;
    },
    pageUrl: world.pageUrl,
    token: () => token.get()?.text ?? null,
    onAnswer: (sent, unauthorized) => token.noteAnswer(sent, unauthorized),
    newRequestId: world.newId,
    onDate: (dateAt) => {
      const tick = world.tick();
      const next = clock ? observeDate(clock, dateAt, tick) : clockAt(dateAt, tick, world.clockRate);
      if (next !== clock) setClock(next);
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
    at(wallAt) {
      const anchor = anchors.findLast((one) => one.wallAt <= wallAt) ?? anchors[0];
      return anchor ? anchor.stampAt + (wallAt - anchor.wallAt) * anchor.rate : wallAt;
    },
    failureStreaks: new Map(),
    askedAt: new Map(),
    answeredAt: new Map(),
    offlineSince: null,
    answeredRequestAt: null,
  };
  world.onClockRate?.(() => {
    const tick = world.tick();
    if (clock) setClock({ ...clock, stampAt: stampNow(clock, tick), tick, rate: world.clockRate });
  });
  return session;
}

/** Counts a query's consecutive failures for its backoff; `failure` is null for a success. */
export function noteAnswer(session: StampSession, query: string, failure: Failure | null): void {
  if (failure === null) {
    session.failureStreaks.delete(query);
    session.answeredAt.set(query, session.world.tick());
  } else
    session.failureStreaks.set(query, {
      failures: (session.failureStreaks.get(query)?.failures ?? 0) + 1,
      failure,
    });
}
