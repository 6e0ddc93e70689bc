import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { clampDelay, LONGEST_DELAY_MS, parseRetryAfter, SHORTEST_DELAY_MS } from "./retryAfter.ts";
import { MINUTE } from "./testing/fixtures.ts";

const NOW = Date.UTC(2020, 2, 4, 12, 15, 43);

describe("Retry-After", () => {
  const table: [name: string, header: string | null, delayMs: number | null][] = [
    ["in seconds is waited for", "60", 60_000],
    ["of five seconds is the shortest", "5", 5_000],
    ["with a fraction is waited for", "7.5", 7_500],
    ["with blanks is read", " 60 ", 60_000],
    ["of zero waits the shortest time", "0", 5_000],
    ["that is negative waits the shortest time", "-30", 5_000],
    ["of ten minutes is the longest", "600", 600_000],
    ["of a million million seconds waits ten minutes", "1000000000000", 600_000],
    ["of more digits than a number holds waits ten minutes", "9".repeat(400), 600_000],
    ["as a date waits until then", "Wed, 04 Mar 2020 12:17:43 GMT", 120_000],
    ["as a date in the past waits the shortest time", "Wed, 04 Mar 2020 11:00:00 GMT", 5_000],
    ["as a date of tomorrow waits ten minutes", "Thu, 05 Mar 2020 12:15:43 GMT", 600_000],
    ["as an old RFC 850 date waits until then", "Wednesday, 04-Mar-20 12:16:43 GMT", 60_000],
    ["that is absent leaves the caller's own delay", null, null],
    ["that is empty leaves the caller's own delay", "", null],
    ["of 60abc leaves the caller's own delay", "60abc", null],
    ["of NaN leaves the caller's own delay", "NaN", null],
    ["of 1e12 leaves the caller's own delay", "1e12", null],
    ["of Infinity leaves the caller's own delay", "Infinity", null],
    ["of two values leaves the caller's own delay", "60, 60", null],
    ["of an ISO date, which HTTP does not know, leaves the caller's own", "2020-03-04T12:17:43Z", null],
  ];
  for (const [name, header, delayMs] of table) {
    test(name, () => {
      expect(parseRetryAfter(header, NOW)).toBe(delayMs);
    });
  }
});

test("a delay that is no number becomes the usual minute", () => {
  expect(clampDelay(Number.NaN)).toBe(MINUTE);
});

test("a date against a clock nobody can read waits the usual minute", () => {
  expect(parseRetryAfter("Wed, 04 Mar 2020 12:17:43 GMT", Number.NaN)).toBe(MINUTE);
});

test("whatever a server sends, the delay is nothing or within 5 s and 10 min (I13)", () => {
  const seconds = fc.oneof(fc.double(), fc.bigInt(), fc.integer()).map(String);
  const date = fc.date({ noInvalidDate: true }).map((when) => when.toUTCString());
  const now = fc.oneof(fc.double(), fc.constant(NOW));
  fc.assert(
    fc.property(fc.oneof(seconds, date, fc.string()), now, (header, at) => {
      const delay = parseRetryAfter(header, at);
      expect(delay === null || (delay >= SHORTEST_DELAY_MS && delay <= LONGEST_DELAY_MS)).toBe(true);
    }),
    { numRuns: 2_000 },
  );
});
