import fc from "fast-check";
import { afterEach, describe, expect, test, vi } from "vitest";
import { formatDateTime, formatDateTimeParts, formatTime } from "./format.ts";

const ZONES = [
  "America/Los_Angeles",
  "America/Denver",
  "America/Phoenix",
  "America/Chicago",
  "America/New_York",
  "America/Halifax",
  "America/Anchorage",
  "Pacific/Honolulu",
  "America/St_Johns",
  "America/Sao_Paulo",
  "Europe/London",
  "Europe/Berlin",
  "Asia/Kolkata",
  "Asia/Kathmandu",
  "Australia/Lord_Howe",
  "Pacific/Kiritimati",
  "Atlantic/Reykjavik",
  "UTC",
];

// From when on today's rules hold; before, some zones had names and offsets of their own.
const instants = fc.integer({ min: Date.UTC(2018, 0), max: Date.UTC(2037, 0) });
const before = process.env["TZ"];

afterEach(() => {
  vi.restoreAllMocks();
  if (before === undefined) delete process.env["TZ"];
  else process.env["TZ"] = before;
});

function byIntl(at: number, options: Intl.DateTimeFormatOptions): string {
  // Intl puts a narrow space before AM and PM.
  return new Intl.DateTimeFormat("en-US", options).format(at).replace(/\s/gu, " ");
}

describe.each(ZONES)("in %s", (timeZone) => {
  test("an instant reads as Intl writes it", () => {
    process.env["TZ"] = timeZone;
    fc.assert(
      fc.property(instants, (at) => {
        expect(formatDateTime(at, "local")).toBe(
          byIntl(at, { dateStyle: "medium", timeStyle: "long", timeZone }),
        );
        expect(formatTime(at, "local")).toBe(byIntl(at, { timeStyle: "medium", timeZone }));
      }),
    );
  });

  test("by the operator's choice of UTC nothing of the zone is left", () => {
    process.env["TZ"] = timeZone;
    fc.assert(
      fc.property(instants, (at) => {
        expect(formatDateTime(at, "utc")).toBe(
          byIntl(at, { dateStyle: "medium", timeStyle: "long", timeZone: "UTC" }),
        );
      }),
    );
  });
});

test("a browser of another language names its zone in that language; its offset is told", () => {
  process.env["TZ"] = "America/Los_Angeles";
  vi.spyOn(Date.prototype, "toString").mockReturnValue(
    "Sun Sep 13 2020 05:26:40 GMT-0700 (heure d’été du Pacifique)",
  );
  expect(formatDateTimeParts(Date.UTC(2020, 8, 13, 12, 26, 40), "local")).toEqual({
    dateTime: "Sep 13, 2020, 5:26:40 AM",
    zone: "GMT-7",
  });
});
