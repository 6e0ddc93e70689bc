import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { failureOf } from "../domain/failure.ts";
import { listDueAt, locationDueAt, slotAfter, visitMs, type FleetPace } from "./fleetPolling.ts";

const MINUTE = 60_000;
const NOW = Date.UTC(2026, 10, 22, 20);

const PACE: FleetPace = {
  running: "no",
  trouble: null,
  resting: false,
  rate: 1,
  seed: null,
  stamps: 200,
  place: 0,
};

const pace = (known: Partial<FleetPace> = {}): FleetPace => ({ ...PACE, ...known });

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
      fc.property(fc.nat({ max: 199 }), fc.nat({ max: 10 * MINUTE }), (place, askedAgo) => {
        const period = visitMs(200, 1);
        const askedAt = NOW - askedAgo;
        const due = listDueAt(askedAt, pace({ place })) ?? 0;
        expect(due - askedAt).toBeGreaterThanOrEqual(period / 2 - 1);
        expect(due - askedAt).toBeLessThanOrEqual(1.5 * period + 1);
        expect((listDueAt(due, pace({ place })) ?? 0) - due).toBeCloseTo(period, 3);
      }),
    );
  });

  test("a phase is met from its instant on", () => {
    expect(slotAfter(1_000, 0.25, 400)).toBe(1_300);
    expect(slotAfter(1_300, 0.25, 400)).toBe(1_300);
    expect(slotAfter(1_301, 0.25, 400)).toBe(1_700);
  });
});

describe("what is due when", () => {
  test("what nobody has asked yet: at once", () => {
    expect(listDueAt(null, pace())).toBe(0);
    expect(locationDueAt(null, pace())).toBe(0);
  });

  test("idle stamps rest with a hidden or paused page, running ones do not", () => {
    expect(listDueAt(null, pace({ resting: true }))).toBeNull();
    expect(listDueAt(NOW, pace({ resting: true }))).toBeNull();
    expect(listDueAt(NOW, pace({ resting: true, running: "running" }))).toBe(NOW + MINUTE);
    expect(locationDueAt(NOW, pace({ resting: true, running: "running" }))).toBeNull();
  });

  test("an unknown outcome is looked for twice a minute", () => {
    expect(listDueAt(NOW, pace({ running: "unknownOutcome" }))).toBe(NOW + MINUTE / 2);
  });

  test("a stamp in trouble is asked in its round, and not before its Retry-After", () => {
    const throttled = { failures: 1, failure: failureOf("throttled", { retryAfterMs: 10 * MINUTE }) };
    expect(listDueAt(NOW, pace({ trouble: throttled }))).toBe(NOW + 10 * MINUTE);
    const offline = { failures: 1, failure: failureOf("offline") };
    expect(listDueAt(NOW, pace({ trouble: offline }))).toBe(listDueAt(NOW, pace()));
  });

  test("a refused token stops the asking", () => {
    const trouble = { failures: 1, failure: failureOf("auth") };
    expect(listDueAt(NOW, pace({ trouble }))).toBeNull();
    expect(listDueAt(NOW, pace({ trouble, running: "running" }))).toBeNull();
  });
});
