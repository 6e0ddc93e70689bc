import { mock } from "node:test";
import { environmentManager, QueryClient, QueryObserver, timeoutManager } from "@tanstack/react-query";
import { createHandler } from "../../mocks/arm/handle.ts";
import { createMemoryStore } from "../../mocks/arm/store.ts";
import { createWorld } from "../../mocks/sim/scenarios.ts";
import { somethingRuns } from "../../src/domain/backupState.ts";
import { alertsQuery } from "../../src/queries/alertQueries.ts";
import { ALERTS, backupListQuery, LIST, LOCATION, locationQuery } from "../../src/queries/backupQueries.ts";
import { alertsInterval, listInterval, locationInterval } from "../../src/queries/polling.ts";
import { paceOf } from "../../src/queries/useStampPolling.ts";
import { createStampSession } from "../../src/session/stampSession.ts";

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const TICK_MS = 500;
/** What an answer takes. */
const LATENCY_MS = 120;
const STARTS_AT = Date.parse("2026-11-16T20:00:00Z");

export interface Gathering {
  consoles: number;
  /** They are opened within this time, evenly. */
  openedWithinMs: number;
  /** After five minutes the stamp is away for so long, and then there for eight. */
  awayMs: number;
  /** What a request meets meanwhile. */
  away: "refused" | "silent";
}

/** Requests to the stamp by second since the first console was opened. */
export interface Asked {
  bySecond: number[];
  /** Seconds: the stamp goes and comes back. */
  goesAt: number;
  comesAt: number;
  /** Seconds after its return until every console has its rows anew. */
  allFreshAfter: number;
}

/** Node's mocked setInterval goes on after it was cleared in its own callback: this one is made of its setTimeout. */
function timers() {
  let last = 0;
  const running = new Map<number, NodeJS.Timeout>();
  const after = (id: number, ms: number, then: () => void) =>
    void running.set(
      id,
      setTimeout(() => running.delete(id) && then(), ms),
    );
  const clear = (id: number | undefined) => {
    if (id === undefined) return;
    clearTimeout(running.get(id));
    running.delete(id);
  };
  return {
    setTimeout: (then: () => void, ms: number) => {
      after((last += 1), ms, then);
      return last;
    },
    clearTimeout: clear,
    setInterval: (each: () => void, ms: number) => {
      const id = (last += 1);
      const again = () => {
        after(id, ms, again);
        each();
      };
      after(id, ms, again);
      return id;
    },
    clearInterval: clear,
  };
}

// Once: each change would be warned of.
timeoutManager.setTimeoutProvider(timers());

/** Many consoles on one stamp, each the query code of a page with a session and a number of its own, without a page. */
export async function gather({ consoles, openedWithinMs, awayMs, away }: Gathering): Promise<Asked> {
  mock.timers.enable({ apis: ["setTimeout", "Date"], now: STARTS_AT });
  // Without a window TanStack takes itself for a server, which never refetches by itself.
  environmentManager.setIsServer(() => false);
  const store = createMemoryStore(createWorld("healthy", STARTS_AT), () => Date.now());
  const handle = createHandler(store);
  const [facts] = store.read().stamps;
  if (!facts) throw new Error("The scenario has no stamp.");
  const goesAt = 5 * MINUTE;
  const comesAt = goesAt + awayMs;
  const endsAt = comesAt + 8 * MINUTE;
  const bySecond = Array.from({ length: endsAt / SECOND }, () => 0);
  const passed = () => Date.now() - STARTS_AT;
  // Nothing happens at this stamp: what it has said once, it says to everybody.
  const bodies = new Map<string, string>();
  const freshAt = new Map<number, number>();

  const fetchOf = (index: number): typeof globalThis.fetch => {
    return async (input, init) => {
      const request = new Request(input, init);
      const second = Math.floor(passed() / SECOND);
      bySecond[second] = (bySecond[second] ?? 0) + 1;
      const isAway = passed() >= goesAt && passed() < comesAt;
      await new Promise<void>((resolve, reject) => {
        // Not the request's own signal: Node drops the link between the two when memory is collected.
        init?.signal?.addEventListener("abort", () => reject(new DOMException("Aborted", "AbortError")));
        if (!isAway) setTimeout(resolve, LATENCY_MS);
        else if (away === "refused") reject(new TypeError("Failed to fetch"));
      });
      if (passed() >= comesAt && request.url.includes("/backups?") && !freshAt.has(index))
        freshAt.set(index, passed());
      const known =
        bodies.get(request.url) ?? (await (await handle(request, facts.id, `/arm/${facts.id}`)).text());
      bodies.set(request.url, known);
      return new Response(known, {
        headers: { "Content-Type": "application/json", Date: new Date().toUTCString() },
      });
    };
  };
  const open = (index: number): (() => void)[] => {
    const session = createStampSession(
      { ...facts, armBase: `/arm/${facts.id}` },
      {
        fetch: fetchOf(index),
        pageUrl: "http://console.example/",
        storage: null,
        tick: () => Date.now(),
        wallClock: () => Date.now(),
        // Evenly spread, as random numbers of many pages are, and the same in every run.
        random: () => ((index + 1) * 0.618) % 1,
        newId: () => `console-${index}`,
        requestCount: () => 0,
        clockRate: 1,
      },
    );
    const queryClient = new QueryClient();
    const observers = [
      new QueryObserver(queryClient, {
        ...backupListQuery(session),
        refetchInterval: ({ state }) =>
          listInterval({
            ...paceOf(session, LIST, false),
            first: state.dataUpdateCount === 1,
            running: somethingRuns(state.data?.items ?? [], session.operations.get().operations),
          }),
      }),
      new QueryObserver(queryClient, {
        ...locationQuery(session),
        refetchInterval: ({ state }) =>
          locationInterval({ ...paceOf(session, LOCATION, false), first: state.dataUpdateCount === 1 }),
      }),
      new QueryObserver(queryClient, {
        ...alertsQuery(session),
        refetchInterval: ({ state }) =>
          alertsInterval({ ...paceOf(session, ALERTS, false), first: state.dataUpdateCount === 1 }),
      }),
    ];
    return observers.map((observer) => observer.subscribe(() => undefined));
  };

  const stops: (() => void)[] = [];
  let opened = 0;
  for (; passed() < endsAt; mock.timers.tick(TICK_MS)) {
    while (opened < consoles && passed() >= (opened * openedWithinMs) / consoles)
      stops.push(...open(opened++));
    // Answers are promises: they are read before the clock goes on.
    await new Promise(setImmediate);
  }
  for (const stop of stops) stop();
  // What is still to come belongs to this gathering, not to the next.
  for (let minutes = 0; minutes < 3; minutes += 1) {
    mock.timers.tick(MINUTE);
    await new Promise(setImmediate);
  }
  mock.timers.reset();
  const last = Math.max(
    ...Array.from({ length: consoles }, (_, index) => freshAt.get(index) ?? Number.POSITIVE_INFINITY),
  );
  return {
    bySecond,
    goesAt: goesAt / SECOND,
    comesAt: comesAt / SECOND,
    allFreshAfter: (last - comesAt) / SECOND,
  };
}
