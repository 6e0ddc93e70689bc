import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseInstant } from "./instant.ts";

describe("an instant is read", () => {
  const read: [wire: string, iso: string][] = [
    ["2020-03-04T12:22:18.7883083Z", "2020-03-04T12:22:18.788Z"],
    ["2021-03-17T05:55:39.132Z", "2021-03-17T05:55:39.132Z"],
    ["2020-03-04T12:22:18.37Z", "2020-03-04T12:22:18.370Z"],
    ["2020-03-04T12:22:18.4Z", "2020-03-04T12:22:18.400Z"],
    ["2020-03-04T12:22:18Z", "2020-03-04T12:22:18.000Z"],
    ["2020-03-04T12:22:18.9999999Z", "2020-03-04T12:22:18.999Z"],
    ["2020-03-04T12:22:18.123456789Z", "2020-03-04T12:22:18.123Z"],
    ["2020-03-04T12:22:18", "2020-03-04T12:22:18.000Z"],
    ["2020-03-04T12:22:18.5", "2020-03-04T12:22:18.500Z"],
    ["2020-03-04T12:22:18+02:00", "2020-03-04T10:22:18.000Z"],
    ["2020-03-04T12:22:18.25-05:30", "2020-03-04T17:52:18.250Z"],
    [" 2020-03-04t12:22:18z ", "2020-03-04T12:22:18.000Z"],
    ["2020-02-29T00:00:00Z", "2020-02-29T00:00:00.000Z"],
    ["1969-12-31T23:59:59Z", "1969-12-31T23:59:59.000Z"],
  ];
  for (const [wire, iso] of read) {
    test(`from "${wire}" as ${iso}`, () => {
      const instant = parseInstant(wire);
      expect(instant === null ? null : new Date(instant).toISOString()).toBe(iso);
    });
  }
});

describe("nothing is read, so that no date is ever made up,", () => {
  const nothing: [name: string, wire: unknown][] = [
    ["from an absent value", undefined],
    ["from null", null],
    ["from .NET's 0001-01-01, which means never", "0001-01-01T00:00:00Z"],
    ["from 0001-01-01 without zone", "0001-01-01T00:00:00"],
    ["from the year 0", "0000-01-01T00:00:00Z"],
    ["from 30 February", "2020-02-30T00:00:00Z"],
    ["from 29 February of a common year", "2021-02-29T00:00:00Z"],
    ["from month 13", "2020-13-01T00:00:00Z"],
    ["from hour 25", "2020-03-04T25:00:00Z"],
    ["from an impossible offset", "2020-03-04T12:00:00+99:99"],
    ["from a date alone", "2020-03-04"],
    ["from US text", "3/4/2020 12:22:18 PM"],
    ["from an empty text", ""],
    ["from garbage", "soon"],
    ["from a number", 1_583_324_538_788],
    ["from an object", {}],
  ];
  for (const [name, wire] of nothing) {
    test(name, () => {
      expect(parseInstant(wire)).toBeNull();
    });
  }
});

test("every instant that JavaScript writes is read back exactly", () => {
  fc.assert(
    fc.property(
      fc.date({
        min: new Date("0100-01-01T00:00:00Z"),
        max: new Date("9999-12-31T23:59:59.999Z"),
        noInvalidDate: true,
      }),
      (date) => {
        expect(parseInstant(date.toISOString())).toBe(date.getTime());
      },
    ),
  );
});

test("digits beyond the third change nothing, and trailing zeros may be missing", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 9_999_999 }), (ticks) => {
      const digits = String(ticks).padStart(7, "0");
      const whole = Date.UTC(2020, 2, 4, 12, 22, 18);
      const trimmed = digits.replace(/0+$/, "");
      expect(parseInstant(`2020-03-04T12:22:18.${digits}Z`)).toBe(whole + Math.floor(ticks / 10_000));
      expect(parseInstant(`2020-03-04T12:22:18${trimmed === "" ? "" : `.${trimmed}`}Z`)).toBe(
        whole + Math.floor(ticks / 10_000),
      );
    }),
  );
});

test("whatever comes, an instant is a finite number or nothing", () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.jsonValue()), (wire) => {
      const instant = parseInstant(wire);
      expect(instant === null || Number.isSafeInteger(instant)).toBe(true);
    }),
  );
});
