import fc from "fast-check";
import { expect, test } from "vitest";
import { durationsOf, roundSpans } from "./backupDurations.ts";
import { MINUTE } from "./testing/fixtures.ts";
import { aHistory, scheduled } from "./testing/histories.ts";

/** The series of scheduled successes that took so many minutes, oldest first. */
function series(minutes: readonly number[], failedIndex: number = -1) {
  const backups = minutes.map((took, index) =>
    scheduled(-12 * (minutes.length - 1 - index), index === failedIndex ? "failed" : "succeeded", {
      tookMs: took * MINUTE,
    }),
  );
  return durationsOf(aHistory(backups).marks);
}

test("the band is the median and the quartiles of the successes, and says on how many it rests", () => {
  expect(series([20, 22, 21, 24, 23]).band).toMatchObject({
    lowMs: 21 * MINUTE,
    medianMs: 22 * MINUTE,
    highMs: 23 * MINUTE,
    sampleSize: 5,
  });
  expect(series([20, 22, 21, 24]).band).toBeNull();
  expect(series([]).points).toEqual([]);
});

test("far beyond the middle half is an outlier; a failed run is shown and not compared", () => {
  const { points } = series([20, 22, 21, 24, 23, 60, 4, 3], 7);
  expect(points.map(({ outlier }) => outlier)).toEqual([
    null,
    null,
    null,
    null,
    null,
    "longer",
    "shorter",
    null,
  ]);
  expect(points.at(-1)).toMatchObject({ isSuccess: false, tookMs: 3 * MINUTE });
});

test("runs of nearly one length have no outliers for a few seconds", () => {
  expect(series([20, 20, 20, 20, 20, 20.4]).points.every(({ outlier }) => outlier === null)).toBe(true);
});

test("a slow trend is the newest third beside the oldest", () => {
  const slow = series(Array.from({ length: 15 }, (_, index) => 20 + index));
  expect(slow.trend).toEqual({ earlierMs: 22 * MINUTE, recentMs: 32 * MINUTE, perThird: 5 });
  expect(series([1, 2, 3, 4, 5, 6, 7, 8]).trend).toBeNull();
});

test("every timed run is one point in order, a quarter of the successes at most lies on either side of the band", () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 600 }), { minLength: 5, maxLength: 40 }), (minutes) => {
      const { points, band } = series(minutes);
      expect(points.map(({ tookMs }) => tookMs)).toEqual(minutes.map((took) => took * MINUTE));
      const below = points.filter(({ tookMs }) => band && tookMs < band.lowMs);
      const above = points.filter(({ tookMs }) => band && tookMs > band.highMs);
      for (const side of [below, above])
        expect(side.length).toBeLessThanOrEqual(Math.ceil(points.length / 4));
      for (const point of points) {
        if (point.outlier !== null) expect(point.outlier === "longer" ? above : below).toContain(point);
      }
    }),
  );
});

test.each([
  [20, [0, 5, 10, 15, 20]],
  [52, [0, 15, 30, 45, 60]],
  [95, [0, 30, 60, 90, 120]],
  [0, [0, 1]],
  [3000, [0, 1440, 2880, 4320]],
])("the marks of an axis up to %d min are round", (top, minutes) => {
  expect(roundSpans(top * 60_000)).toEqual(minutes.map((one) => one * 60_000));
});

test("an axis of any length has at most six marks, the last at or past the longest", () => {
  fc.assert(
    fc.property(fc.double({ min: 0, max: 1e12, noNaN: true }), (topMs) => {
      const marks = roundSpans(topMs);
      expect(marks.length).toBeLessThanOrEqual(6);
      expect(marks.at(-1)).toBeGreaterThanOrEqual(topMs);
    }),
  );
});
