import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { failureOf } from "../domain/failure.ts";
import { trackElsewhere, type Running } from "../domain/operation.ts";
import { LONGEST_DELAY_MS, SHORTEST_DELAY_MS } from "../domain/retryAfter.ts";
import {
  alertsInterval,
  asksOnFocus,
  listInterval,
  locationInterval,
  operationInterval,
  type Pace,
} from "./polling.ts";

const CALM: Pace = { running: false, trouble: null, paused: false, rate: 1, seed: null, signsIn: true };
const NOW = Date.UTC(2026, 10, 22, 20);

function running(known: Partial<Running> = {}): Running {
  return { ...trackElsewhere("b1", "/subscriptions/s", NOW, NOW), askedAt: NOW, ...known };
}

const ASKING = { rate: 1, seed: null, signsIn: true, hidden: false };

describe("the list is asked", () => {
  test.each([
    ["every 30 s while nothing runs", CALM, 30_000],
    ["every 10 s while something runs", { ...CALM, running: true }, 10_000],
    ["not by itself while the operator has paused it", { ...CALM, paused: true }, false],
    [
      "after 5 s when it failed once",
      { ...CALM, trouble: { failures: 1, failure: failureOf("server") } },
      5_000,
    ],
    [
      "after 20 s when it failed three times",
      { ...CALM, trouble: { failures: 3, failure: failureOf("offline") } },
      20_000,
    ],
    [
      "once a minute when it keeps failing",
      { ...CALM, trouble: { failures: 40, failure: failureOf("server") } },
      60_000,
    ],
    [
      "not again after a 401, until sign-in",
      { ...CALM, trouble: { failures: 1, failure: failureOf("auth") } },
      false,
    ],
    [
      "backed off after a 401 where a proxy signs in, not this page",
      { ...CALM, signsIn: false, trouble: { failures: 1, failure: failureOf("auth") } },
      5_000,
    ],
    [
      "no sooner than the stamp's Retry-After",
      { ...CALM, trouble: { failures: 1, failure: failureOf("throttled", { retryAfterMs: 120_000 }) } },
      120_000,
    ],
  ] satisfies [string, Pace, number | false][])("%s", (_, pace, expected) => {
    expect(listInterval(pace)).toBe(expected);
  });

  test("with jitter that only ever shortens a backed-off wait, by a fifth at most", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 1_000 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (failures, seed) => {
          const waits = listInterval({
            ...CALM,
            seed,
            trouble: { failures, failure: failureOf("server") },
          });
          expect(waits).toBeLessThanOrEqual(60_000);
          expect(waits).toBeGreaterThanOrEqual(4_000);
        },
      ),
    );
  });
});

test("essentials and alerts are asked once a minute", () => {
  expect(locationInterval(CALM)).toBe(60_000);
  expect(alertsInterval(CALM)).toBe(60_000);
});

describe("after its first answer", () => {
  const first = (seed: number | null, known: Partial<Pace> = {}): Pace => ({
    ...CALM,
    first: true,
    seed,
    ...known,
  });

  test("a page asks again at a moment of its own, no later than usual, and as usual from then on", () => {
    expect([0, 0.5, 1].map((seed) => listInterval(first(seed)))).toEqual([30_000, 22_500, 15_000]);
    expect(listInterval(first(0.5, { running: true }))).toBe(7_500);
    expect(locationInterval(first(0.5))).toBe(45_000);
    expect(alertsInterval(first(0.5))).toBe(45_000);
    expect(listInterval(first(0.5, { first: false }))).toBe(30_000);
    expect(listInterval(first(null))).toBe(30_000);
  });

  test("a paused page asks nothing", () => {
    expect(listInterval(first(0.5, { paused: true }))).toBe(false);
  });
});

describe("an operation is asked", () => {
  test.each([
    ["when its Retry-After is over", running({ delayMs: 17_000 }), ASKING, 17_000],
    [
      "no more than once a minute in a hidden tab",
      running({ delayMs: 17_000 }),
      { ...ASKING, hidden: true },
      60_000,
    ],
    ["at once when the list has just shown it", running({ askedAt: null }), ASKING, 1_000],
    [
      "slowly once it has run for a day",
      running({ startedAt: NOW - 25 * 3_600_000 }),
      ASKING,
      LONGEST_DELAY_MS,
    ],
    [
      "not again after a 401, until sign-in",
      running({ failures: 1, trouble: failureOf("auth") }),
      ASKING,
      false,
    ],
    [
      "backed off after a 401 where a proxy signs in, not this page",
      running({ failures: 3, trouble: failureOf("auth") }),
      { ...ASKING, signsIn: false },
      20_000,
    ],
    ["sooner on a demo clock", running({ delayMs: 60_000 }), { ...ASKING, rate: 60 }, 1_000],
  ] as const)("%s", (_, operation, asking, expected) => {
    expect(operationInterval(operation, NOW, asking)).toBe(expected);
  });

  test("not any more once it has ended", () => {
    const lost = {
      kind: "lost",
      key: "b1",
      id: "b1",
      origin: "here",
      startedAt: NOW,
      endedAt: NOW,
      wasRunning: true,
    } as const;
    expect(operationInterval(lost, NOW, ASKING)).toBe(false);
  });

  test("never closer than 5 s nor further than 10 min after an answer, whatever delay was stored (I13)", () => {
    fc.assert(
      fc.property(fc.double(), fc.boolean(), (delayMs, hidden) => {
        const wait = operationInterval(running({ delayMs }), NOW, { ...ASKING, hidden });
        expect(wait).toBeGreaterThanOrEqual(SHORTEST_DELAY_MS);
        expect(wait).toBeLessThanOrEqual(LONGEST_DELAY_MS);
      }),
    );
  });
});

describe("showing the page", () => {
  const refused = { failures: 9, failure: failureOf("server") };
  const throttled = { failures: 1, failure: failureOf("throttled", { retryAfterMs: 120_000 }) };

  test.each([
    ["asks at once for what never was", Number.POSITIVE_INFINITY, null, true],
    ["does not ask twice in a moment", 3_999, null, false],
    ["asks for what was asked a while ago", 4_000, null, true],
    ["asks for what failed, however long its backing off is", 4_000, refused, true],
    ["waits for the stamp's Retry-After", 119_999, throttled, false],
    ["asks after it", 120_000, throttled, true],
  ])("%s", (_, sinceMs, trouble, asks) => {
    expect(asksOnFocus(sinceMs, trouble)).toBe(asks);
  });
});
