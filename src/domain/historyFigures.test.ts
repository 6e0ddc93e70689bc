import { describe, expect, test } from "vitest";
import { longestGap, sinceSuccess, slotsKept, worstRecoveryPoint } from "./historyFigures.ts";
import { DAY, HOUR, MINUTE, NOON } from "./testing/fixtures.ts";
import { aHistory, LATE_EVENING, onDemand, scheduled } from "./testing/histories.ts";
import { aLocation } from "./testing/locations.ts";

const location = aLocation({ retentionDays: 14 });
const history = (backups: Parameters<typeof aHistory>[0], now: number = LATE_EVENING) =>
  aHistory(backups, { location }, now);

describe("slots kept", () => {
  test("of the last seven days: successes out of the slots whose result is known", () => {
    const kept = Array.from({ length: 28 }, (_, index) => -12 * index).filter((hours) => hours !== -48);
    const all = kept.map((hours) =>
      scheduled(hours, hours === -24 ? "failed" : hours === -36 ? "partiallySucceeded" : "succeeded"),
    );
    expect(slotsKept(history([...all, onDemand(-3)]), 7, LATE_EVENING)).toEqual({
      days: 7,
      kept: 11,
      known: 14,
      unknown: 0,
      running: 0,
      byKind: { succeeded: 11, failed: 1, partiallySucceeded: 1, missing: 1 },
      fromAt: NOON - 13 * 12 * HOUR,
      isWhole: true,
    });
  });

  test("unknown and running slots are in neither number, and a short history says so", () => {
    const rests = slotsKept(history([scheduled(-12), scheduled(0, "running")]), 30, LATE_EVENING);
    expect(rests).toMatchObject({ kept: 1, known: 1, running: 1, isWhole: false, fromAt: NOON - 12 * HOUR });
    expect(slotsKept(history([]), 7, LATE_EVENING)).toMatchObject({
      kept: 0,
      known: 0,
      fromAt: null,
      isWhole: false,
    });
  });
});

describe("the longest gap", () => {
  test("is between completions of successes, whoever began them", () => {
    const gap = longestGap(
      history([scheduled(-36), scheduled(-24, "failed"), scheduled(-12), scheduled(0)]),
      LATE_EVENING,
    );
    expect(gap).toEqual({
      ms: DAY,
      fromAt: NOON - 36 * HOUR + 10 * MINUTE,
      untilAt: NOON - 12 * HOUR + 10 * MINUTE,
    });
    const filled = [scheduled(-36), scheduled(-24, "failed"), onDemand(-20), scheduled(-12), scheduled(0)];
    expect(longestGap(history(filled), LATE_EVENING)?.ms).toBe(16 * HOUR);
  });

  test("goes on where the last success is long ago, and there is none without a success", () => {
    const now = NOON + 3 * DAY;
    expect(longestGap(history([scheduled(-12), scheduled(0)], now), now)).toEqual({
      ms: 3 * DAY - 10 * MINUTE,
      fromAt: NOON + 10 * MINUTE,
      untilAt: null,
    });
    expect(longestGap(history([scheduled(0, "failed")]), LATE_EVENING)).toBeNull();
  });
});

test("what failed since the last success: attempts by their end, and slots without any", () => {
  const backups = [
    scheduled(-48),
    scheduled(-36, "failed"),
    onDemand(-34, "failed"),
    scheduled(-12, "partiallySucceeded"),
  ];
  expect(sinceSuccess(history(backups))).toEqual({
    successAt: NOON - 48 * HOUR + 10 * MINUTE,
    failed: 2,
    partiallySucceeded: 1,
    skipped: 0,
    missing: 2,
  });
  expect(sinceSuccess(history([scheduled(0, "failed")]))).toMatchObject({ successAt: null, failed: 1 });
});

describe("the recovery point at worst", () => {
  test("is as old as from the start of one success to the completion of the next", () => {
    const backups = [scheduled(-36), scheduled(-12), scheduled(0, "succeeded", { tookMs: 30 * MINUTE })];
    expect(worstRecoveryPoint(history(backups), LATE_EVENING)).toEqual({
      ms: 24 * HOUR + 10 * MINUTE,
      dataFromAt: NOON - 36 * HOUR,
      untilAt: NOON - 12 * HOUR + 10 * MINUTE,
      plannedMs: 12 * HOUR + 30 * MINUTE,
      successes: 3,
    });
  });

  test("grows by itself when nothing follows, and is unknown without a success or a plan", () => {
    expect(worstRecoveryPoint(history([scheduled(0)], NOON + 2 * DAY), NOON + 2 * DAY)).toMatchObject({
      ms: 2 * DAY,
      untilAt: null,
    });
    expect(worstRecoveryPoint(history([]), LATE_EVENING)).toBeNull();
    expect(
      worstRecoveryPoint(aHistory([scheduled(0)], { location: null }), LATE_EVENING)?.plannedMs,
    ).toBeNull();
  });
});
