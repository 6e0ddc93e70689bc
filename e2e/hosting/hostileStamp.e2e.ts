import { test as base } from "@playwright/test";
import { startStampApp } from "../stampApp.ts";
import { startHostileStamp } from "./hostileStamp.ts";
import { openTraps, openTrapsSilently } from "./traps.ts";

const test = base.extend<{ consoleUrl: string }>({
  // Playwright reads the names of fixtures from this pattern; this one needs none.
  // oxlint-disable-next-line no-empty-pattern
  consoleUrl: async ({}, use) => {
    const stamp = await startHostileStamp();
    const app = await startStampApp({
      stamps: [{ id: "hostile", endpoint: stamp.endpoint, subscriptionId: "s", region: "redmond" }],
    });
    await use(app.url);
    await app.close();
    await stamp.close();
  },
});

test("a stamp's answer that is opened as a page is refused", async ({ page, consoleUrl }) => {
  await openTraps(page, consoleUrl, "arm/hostile");
});

test("nor does it run in a browser that does not say that it opens a page", async ({ page, consoleUrl }) => {
  await openTrapsSilently(page, consoleUrl, "arm/hostile", async (path) => {
    const answer = await fetch(new URL(path, consoleUrl));
    return { status: answer.status, headers: Object.fromEntries(answer.headers), body: await answer.text() };
  });
});
