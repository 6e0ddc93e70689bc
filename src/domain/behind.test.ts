import { expect, test } from "vitest";
import { isBehind } from "./behind.ts";
import { MINUTE, NOON } from "./testing/fixtures.ts";

test.each([
  ["a moment after an answer", 0, false],
  ["when the next answer is due", MINUTE, false],
  ["when it is overdue by twice the interval", 3 * MINUTE, false],
  ["past that", 3 * MINUTE + 1, true],
  ["with an answer from the future, as after the clock was set back", -60 * MINUTE, false],
])("%s the page is behind: %s", (_, sinceMs, behind) => {
  expect(isBehind(NOON, MINUTE, NOON + sinceMs)).toBe(behind);
});

test("without any answer yet the page is not behind", () => {
  expect(isBehind(null, MINUTE, NOON)).toBe(false);
});
