import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { formatElapsed, formatSpan, formatTimeSpan, parseDuration } from "./duration.ts";
import { DAY, HOUR, MINUTE, SECOND } from "./testing/fixtures.ts";

describe("a duration is read", () => {
  const read: [wire: string, ms: number][] = [
    ["PT6M35.345912S", 395_345.912],
    ["PT5M16.0605282S", 316_060.5282],
    ["PT20M48.5970829S", 1_248_597.0829],
    ["PT5S", 5_000],
    ["PT5.5S", 5_500],
    ["PT0S", 0],
    ["PT0.0000001S", 0.0001],
    ["PT1H", HOUR],
    ["PT1H0.5S", HOUR + 500],
    ["PT36H", 36 * HOUR],
    ["P1DT2H", 26 * HOUR],
    ["P1D", DAY],
    ["P2W", 14 * DAY],
    ["PT90M", 90 * MINUTE],
    ["PT1,5S", 1_500],
    [" PT1M ", MINUTE],
  ];
  for (const [wire, ms] of read) {
    test(`from "${wire}" as ${ms} ms`, () => {
      expect(parseDuration(wire)).toBeCloseTo(ms, 6);
    });
  }
});

describe("no duration is read", () => {
  const nothing: [name: string, wire: unknown][] = [
    ["from an absent value", undefined],
    ["from null", null],
    ["from a negative one", "-PT5M"],
    ["from a negative part", "PT-5M"],
    ["from one longer than a century", "P36526D"],
    ["from a number with hundreds of digits", `PT${"9".repeat(400)}S`],
    ["from months, which have no fixed length", "P1M"],
    ["from years", "P1Y"],
    ["from P alone", "P"],
    ["from PT alone", "PT"],
    ["from a dangling T", "P1DT"],
    ["from units out of order", "PT5S6M"],
    ["from a dot without digits", "PT5.S"],
    ["from a clock", "00:06:35"],
    ["from small letters", "pt5m"],
    ["from an empty text", ""],
    ["from garbage", "long"],
    ["from a number", 395],
  ];
  for (const [name, wire] of nothing) {
    test(name, () => {
      expect(parseDuration(wire)).toBeNull();
    });
  }
});

describe("the three ways to print a span", () => {
  const printed: [ms: number, span: string, elapsed: string, timeSpan: string][] = [
    [0, "0 s", "0:00", "00:00:00"],
    [999, "0 s", "0:00", "00:00:00"],
    [59_999, "59 s", "0:59", "00:00:59"],
    [MINUTE, "1 min", "1:00", "00:01:00"],
    [395_345.912, "6 min 35 s", "6:35", "00:06:35"],
    [4.5 * MINUTE, "4 min 30 s", "4:30", "00:04:30"],
    [5 * MINUTE + 5 * SECOND, "5 min 05 s", "5:05", "00:05:05"],
    [HOUR - 1, "59 min 59 s", "59:59", "00:59:59"],
    [HOUR, "1 h", "1:00:00", "01:00:00"],
    [HOUR + 4.5 * MINUTE, "1 h 4 min", "1:04:30", "01:04:30"],
    [10 * HOUR + 7 * SECOND, "10 h", "10:00:07", "10:00:07"],
    [DAY - 1, "23 h 59 min", "23:59:59", "23:59:59"],
    [DAY, "1 d", "1.00:00:00", "1.00:00:00"],
    [DAY + 2 * HOUR + 4.5 * MINUTE, "1 d 2 h", "1.02:04:30", "1.02:04:30"],
    [12 * DAY + 30 * MINUTE, "12 d", "12.00:30:00", "12.00:30:00"],
    [-5 * SECOND, "0 s", "0:00", "00:00:00"],
  ];
  for (const [ms, span, elapsed, timeSpan] of printed) {
    test(`print ${ms} ms as "${span}", "${elapsed}" and "${timeSpan}"`, () => {
      expect([formatSpan(ms), formatElapsed(ms), formatTimeSpan(ms)]).toEqual([span, elapsed, timeSpan]);
    });
  }
});

test("any days, hours, minutes and seconds with 0–7 digits are read as what they say", () => {
  const part = fc.option(fc.integer({ min: 0, max: 99 }), { nil: null });
  const fraction = fc.option(fc.integer({ min: 0, max: 9_999_999 }), { nil: null });
  fc.assert(
    fc.property(part, part, part, part, fraction, (days, hours, minutes, whole, ticks) => {
      const seconds = ticks === null ? whole : (whole ?? 0) + ticks / 1e7;
      fc.pre([days, hours, minutes, seconds].some((given) => given !== null));
      const written = (unit: string, value: number | null) => (value === null ? "" : `${value}${unit}`);
      const secondsText =
        ticks === null ? written("S", whole) : `${whole ?? 0}.${String(ticks).padStart(7, "0")}S`;
      const clock = written("H", hours) + written("M", minutes) + secondsText;
      const text = `P${written("D", days)}${clock === "" ? "" : `T${clock}`}`;
      const ms = (days ?? 0) * DAY + (hours ?? 0) * HOUR + (minutes ?? 0) * MINUTE + (seconds ?? 0) * SECOND;
      expect(parseDuration(text)).toBeCloseTo(ms, 3);
    }),
  );
});

test("a printed TimeSpan, read back, is the span without its fraction", () => {
  fc.assert(
    fc.property(fc.double({ min: 0, max: 400 * DAY, noNaN: true }), (ms) => {
      const match = /^(?:(\d+)\.)?(\d\d):(\d\d):(\d\d)$/.exec(formatTimeSpan(ms));
      const [days, hours, minutes, seconds] = (match ?? []).slice(1).map((part) => Number(part ?? 0));
      expect(hours).toBeLessThan(24);
      expect(minutes).toBeLessThan(60);
      expect(seconds).toBeLessThan(60);
      const total =
        (days ?? 0) * DAY + (hours ?? 0) * HOUR + (minutes ?? 0) * MINUTE + (seconds ?? 0) * SECOND;
      expect(total).toBe(Math.floor(ms / SECOND) * SECOND);
    }),
  );
});

test("whatever comes, a duration is a finite number that is not negative, or nothing", () => {
  const durationLike = fc.string({
    unit: fc.constantFrom(..."-PTWDHMSY0123456789.,".split("")),
    maxLength: 30,
  });
  fc.assert(
    fc.property(fc.oneof(durationLike, fc.string(), fc.jsonValue()), (wire) => {
      const ms = parseDuration(wire);
      expect(ms === null || (Number.isFinite(ms) && ms >= 0)).toBe(true);
      if (ms !== null)
        expect(formatSpan(ms) + formatElapsed(ms) + formatTimeSpan(ms)).not.toMatch(/NaN|Inf|-/);
    }),
  );
});
