import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { countRoles, elapsedMs, estimateFrom, progressFraction } from "./progress.ts";
import {
  aBackup,
  aLost,
  anEnded,
  anUnknown,
  aPosting,
  aRunning,
  DAY,
  HOUR,
  MINUTE,
  NOON,
} from "./testing/fixtures.ts";

/** The middle of the documented 10–15 minutes between the list's Succeeded and the job's end. */
const TAIL = 12.5 * MINUTE;

const past = (minutes: number, age: number) =>
  aBackup({ id: `b${age}`, tookMs: minutes * MINUTE, completedAt: NOON - age * HOUR });

describe("an estimate", () => {
  test("with no past rests on the documentation and promises no end", () => {
    expect(estimateFrom([], [])).toEqual({ totalMs: null, usualMs: 40 * MINUTE + TAIL, sampleSize: 0 });
  });

  test("is the middle of past durations and the documented tail", () => {
    const estimate = estimateFrom([past(20, 1), past(30, 2), past(100, 3)], []);
    expect(estimate).toEqual({ totalMs: 30 * MINUTE + TAIL, usualMs: 100 * MINUTE + TAIL, sampleSize: 3 });
  });

  test("of an even number is between the two in the middle", () => {
    expect(estimateFrom([past(20, 1), past(30, 2)], []).totalMs).toBe(25 * MINUTE + TAIL);
  });

  test("calls unusual what is longer than the longest of the past", () => {
    expect(estimateFrom([past(20, 1), past(24, 2)], []).usualMs).toBe(24 * MINUTE + TAIL);
  });

  test("rests on the seven newest, whatever order they come in", () => {
    const backups = [past(500, 9), past(500, 8), ...[7, 6, 5, 4, 3, 2, 1].map((age) => past(20, age))];
    expect(estimateFrom(backups, [])).toMatchObject({ totalMs: 20 * MINUTE + TAIL, sampleSize: 7 });
    expect(estimateFrom(backups.toReversed(), [])).toMatchObject({ totalMs: 20 * MINUTE + TAIL });
  });

  test("learns nothing from backups that failed, are partial, run or tell no times", () => {
    const useless = [
      aBackup({ status: "failed" }),
      aBackup({ status: "partiallySucceeded" }),
      aBackup({ status: "running" }),
      aBackup({ tookMs: null }),
      aBackup({ completedAt: null }),
    ];
    expect(estimateFrom(useless, []).sampleSize).toBe(0);
  });

  test("learns the tail from runs of our own that were watched to their end", () => {
    const watched = anEnded("succeeded", { endedAt: NOON + 5 * MINUTE });
    expect(estimateFrom([past(20, 1)], [watched]).totalMs).toBe(25 * MINUTE);
  });

  test("learns no tail from another's run, from a page that was closed, or from nonsense", () => {
    const unusable = [
      anEnded("succeeded", { origin: "elsewhere", endedAt: NOON + 5 * MINUTE }),
      anEnded("succeeded", { endedAt: NOON + 8 * HOUR }),
      anEnded("succeeded", { endedAt: NOON - MINUTE }),
      anEnded("succeeded", { backup: aBackup({ completedAt: null }) }),
      anEnded("partiallySucceeded", { endedAt: NOON + 5 * MINUTE }),
    ];
    expect(estimateFrom([past(20, 1)], unusable).totalMs).toBe(20 * MINUTE + TAIL);
  });
});

describe("the bar", () => {
  const table: [elapsed: number, fraction: number][] = [
    [0, 0],
    [10 * MINUTE, 0.45],
    [20 * MINUTE, 0.9],
    [40 * MINUTE, 0.945],
    [DAY, 0.98875],
    [-MINUTE, 0],
  ];
  for (const [elapsed, fraction] of table) {
    test(`is at ${fraction} after ${elapsed / MINUTE} of 20 estimated minutes`, () => {
      expect(progressFraction(elapsed, 20 * MINUTE)).toBeCloseTo(fraction, 6);
    });
  }

  test("stays empty where there is no estimate worth the name", () => {
    for (const total of [0, -1, Number.NaN]) expect(progressFraction(MINUTE, total)).toBe(0);
  });

  test("is within 0 and 1, never full, and never goes back as time goes on (I20)", () => {
    const span = fc.double({ min: -DAY, max: 1e15, noNaN: true });
    const total = fc.oneof(fc.double({ noNaN: true }), fc.integer({ min: 1, max: DAY }));
    fc.assert(
      fc.property(span, span, total, (one, other, totalMs) => {
        const before = progressFraction(Math.min(one, other), totalMs);
        const after = progressFraction(Math.max(one, other), totalMs);
        expect(before).toBeGreaterThanOrEqual(0);
        expect(after).toBeGreaterThanOrEqual(before);
        expect(after).toBeLessThan(1);
      }),
      { numRuns: 2_000 },
    );
  });
});

test("roles are counted as done only when they succeeded", () => {
  const role = (kind: "succeeded" | "partiallySucceeded" | "running" | "failed") => ({
    name: kind,
    status: { kind },
  });
  expect(
    countRoles([role("succeeded"), role("partiallySucceeded"), role("running"), role("failed")]),
  ).toEqual({
    done: 1,
    total: 4,
  });
  expect(countRoles([])).toBeNull();
});

describe("elapsed", () => {
  test("runs from the click while the run goes on, posted, unknown or running", () => {
    for (const operation of [aPosting(), anUnknown(), aRunning()])
      expect(elapsedMs(operation, NOON + 5 * MINUTE)).toBe(5 * MINUTE);
  });

  test("stands still once the run has ended", () => {
    expect(elapsedMs(anEnded("succeeded"), NOON + DAY)).toBe(20 * MINUTE);
    expect(elapsedMs(aLost(), NOON + DAY)).toBe(20 * MINUTE);
  });

  test("is unknown where nobody said when the run began", () => {
    expect(elapsedMs(aRunning({ startedAt: null }), NOON)).toBeNull();
  });

  test("is never negative and never goes back, however the clocks differ (I20)", () => {
    const instant = fc.integer({ min: NOON - DAY, max: NOON + DAY });
    fc.assert(
      fc.property(instant, instant, instant, (startedAt, one, other) => {
        const operation = aRunning({ startedAt });
        const before = elapsedMs(operation, Math.min(one, other)) ?? -1;
        const after = elapsedMs(operation, Math.max(one, other)) ?? -1;
        expect(before).toBeGreaterThanOrEqual(0);
        expect(after).toBeGreaterThanOrEqual(before);
      }),
    );
  });
});
