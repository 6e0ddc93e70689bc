import type { Page } from "@playwright/test";
import { ALL_POLLED, ALL_POLLED_TWICE, expect, Portal, requestsOf, test } from "./portal.ts";
import { serveDemo } from "./staticHost.ts";

const controls = (page: Page) => page.getByRole("region", { name: "Demo controls" });
const opener = (page: Page) => page.getByRole("button", { name: "Demo controls", exact: true });

test("a presenter chooses a scenario, jumps to the end, and shares the set-up", async ({
  portal,
  page,
  browser,
}) => {
  await portal.open("?speed=60");
  await expect(page.getByText("Mocked stamp.")).toBeVisible();
  await expect(opener(page)).toBeVisible();
  await page.keyboard.press("Control+Alt+d");
  const pane = controls(page);
  await expect(pane.getByRole("heading", { name: "Demo controls" })).toBeFocused();
  await pane.getByRole("combobox", { name: "Scenario" }).selectOption({ label: "Finishing" });
  await expect(portal.newest).toContainText("Finishing");
  await expect(page.getByText(/Finishing · 60× · simulated time Nov 22, 12:\d\d PM/)).toBeVisible();

  // They are still open, say what to look at, and cover nothing of the page.
  await expect(pane).toContainText("Look at:");
  const beside = await pane.boundingBox();
  const content = await page.getByRole("main").boundingBox();
  expect((content?.x ?? 0) + (content?.width ?? 0)).toBeLessThanOrEqual(beside?.x ?? 0);
  await pane.getByRole("button", { name: "Jump to just before the end" }).click();
  await expect(pane.getByText("Done: Jump to just before the end.")).toBeVisible();
  await expect(async () => {
    await page.clock.runFor(2_000);
    await expect(portal.newest).toContainText("Succeeded", { timeout: 250 });
  }).toPass();
  await pane.getByRole("heading", { name: "Demo controls" }).focus();
  await page.keyboard.press("Escape");
  await expect(pane).toBeHidden();
  await expect(opener(page)).toBeFocused();

  // The address is the link: in a fresh profile it opens the same set-up from its beginning.
  const fresh = await browser.newContext();
  const other = await fresh.newPage();
  await other.goto(page.url());
  await expect(other.getByText("Finishing · 60× · simulated time")).toBeVisible();
  await expect(other.getByRole("grid", { name: "Available backups" })).toContainText("Finishing");
  await fresh.close();
});

test("the speed changes and the clock is held without a reload, and what is open stays", async ({
  portal,
  page,
}) => {
  await portal.open();
  await page.getByRole("button", { name: "Essentials" }).click();
  await opener(page).click();
  const pane = controls(page);
  await pane.getByLabel("Speed").selectOption("60×");
  await expect(page.getByText(/Healthy stamp · 60× · simulated time Nov 22, 12:\d\d PM/)).toBeVisible();
  expect(new URL(page.url()).searchParams.get("speed")).toBe("60");
  await expect(page.getByRole("button", { name: "Essentials" })).toHaveAttribute("aria-expanded", "false");
  await page.clock.runFor(60_000);
  // An hour of the stamp's time, and what the test itself took.
  await expect(page.getByText(/simulated time Nov 22, 1:\d\d PM/)).toBeVisible();

  await pane.getByRole("button", { name: "Pause" }).click();
  const held = page.getByText(/Healthy stamp · paused · simulated time Nov 22, 1:\d\d PM/);
  // The next answer says where the stamp's clock was held, to the second.
  await portal.letPass(ALL_POLLED);
  const time = await held.innerText();
  await page.clock.runFor(120_000);
  await expect(held).toHaveText(time);
  // A reload goes on holding it.
  await page.reload();
  await expect(held).toBeVisible();
  await pane.getByRole("button", { name: "Resume" }).click();
  await expect(page.getByText(/Healthy stamp · 1× · simulated time Nov 22, 1:\d\d PM/)).toBeVisible();
});

test("when the list was read is told in simulated time, like all times beside it", async ({
  portal,
  page,
}) => {
  await portal.open("?speed=60");
  await expect(portal.newest).toContainText("Succeeded");
  await page.clock.runFor(60_000);
  await page.getByRole("button", { name: "Refresh", exact: true }).click();
  await expect(page.getByText(/^Updated 1:0\d:\d\d PM/)).toBeVisible();
  await portal.control({ connection: "lost" });
  await expect(async () => {
    await page.clock.runFor(1_000);
    await expect(page.getByText(/Last answer at 1:\d\d:\d\d PM/)).toBeVisible({ timeout: 250 });
  }).toPass();
});

test("another operator's backup, a lost connection and faults can be played by hand", async ({
  portal,
  page,
}) => {
  await portal.open();
  await expect(portal.newest).toContainText("Succeeded");
  await opener(page).click();
  const press = async (name: string) => {
    await controls(page).getByRole("button", { name }).click();
    await expect(controls(page).getByText(`Done: ${name}.`)).toBeVisible();
  };
  await press("Another operator starts a backup");
  await expect(portal.run).toContainText("not from this console");
  await press("Lose the connection");
  await expect(page.getByText("No connection to Redmond")).toBeVisible();
  await press("Restore the connection");
  await expect(page.getByText("No connection to Redmond")).toBeHidden();
  await press("Fail the running backup");
  await portal.letPass(ALL_POLLED_TWICE);
  await expect(portal.newest).toContainText("Failed");
});

test("starting over forgets the runs of before", async ({ portal, page }) => {
  await portal.open();
  await portal.startBackup();
  await expect(portal.run).toContainText("In progress");
  await opener(page).click();
  await page.getByRole("button", { name: "Start over" }).click();
  await expect(portal.newest).toContainText("Succeeded");
  await expect(portal.run).toBeHidden();
});

test.describe("without service workers", () => {
  test.use({ serviceWorkers: "block" });

  test("a mocked build refuses to go on", async ({ page }) => {
    const asked = requestsOf(page, /\/arm\//);
    await page.goto("./");
    await expect(page.getByText("Demo mode failed")).toBeVisible();
    expect(asked).toHaveLength(0);
  });
});

test("the demo runs below any path of a static host, and reloads without a network", async ({
  page,
  context,
}) => {
  const host = await serveDemo("/shows/backup/");
  const portal = new Portal(page);
  await page.goto(`${host.url}?scenario=finishing`);
  await expect(portal.newest).toContainText("Finishing");
  // What loads in idle time is there too once the pane has opened.
  await opener(page).click();
  await expect(controls(page)).toBeVisible();

  host.close();
  await context.setOffline(true);
  await page.reload();
  await expect(portal.newest).toContainText("Finishing");
  await expect(page.getByText("No connection to Redmond")).toBeHidden();
});
