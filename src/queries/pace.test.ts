import { environmentManager, QueryObserver } from "@tanstack/react-query";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { trackElsewhere } from "../domain/operation.ts";
import { operationPath } from "../domain/stamp.ts";
import { DAY, HOUR, NOON } from "../domain/testing/fixtures.ts";
import { backupListQuery, LIST } from "./backupQueries.ts";
import { operationQuery } from "./operationQuery.ts";
import { listInterval } from "./polling.ts";
import type { StampSession } from "../session/stampSession.ts";
import { fakeFleet, MINUTE, SECOND, type FakeFleet } from "./testing/fakeFleet.ts";
import { paceOf, untilTurn } from "./useStampPolling.ts";

const KEY = "b1";

beforeEach(() => {
  // Without a window TanStack takes itself for a server, which never refetches by itself.
  environmentManager.setIsServer(() => false);
  vi.useFakeTimers({ now: NOON + 30 * DAY });
});
afterEach(() => vi.useRealTimers());

function oneStamp(): FakeFleet & { session: StampSession } {
  const fleet = fakeFleet(1);
  const [session] = fleet.sessions;
  if (!session) throw new Error("no stamp");
  // As in a browser: another number at every call.
  let calls = 0;
  session.world.random = () => ((calls += 1) * 0.37) % 1;
  return { ...fleet, session };
}

function asked({ requests }: FakeFleet, what: string): number {
  return requests.filter((request) => request.what === what).length;
}

describe("a list that fails", () => {
  test("is asked about once a minute, however often the page renders", async () => {
    const fleet = oneStamp();
    const { session } = fleet;
    fleet.manners.set("s0", "refuse");
    const options = () => ({
      ...backupListQuery(session),
      refetchInterval: () => listInterval({ ...paceOf(session, LIST, false), running: true }),
    });
    const observer = new QueryObserver(fleet.queryClient, options());
    const stop = observer.subscribe(() => undefined);
    for (let renders = 0; renders < 60; renders += 1) {
      await vi.advanceTimersByTimeAsync(10 * SECOND);
      observer.setOptions(options());
    }
    stop();
    expect(asked(fleet, "list")).toBeGreaterThanOrEqual(12);
  });

  test("is not asked by other pages in step", () => {
    const waits = [0.1, 0.6].map((seed) => {
      const { session } = oneStamp();
      session.seed = seed;
      session.failureStreaks.set(LIST, { failures: 9, failure: { ...FAILURE } });
      return listInterval(paceOf(session, LIST, false));
    });
    expect(new Set(waits).size).toBe(2);
  });
});

const FAILURE = {
  kind: "server",
  status: 503,
  code: null,
  text: null,
  requestId: null,
  retryAfterMs: null,
} as const;

describe("a running operation", () => {
  function running(fleet: FakeFleet & { session: StampSession }): void {
    const { session } = fleet;
    const run = trackElsewhere(KEY, operationPath(session.stamp, KEY), session.now(), session.now());
    session.operations.update(() => [{ ...run, askedAt: session.now(), delayMs: MINUTE }]);
  }

  function observed(fleet: FakeFleet & { session: StampSession }): () => void {
    const { session } = fleet;
    const observer = new QueryObserver(fleet.queryClient, {
      ...operationQuery(session, KEY),
      refetchInterval: () => untilTurn(session, KEY),
    });
    return observer.subscribe(() => undefined);
  }

  test("is asked in its interval although the clock was set back by two hours", async () => {
    const fleet = oneStamp();
    running(fleet);
    const stop = observed(fleet);
    await vi.advanceTimersByTimeAsync(3 * MINUTE);
    const before = asked(fleet, "operation");
    // What a reload, or the browser's own timers, meet afterwards: only the wall clock moves.
    fleet.session.world.wallClock = () => Date.now() - 2 * HOUR;
    await vi.advanceTimersByTimeAsync(10 * MINUTE);
    stop();
    expect(asked(fleet, "operation") - before).toBeGreaterThanOrEqual(9);
    expect(asked(fleet, "operation") - before).toBeLessThanOrEqual(12);
  });

  test.each([NOON * 1_000, Number.MAX_VALUE])(
    "is asked although its stored time is %d",
    async (nextAskAt) => {
      const fleet = oneStamp();
      running(fleet);
      fleet.session.operations.noteAsked(KEY, nextAskAt);
      const stop = observed(fleet);
      await vi.advanceTimersByTimeAsync(5 * MINUTE);
      stop();
      expect(asked(fleet, "operation")).toBeGreaterThanOrEqual(4);
    },
  );
});
