import * as fc from "fast-check";
import { expect, test } from "vitest";
import { formatCompact, formatDuration, formatInstant, formatUs } from "./instants.ts";

const instants = fc.integer({ min: Date.UTC(2018, 0), max: Date.UTC(2099, 0) });

test("an instant reads back to its millisecond, with up to seven digits and no trailing zero", () => {
  fc.assert(
    fc.property(instants, fc.string(), (at, grain) => {
      const text = formatInstant(at, grain);
      expect(text).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{0,6}[1-9])?Z$/);
      expect(Date.parse(text)).toBe(at);
    }),
    { numRuns: 2000 },
  );
});

test("the same thing has the same fraction each time, another thing another", () => {
  expect(formatInstant(0, "a")).toBe(formatInstant(0, "a"));
  expect(formatInstant(0, "a")).not.toBe(formatInstant(0, "b"));
});

test("a duration names hours and minutes only where there are any, and adds up", () => {
  fc.assert(
    fc.property(fc.nat(30 * 3_600_000), fc.string(), (ms, grain) => {
      const match = /^PT(?:([1-9]\d*)H)?(?:([1-9]\d?)M)?(\d{1,2})(?:\.(\d{0,6}[1-9]))?S$/.exec(
        formatDuration(ms, grain),
      );
      expect(match).not.toBeNull();
      const [, hours = "0", minutes = "0", seconds = "0", digits = ""] = match ?? [];
      const millis = Number(digits.padEnd(3, "0").slice(0, 3));
      expect(Number(hours) * 3_600_000 + Number(minutes) * 60_000 + Number(seconds) * 1000 + millis).toBe(ms);
    }),
    { numRuns: 2000 },
  );
});

test("a routing id's time is compact", () => {
  expect(formatCompact(Date.UTC(2020, 2, 4, 12, 15, 43, 788))).toBe("20200304T121543Z");
});

test.each([
  ["2021-02-26T05:55:51Z", "2/26/2021 5:55:51 AM"],
  ["2021-12-01T00:05:09Z", "12/1/2021 12:05:09 AM"],
  ["2021-12-31T12:00:00Z", "12/31/2021 12:00:00 PM"],
])("%s is %s in US text", (instant, text) => {
  expect(formatUs(Date.parse(instant))).toBe(text);
});
