import { once } from "node:events";
import type { Page, Request } from "@playwright/test";
import { createMockArmServer } from "../mocks/adapters/http.ts";
import { expect, Portal, test as base } from "./portal.ts";
import { startStampApp } from "./stampApp.ts";

/** The production build in front of a simulated stamp, whose page's own script can be held back. */
const test = base.extend<{ app: { url: string; asked: () => string[]; hold: () => () => void } }>({
  app: async ({ page }, use) => {
    const { server, store } = createMockArmServer();
    server.listen(0, "127.0.0.1");
    await once(server, "listening");
    const address = server.address();
    const [facts] = store.read().stamps;
    if (!facts || address === null || typeof address === "string")
      throw new Error("The simulator has no stamp.");
    const { id, title, region, subscriptionId, apiVersion, auth } = facts;
    const endpoint = `http://127.0.0.1:${address.port}/arm/${id}`;
    const app = await startStampApp({
      stamps: [{ id, title, endpoint, region, subscriptionId, apiVersion, auth }],
    });
    const asked: string[] = [];
    page.on("request", (request) => asked.push(nameOf(request)));
    await use({
      url: app.url,
      asked: () => asked,
      hold() {
        let release = () => {};
        const held = new Promise<void>((done) => (release = done));
        void page.route(/\/assets\/index-.*\.js$/, async (route) => {
          await held;
          await route.continue();
        });
        return release;
      },
    });
    await app.close();
    server.close();
    server.closeAllConnections();
  },
});
test.use({ serviceWorkers: "block" });

function nameOf(request: Request): string {
  const { pathname } = new URL(request.url());
  return pathname.split("/").at(-1) ?? "";
}

const times = (names: string[], name: string) => names.filter((one) => one === name).length;

async function expectRows(page: Page): Promise<void> {
  await expect(new Portal(page).newest).toContainText("Succeeded");
}

test("the stamp is asked while the page's script is still on its way, and only once", async ({
  app,
  page,
}) => {
  const release = app.hold();
  const list = page.waitForResponse(/\/backups\?/);
  await page.goto(app.url, { waitUntil: "commit" });
  await list;
  release();
  await expectRows(page);
  expect(times(app.asked(), "stamps.json")).toBe(1);
  expect(times(app.asked(), "backups")).toBe(1);
});

test("an answer that had to wait for the page's script says nothing about now, and is asked for again", async ({
  app,
  page,
}) => {
  await page.clock.install();
  const release = app.hold();
  const list = page.waitForResponse(/\/backups\?/);
  await page.goto(app.url, { waitUntil: "commit" });
  await list;
  await page.clock.fastForward(10_000);
  release();
  await expectRows(page);
  expect(times(app.asked(), "backups")).toBe(2);
});

test("an early request that fails is sent again by the page, and nothing is said about it", async ({
  app,
  page,
}) => {
  let failed = 0;
  await page.route(/\/backups\?/, (route) => {
    failed += 1;
    return failed === 1 ? route.abort() : route.continue();
  });
  await page.goto(app.url);
  await expectRows(page);
  expect(failed).toBe(2);
  await expect(page.getByText("No connection")).toBeHidden();
});

test("on a second visit the stamp shown last is asked without waiting for stamps.json", async ({
  app,
  page,
}) => {
  await page.goto(app.url);
  await expectRows(page);
  let release = () => {};
  const held = new Promise<void>((done) => (release = done));
  await page.route(/\/stamps\.json$/, async (route) => {
    await held;
    await route.continue();
  });
  const list = page.waitForResponse(/\/backups\?/);
  await page.reload({ waitUntil: "commit" });
  await list;
  release();
  await expectRows(page);
});

test("the chosen theme is on before the page's script", async ({ app, page }) => {
  await page.goto(app.url);
  await expectRows(page);
  await page.getByRole("button", { name: "Portal settings" }).click();
  await page.getByRole("radio", { name: "Light" }).check();
  const release = app.hold();
  await page.reload({ waitUntil: "commit" });
  await expect(page.locator("html")).toHaveAttribute("data-theme", "light");
  release();
});

test("a page whose script cannot be loaded says so, and what to do", async ({ app, page }) => {
  await page.route(/\/assets\/index-.*\.js$/, (route) => route.abort());
  await page.goto(app.url);
  await expect(page.getByRole("alert")).toContainText("This page could not be loaded");
  await expect(page.getByRole("alert")).toContainText("Reload the page.");
});
