import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { dateLanguage, formatDateTime, formatRelative, formatTime, type DateFormat } from "./format.ts";

const AT = Date.UTC(2026, 10, 22, 18, 20, 14);

/** In a browser of that language: Intl's own choice where none is given. */
function inLanguage(language: string): void {
  const DateTimeFormat = Intl.DateTimeFormat;
  vi.spyOn(Intl, "DateTimeFormat").mockImplementation(function (locales, options) {
    return new DateTimeFormat(locales ?? language, options);
  });
}

describe("dates", () => {
  // The formatters are kept for the life of a page, and a page has one language.
  const load = async () => {
    vi.resetModules();
    return import("./format.ts");
  };
  beforeAll(() => void vi.stubEnv("TZ", "America/Los_Angeles"));
  afterAll(() => void vi.unstubAllEnvs());

  test.each([
    ["en-US", "Nov 22, 2026, 10:20:14 AM PST"],
    ["en-GB", "22 Nov 2026, 10:20:14 GMT-8"],
    ["de-DE", "22. Nov. 2026, 10:20:14 GMT-8"],
    ["ja-JP", "2026年11月22日 10:20:14 GMT-8"],
    ["ar-EG", "\u2068٢٢ نوفمبر ٢٠٢٦، ١٠:٢٠:١٤ ص غرينتش-٨\u2069"],
  ])("are those of a %s browser", async (language, text) => {
    inLanguage(language);
    const format = await load();
    const local: DateFormat = { choice: "browser", timeZone: undefined };
    expect(format.formatDateTime(AT, local).replace(/[\s\u200f]+/gu, " ")).toBe(text);
    expect(format.dateLanguage(local)).toBe(language);
    vi.restoreAllMocks();
  });

  test.each([
    ["UTC", "2026-11-22 18:20:14 +00:00"],
    ["America/Los_Angeles", "2026-11-22 10:20:14 -08:00"],
    ["Asia/Kolkata", "2026-11-22 23:50:14 +05:30"],
  ])("by ISO 8601 are the same in every browser: %s", (timeZone, text) => {
    expect(formatDateTime(AT, { choice: "iso", timeZone })).toBe(text);
    expect(formatTime(AT, { choice: "iso", timeZone })).toBe(text.slice(11, 19));
    expect(dateLanguage({ choice: "iso", timeZone })).toBe("en");
  });

  test("by ISO 8601 have two digits of every hour", () => {
    const at = (time: string) =>
      formatDateTime(Date.parse(`2026-11-22T${time}Z`), { choice: "iso", timeZone: "UTC" });
    expect(at("09:48:35")).toBe("2026-11-22 09:48:35 +00:00");
    expect(at("00:05:00")).toBe("2026-11-22 00:05:00 +00:00");
  });
});

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

describe("ages", () => {
  test.each([
    [0, "just now"],
    [59_999, "just now"],
    [12 * MINUTE, "12 min ago"],
    [59.6 * MINUTE, "1 h ago"],
    [7 * HOUR + 52 * MINUTE, "7 h 52 min ago"],
    [-(7 * HOUR + 52 * MINUTE), "in 7 h 52 min"],
    [28 * HOUR, "1 d 4 h ago"],
    [40 * HOUR, "1 d 16 h ago"],
    [47.9 * HOUR, "2 d ago"],
    [63 * HOUR, "3 d ago"],
  ])("%d ms are %s", (age, text) => {
    expect(formatRelative(AT - age, AT)).toBe(text);
  });

  test("tell the future from the past, and nothing else, by their sign", () => {
    fc.assert(
      fc.property(fc.integer({ min: MINUTE, max: 400 * 24 * HOUR }), (span) => {
        const past = formatRelative(AT - span, AT);
        expect(past).toMatch(/ ago$/);
        expect(formatRelative(AT + span, AT)).toBe(`in ${past.replace(/ ago$/, "")}`);
      }),
    );
  });
});
