import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { clockAt, observeDate, stampNow, type StampClock } from "./stampClock.ts";
import { DAY, HOUR, MINUTE, NOON, SECOND } from "./testing/fixtures.ts";

test("stamp time goes on with the local monotonic clock", () => {
  const clock = clockAt(NOON, 5_000, 1);
  expect(stampNow(clock, 5_000)).toBe(NOON);
  expect(stampNow(clock, 65_000)).toBe(NOON + MINUTE);
});

test("on a sped-up demo stamp a second is a minute", () => {
  expect(stampNow(clockAt(NOON, 0, 60), 1_000)).toBe(NOON + MINUTE);
});

test("a local clock that jumps back does not take stamp time back", () => {
  expect(stampNow(clockAt(NOON, 5_000, 1), 0)).toBe(NOON);
});

test("a Date header well ahead moves the clock forward, as after sleep", () => {
  const clock = observeDate(clockAt(NOON, 0, 1), NOON + HOUR, SECOND);
  expect(stampNow(clock, 2 * SECOND)).toBe(NOON + HOUR + SECOND);
});

test("a Date header within two seconds is noise", () => {
  const clock = clockAt(NOON, 0, 1);
  expect(observeDate(clock, NOON + 2 * SECOND, 0)).toBe(clock);
});

test("an older Date header, from a cache or out of order, does not take time back", () => {
  const clock = observeDate(clockAt(NOON, 0, 1), NOON - DAY, 10);
  expect(stampNow(clock, SECOND)).toBe(NOON + SECOND);
});

/** The stamp's true time is NOON at tick 0; answers arrive every `everyMs`. */
function answers(clock: StampClock, count: number, everyMs: number, fromTick = 0): StampClock {
  for (let n = 1; n <= count; n += 1) {
    const tick = fromTick + n * everyMs;
    clock = observeDate(clock, NOON + tick * clock.rate, tick);
  }
  return clock;
}

describe("one date in the future", () => {
  test.each([1, 60])("is corrected once three answers agree, at speed %i", (rate) => {
    const wrong = observeDate(clockAt(NOON, 0, rate), NOON + 2 * HOUR * rate, 0);
    const after = answers(wrong, 2, 10 * SECOND);
    expect(stampNow(after, 20 * SECOND)).toBeGreaterThan(NOON + HOUR * rate);
    expect(stampNow(answers(wrong, 3, 10 * SECOND), 30 * SECOND)).toBe(NOON + 30 * SECOND * rate);
  });

  test("is not corrected by answers of the same moment, nor by a cache that repeats one date", () => {
    const wrong = observeDate(clockAt(NOON, 0, 1), NOON + 2 * HOUR, 0);
    expect(stampNow(answers(wrong, 4, 100), 400)).toBeGreaterThan(NOON + HOUR);
    let cached = wrong;
    for (let tick = 0; tick < HOUR; tick += 10 * SECOND) cached = observeDate(cached, NOON, tick);
    expect(stampNow(cached, HOUR)).toBeGreaterThan(NOON + 2 * HOUR);
  });

  test("may come up again without end", () => {
    let clock = clockAt(NOON, 0, 1);
    for (let round = 0; round < 5; round += 1) {
      const tick = round * MINUTE;
      clock = observeDate(clock, NOON + tick + DAY, tick);
      clock = answers(clock, 3, 10 * SECOND, tick);
      expect(stampNow(clock, tick + 30 * SECOND)).toBe(NOON + tick + 30 * SECOND);
    }
  });
});

test("whatever Date headers come, time goes back for no fewer than three that agree (I20)", () => {
  const observation = fc.record({
    afterMs: fc.integer({ min: 0, max: HOUR }),
    skewMs: fc.oneof(fc.constantFrom(-HOUR, HOUR, 0), fc.integer({ min: -DAY, max: DAY })),
  });
  fc.assert(
    fc.property(fc.array(observation), fc.constantFrom(1, 60), (observations, rate) => {
      let clock = clockAt(NOON, 0, rate);
      let tick = 0;
      let last = stampNow(clock, tick);
      const skews: number[] = [];
      for (const { afterMs, skewMs } of observations) {
        tick += afterMs;
        clock = observeDate(clock, stampNow(clock, tick) + skewMs, tick);
        skews.push(skewMs);
        const now = stampNow(clock, tick);
        const agree =
          skews.length >= 3 && skews.slice(-3).every((skew) => Math.abs(skew - skewMs) <= 4 * SECOND * rate);
        if (now < last) expect(agree).toBe(true);
        last = now;
      }
    }),
  );
});
