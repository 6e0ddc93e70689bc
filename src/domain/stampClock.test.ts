import fc from "fast-check";
import { expect, test } from "vitest";
import { clockAt, observeDate, stampNow } from "./stampClock.ts";
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

test("an older Date header, from a cache or out of order, changes nothing", () => {
  const clock = clockAt(NOON, 0, 1);
  expect(observeDate(clock, NOON - DAY, 10)).toBe(clock);
});

test("whatever Date headers come, stamp time never goes back (I20)", () => {
  const observation = fc.record({
    afterMs: fc.integer({ min: 0, max: HOUR }),
    skewMs: fc.integer({ min: -DAY, max: DAY }),
  });
  fc.assert(
    fc.property(fc.array(observation), fc.constantFrom(1, 60), (observations, rate) => {
      let clock = clockAt(NOON, 0, rate);
      let tick = 0;
      let last = stampNow(clock, tick);
      for (const { afterMs, skewMs } of observations) {
        tick += afterMs;
        clock = observeDate(clock, stampNow(clock, tick) + skewMs, tick);
        expect(stampNow(clock, tick)).toBeGreaterThanOrEqual(last);
        last = stampNow(clock, tick);
      }
    }),
  );
});
