import { expect, test as base, type Page } from "@playwright/test";
import type { MockArmOptions } from "../mocks/adapters/http.ts";
import { startMock, type RunningMock } from "./faithfulness/mockServer.ts";
import { Portal } from "./portal.ts";
import { startStampApp } from "./stampApp.ts";

interface Served {
  portal: Portal;
  /** Starts a stamp of its own on loopback; closed after the test. */
  arm: (options?: MockArmOptions) => Promise<RunningMock>;
  /** Serves the production build in front of these stamps; answers its address. */
  serve: (stamps: unknown[]) => Promise<string>;
}

export const test = base.extend<Served>({
  portal: async ({ page }, use) => use(new Portal(page)),
  // Playwright reads the names of fixtures from this pattern; this one needs none.
  // oxlint-disable-next-line no-empty-pattern
  arm: async ({}, use) => {
    const running: RunningMock[] = [];
    await use(async (options = {}) => {
      const mock = await startMock(options);
      running.push(mock);
      return mock;
    });
    await Promise.all(running.map((mock) => mock.close().catch(() => undefined)));
  },
  // oxlint-disable-next-line no-empty-pattern
  serve: async ({}, use) => {
    const apps: { close: () => Promise<void> }[] = [];
    await use(async (stamps) => {
      const app = await startStampApp({ stamps });
      apps.push(app);
      return app.url;
    });
    await Promise.all(apps.map((app) => app.close()));
  },
});

/** The button in the top bar that opens the choice of a stamp. */
export const picker = (page: Page) => page.getByRole("button", { name: /^Stamp / });
/** The field for the address of a stamp to add. */
export const address = (page: Page) => page.getByLabel("ARM endpoint");

/** Opens a stamp by the picker. */
export async function choose(page: Page, title: string): Promise<void> {
  await picker(page).click();
  await page.getByRole("option", { name: title }).click();
}

/** Asks for a stamp in the form. */
export async function find(page: Page, armAddress: string): Promise<void> {
  await address(page).fill(armAddress);
  await page.getByRole("button", { name: "Find stamp" }).click();
}

export { expect };
