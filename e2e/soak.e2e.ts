import { expect, test } from "@playwright/test";
import { runSoak } from "./soak/week.ts";

// An hour awake and a night; the week is `npm run soak` (docs/soak.md).
test("two tabs left open for a day, with a fault, a night's sleep and tokens that expire, stay true and light", async ({
  browser,
}) => {
  test.setTimeout(600_000);
  const { days, rows, ...wrong } = await runSoak(browser, { days: 1, awakeHours: 1, say: () => undefined });
  expect(rows).toBeGreaterThan(0);
  expect(wrong).toEqual({ silent: [], falseClaims: [], differing: [], errors: [], clicks: 1, posts: 1 });
  const [day] = days;
  // Of both tabs: twice what they begin with would be a leak.
  expect(day?.nodes).toBeLessThan(6_000);
  expect(day?.listeners).toBeLessThan(2_000);
  expect(day?.storedBytes).toBeLessThan(16_384);
});
