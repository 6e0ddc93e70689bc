import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { byDay } from "./backupHistory.ts";
import { aBackup, DAY, HOUR, MINUTE, NOON } from "./testing/fixtures.ts";
import { aHistory, LATE_EVENING, scheduled } from "./testing/histories.ts";
import { aLocation } from "./testing/locations.ts";

/** The slots with a success, in hours from noon; fails on any other mark. */
function slots(...given: Parameters<typeof aHistory>): number[] {
  const { marks } = aHistory(...given);
  expect(marks.every(({ kind, isSlot }) => isSlot && kind === "succeeded")).toBe(true);
  return marks.map(({ at }) => (at - NOON) / HOUR);
}

describe("whatever the stamp lists", () => {
  const state = fc.constantFrom(
    "succeeded" as const,
    "failed" as const,
    "partiallySucceeded" as const,
    "running" as const,
    "skipped" as const,
    "deleted" as const,
  );
  const instant = fc.integer({ min: NOON - 20 * DAY, max: NOON + 2 * DAY });
  const backup = fc
    .record({
      status: state,
      completedAt: fc.option(instant, { nil: null }),
      tookMs: fc.option(fc.integer({ min: 0, max: 5 * HOUR }), { nil: null }),
      automatic: fc.option(fc.boolean(), { nil: null }),
    })
    .map((known) => aBackup(known));
  const backups = fc
    .array(backup, { maxLength: 60 })
    .map((all) => all.map((one, index) => ({ ...one, id: `b${index}` })));
  const location = fc.record({
    frequencyHours: fc.option(fc.integer({ min: -1, max: 200 }), { nil: null }),
    nextBackupAt: fc.option(fc.oneof(instant, fc.integer()), { nil: null }),
    retentionDays: fc.option(fc.integer({ min: 0, max: 30 }), { nil: null }),
    schedulerEnabled: fc.option(fc.boolean(), { nil: null }),
  });

  test("each backup is in exactly one mark or undated, marks are in order, and no two are of one slot", () => {
    fc.assert(
      fc.property(backups, location, instant, (all, known, now) => {
        const { marks, undated } = aHistory(all, { location: aLocation(known) }, now);
        const seen = [...marks.flatMap(({ row }) => row?.id ?? []), ...undated.map(({ id }) => id)];
        expect(seen).toHaveLength(all.length);
        expect(new Set(seen)).toEqual(new Set(all.map(({ id }) => id)));
        for (const [index, { at }] of marks.entries())
          expect(at).toBeGreaterThanOrEqual(marks[index - 1]?.at ?? at);
        expect(new Set(marks.map(({ key }) => key)).size).toBe(marks.length);
        const ofSchedule = marks.filter(({ isSlot }) => isSlot);
        const spanMs = (known.frequencyHours ?? 1) * HOUR;
        for (const [index, { at }] of ofSchedule.entries()) {
          if (index > 0) expect(at - (ofSchedule[index - 1]?.at ?? 0)).toBeGreaterThan(spanMs / 2);
        }
      }),
    );
  });

  test("nothing is missing that ran: of a schedule with holes exactly the holes are missing", () => {
    const holes = fc.uniqueArray(fc.integer({ min: 1, max: 12 }), { maxLength: 10 });
    const lateMs = fc.infiniteStream(fc.integer({ min: -MINUTE, max: 20 * MINUTE }));
    fc.assert(
      fc.property(holes, lateMs, (missing, late) => {
        const kept = Array.from({ length: 14 }, (_, index) => index).filter(
          (index) => !missing.includes(index),
        );
        const ran = kept.map((index) => scheduled(-12 * index + Number(late.next().value) / HOUR));
        const location = aLocation({ retentionDays: 14 });
        const found = aHistory(ran, { location }).marks.filter(({ kind }) => kind === "missing");
        expect(
          found.map(({ at }) => Math.round((NOON - at) / (12 * HOUR))).toSorted((a, b) => a - b),
        ).toEqual(missing.toSorted((a, b) => a - b));
      }),
    );
  });

  test("whatever the frequency was before, nothing is missing where every run took place", () => {
    const hours = fc.integer({ min: 4, max: 12 });
    fc.assert(
      fc.property(hours, hours, fc.integer({ min: 1, max: 20 }), fc.nat(), (before, after, runs, dice) => {
        // Changed before the old schedule's next slot; the new one counts from the change, or from the last run.
        const changedAt = dice % before;
        const old = Array.from({ length: 20 }, (_, index) => scheduled(-index * before));
        const young = Array.from({ length: runs }, (_, index) => scheduled(changedAt + (index + 1) * after));
        const nextBackupAt = NOON + (changedAt + (runs + 1) * after) * HOUR;
        const location = aLocation({ frequencyHours: after, nextBackupAt, retentionDays: 14 });
        const { marks } = aHistory([...old, ...young], { location }, nextBackupAt - MINUTE);
        expect(marks.filter(({ kind }) => kind === "missing")).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });

  test("a page whose clock is days off shows the same slots, with nothing missing in the future", () => {
    const all = [scheduled(-24), scheduled(-12), scheduled(0)];
    for (const offMs of [-3 * DAY, -HOUR]) {
      expect(slots(all, {}, LATE_EVENING + offMs)).toEqual([-24, -12, 0]);
    }
  });

  test("a next slot that is years away costs no time and keeps its phase", () => {
    const location = aLocation({ nextBackupAt: NOON + 10_000 * DAY });
    expect(slots([scheduled(-12), scheduled(0)], { location })).toEqual([-12, 0]);
    const old = aBackup({ id: "old", automatic: true, completedAt: -60e12, tookMs: 0 });
    expect(aHistory([old], { location: aLocation({ frequencyHours: 1 }) }).marks.length).toBeLessThanOrEqual(
      50_001,
    );
  });
});

describe("by day", () => {
  const dayIn = (timeZone: string) => {
    const format = new Intl.DateTimeFormat("en-CA", { timeZone, dateStyle: "short" });
    return (at: number) => format.format(at);
  };

  test("marks fall on the days of the operator's time zone, in their order", () => {
    const { marks } = aHistory([scheduled(-24), scheduled(-12), scheduled(0)]);
    const days = byDay(marks, dayIn("America/Los_Angeles")).map(({ day, marks: on }) => [day, on.length]);
    expect(days).toEqual([
      ["2020-03-03", 2],
      ["2020-03-04", 1],
    ]);
  });

  test("slots are UTC: when clocks go forward none is lost and none is doubled", () => {
    // Los Angeles went over to summer time on 8 March 2020, a day of 23 hours.
    const nextBackupAt = Date.UTC(2020, 2, 12, 12);
    const all = Array.from({ length: 20 }, (_, index) =>
      scheduled((nextBackupAt - NOON) / HOUR - 12 * (index + 1)),
    );
    const { marks } = aHistory(all, { location: aLocation({ nextBackupAt }) }, nextBackupAt - HOUR);
    expect(marks.map(({ kind }) => kind)).toEqual(Array(20).fill("succeeded"));
    const days = byDay(marks, dayIn("America/Los_Angeles"));
    expect(days.flatMap(({ marks: on }) => on)).toEqual(marks);
    expect(days.find(({ day }) => day === "2020-03-08")?.marks).toHaveLength(2);
  });
});
