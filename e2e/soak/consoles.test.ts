import { expect, test } from "vitest";
import { gather } from "./consoles.ts";

test.each(["refused", "silent"] as const)(
  "consoles come back to a stamp that was away (%s) one after another, and all within a minute and a half",
  async (away) => {
    const { bySecond, comesAt, allFreshAfter } = await gather({
      consoles: 25,
      openedWithinMs: 60_000,
      awayMs: 300_000,
      away,
    });
    // Each has three questions: in step, all would be asked within a second or two.
    expect(Math.max(...bySecond.slice(comesAt))).toBeLessThan(25 * 3 * 0.3);
    expect(allFreshAfter).toBeLessThan(90);
  },
);

test("consoles that are opened in the same second ask in step only that once", async () => {
  const { bySecond, goesAt } = await gather({
    consoles: 25,
    openedWithinMs: 0,
    awayMs: 300_000,
    away: "refused",
  });
  expect(Math.max(...bySecond.slice(0, 2))).toBe(25 * 3);
  expect(Math.max(...bySecond.slice(2, goesAt))).toBeLessThan(25 * 3 * 0.3);
});
