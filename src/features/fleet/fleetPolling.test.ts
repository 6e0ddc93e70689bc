import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { failureOf } from "../../domain/failure.ts";
import type { Pace } from "../../queries/polling.ts";
import { isKept, visitDueAt, visitMs } from "./fleetPolling.ts";

const MINUTE = 60_000;
const NOW = Date.UTC(2026, 10, 22, 20);

const PACE: Pace = { running: false, trouble: null, paused: false, rate: 1, seed: null, signsIn: true };

const pace = (known: Partial<Pace> = {}): Pace => ({ ...PACE, ...known });

describe("the round", () => {
  test.each([
    [1, 1],
    [8, 1],
    [45, 1.25],
    [90, 2.5],
    [200, 5.56],
    [1_000, 27.8],
  ])("%i stamps are visited every %f minutes", (stamps, minutes) => {
    expect(visitMs(stamps, 1) / MINUTE).toBeCloseTo(minutes, 1);
  });

  test("a sped-up demo clock shortens it", () => {
    expect(visitMs(8, 60)).toBe(1_000);
  });

  test("each visit is half a round to one and a half after the last, then at the stamp's own phase", () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 0.999, noNaN: true }),
        fc.nat({ max: 10 * MINUTE }),
        (seed, askedAgo) => {
          const period = visitMs(200, 1);
          const askedAt = NOW - askedAgo;
          const dueAt = visitDueAt(askedAt, 200, pace({ seed })) ?? 0;
          expect(dueAt - askedAt).toBeGreaterThanOrEqual(period / 2 - 1);
          expect(dueAt - askedAt).toBeLessThanOrEqual(1.5 * period + 1);
          expect((visitDueAt(dueAt, 200, pace({ seed })) ?? 0) - dueAt).toBeCloseTo(period, 2);
        },
      ),
    );
  });

  test("location and alerts are part of every third visit, a third of the stamps at a time", () => {
    const visit = visitMs(200, 1);
    const asked = Array.from({ length: 9 }, () => 0);
    for (let stamp = 0; stamp < 200; stamp += 1) {
      let askedAt = NOW;
      for (const [index] of asked.entries()) {
        const now = NOW + (index + 1) * visit;
        if (isKept(askedAt, now, 200, pace({ seed: stamp / 200 }))) continue;
        asked[index] = (asked[index] ?? 0) + 1;
        askedAt = now;
      }
    }
    for (const count of asked) expect(Math.abs(count - 200 / 3)).toBeLessThan(3);
  });

  test("what was never asked is not kept, nor what a clock that was set back makes younger than now", () => {
    expect(isKept(0, NOW, 200, pace())).toBe(false);
    expect(isKept(NOW + 24 * 60 * MINUTE, NOW, 200, pace())).toBe(false);
  });
});

describe("what is asked when", () => {
  test("idle stamps rest with a paused page, running ones do not", () => {
    expect(visitDueAt(NOW, 200, pace({ paused: true }))).toBeNull();
    expect(visitDueAt(NOW, 200, pace({ paused: true, running: true }))).toBe(NOW + MINUTE);
  });

  test("a stamp in trouble is asked in its round, and not before its Retry-After", () => {
    const throttled = { failures: 1, failure: failureOf("throttled", { retryAfterMs: 10 * MINUTE }) };
    expect(visitDueAt(NOW, 200, pace({ trouble: throttled }))).toBe(NOW + 10 * MINUTE);
    expect(isKept(NOW, NOW + 9 * MINUTE, 1, pace({ trouble: throttled }))).toBe(true);
    expect(isKept(NOW, NOW + 9 * MINUTE, 1, pace())).toBe(false);
    const offline = { failures: 1, failure: failureOf("offline") };
    expect(visitDueAt(NOW, 200, pace({ trouble: offline }))).toBe(visitDueAt(NOW, 200, pace()));
  });

  test("a refused token stops the asking", () => {
    const trouble = { failures: 1, failure: failureOf("auth") };
    expect(visitDueAt(NOW, 1, pace({ trouble }))).toBeNull();
    expect(visitDueAt(NOW, 1, pace({ trouble, running: true }))).toBeNull();
  });
});
