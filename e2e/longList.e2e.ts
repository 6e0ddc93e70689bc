import { once } from "node:events";
import type { Locator, Page } from "@playwright/test";
import { createMockArmServer } from "../mocks/adapters/http.ts";
import { expectNoViolations } from "./axe.ts";
import { ALL_POLLED_TWICE, expect, NOON, type Portal, test } from "./portal.ts";
import { startStampApp } from "./stampApp.ts";

const HEADER = 1;

/** The row at this place of the whole list, where it is on the page. */
function rowAt(portal: Portal, place: number): Locator {
  return portal.rows.and(portal.page.locator(`[aria-rowindex="${place + HEADER}"]`));
}

async function countOf(list: Locator): Promise<number> {
  return Number(await list.getAttribute("aria-rowcount")) - HEADER;
}

/** Opens the long list, and waits until only a part of it is on the page. Answers how long it is. */
async function openLongList(portal: Portal): Promise<number> {
  await portal.open("?scenario=many-backups");
  await expect(portal.newest).toContainText("Succeeded");
  // The gaps in place of rows come with the part that leaves them out.
  await expect(portal.list.locator("[role=presentation][aria-hidden=true]").first()).toBeAttached();
  expect(await portal.rows.count()).toBeLessThan(100);
  return countOf(portal.list);
}

/** Place of the first row that is wholly in sight. */
async function firstInSight(portal: Portal): Promise<number> {
  const index = await portal.rows.evaluateAll((rows) =>
    rows
      // Not behind the command bar or the table's header.
      .find((row) => {
        const { left, top } = row.getBoundingClientRect();
        return row.contains(document.elementFromPoint(left + 5, top + 5));
      })
      ?.getAttribute("aria-rowindex"),
  );
  return Number(index) - HEADER;
}

/** Turns the wheel over the first rows, hundreds of rows far. */
async function scrollFar(portal: Portal): Promise<void> {
  await portal.newest.hover();
  await portal.page.mouse.wheel(0, 20_000);
  await expect.poll(() => firstInSight(portal)).toBeGreaterThan(400);
  await expect.poll(() => firstInSight(portal)).toBeLessThan(1_000);
}

async function sidewaysOverflow(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}

test("the grid tells the length of the whole list, and has a small part of it on the page", async ({
  portal,
}) => {
  const count = await openLongList(portal);
  expect(count).toBeGreaterThan(9_000);
  await expect(
    portal.page.getByText(`${count.toLocaleString("en-US")} backups`, { exact: true }),
  ).toBeVisible();
  expect(await portal.rows.count()).toBeLessThan(100);
  await expect(rowAt(portal, 1)).toBeVisible();
});

test("keys reach every row, and Tab one cell", async ({ portal, page }) => {
  const count = await openLongList(portal);
  await portal.newest.getByRole("link").focus();
  await page.keyboard.press("Control+End");
  await expect(rowAt(portal, count).getByRole("gridcell").last()).toBeFocused();
  await page.keyboard.press("Home");
  await expect(rowAt(portal, count).getByRole("link")).toBeFocused();
  await expect(rowAt(portal, count)).toBeInViewport();
  for (let step = 0; step < 40; step += 1) await page.keyboard.press("ArrowUp");
  await expect(rowAt(portal, count - 40).getByRole("link")).toBeFocused();
  await expect(rowAt(portal, count - 40)).toBeInViewport();
  await expect(rowAt(portal, count - 39)).toBeVisible();

  await page.keyboard.press("Tab");
  await expect(portal.list.locator(":focus")).toHaveCount(0);
  await page.keyboard.press("Shift+Tab");
  await expect(rowAt(portal, count - 40).getByRole("link")).toBeFocused();

  await page.keyboard.press("Control+Home");
  await expect(rowAt(portal, 1).getByRole("link")).toBeFocused();
  await expect(rowAt(portal, 1)).toBeInViewport();
});

test("the wheel shows later rows; the focused one waits where it was", async ({ portal, page }) => {
  await openLongList(portal);
  const third = rowAt(portal, 3).getByRole("link");
  await third.focus();
  await scrollFar(portal);
  await expect(third).toBeFocused();
  await expect(third).not.toBeInViewport();
  expect(await portal.rows.count()).toBeLessThan(100);
  await page.keyboard.press("ArrowDown");
  await expect(rowAt(portal, 4).getByRole("link")).toBeFocused();
  await expect(rowAt(portal, 4)).toBeInViewport();
});

test("polls keep the focus, also when they bring a backup", async ({ portal, page }) => {
  const count = await openLongList(portal);
  await portal.newest.getByRole("link").focus();
  await page.keyboard.press("Control+End");
  await page.keyboard.press("Home");
  const last = page.getByRole("link", {
    name: await rowAt(portal, count).getByRole("rowheader").innerText(),
  });
  await expect(last).toBeFocused();
  await portal.letPass(5);
  await expect(last).toBeFocused();

  await portal.control({ startElsewhere: { automatic: false } });
  await portal.letPass(ALL_POLLED_TWICE);
  await expect.poll(() => countOf(portal.list)).toBe(count + 1);
  await expect(last).toBeFocused();
  await expect(rowAt(portal, count + 1).getByRole("link")).toBeFocused();
});

test("the focus stays in the list when a poll takes its row away", async ({ portal, page }) => {
  const count = await openLongList(portal);
  const newest = await portal.newest.getByRole("rowheader").innerText();
  await portal.newest.getByRole("link").focus();
  await page.keyboard.press("ArrowRight");
  await portal.control({
    fault: { kind: "listHides", startedFrom: NOON.getTime() - 3 * 3_600_000, remaining: 99 },
  });
  await portal.letPass(5);
  await expect.poll(() => countOf(portal.list)).toBe(count - 1);
  await expect(portal.newest).not.toContainText(newest);
  await expect(portal.newest.getByRole("gridcell").first()).toBeFocused();
});

test("the details of a far row open, and give the focus back to it", async ({ portal, page }) => {
  const count = await openLongList(portal);
  await portal.newest.getByRole("link").focus();
  await page.keyboard.press("Control+End");
  await page.keyboard.press("Home");
  const last = rowAt(portal, count).getByRole("link");
  await expect(last).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("dialog")).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog")).toBeHidden();
  await expect(last).toBeFocused();
  await expect(last).toBeInViewport();
});

test("at 390 px rows are cards, and nothing scrolls sideways", async ({ portal, page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  const count = await openLongList(portal);
  expect(await sidewaysOverflow(page)).toBe(0);
  await portal.newest.getByRole("link").focus();
  await page.keyboard.press("Control+End");
  await expect(rowAt(portal, count)).toBeInViewport();
  expect(await sidewaysOverflow(page)).toBe(0);
  const last = await rowAt(portal, count).boundingBox();
  const before = await rowAt(portal, count - 1).boundingBox();
  expect(last?.height).toBeGreaterThan(60);
  expect((before?.y ?? 0) + (before?.height ?? 0)).toBeCloseTo(last?.y ?? 0, 0);
});

test("what is in sight stays in sight when the page becomes narrow", async ({ portal, page }) => {
  await openLongList(portal);
  await scrollFar(portal);
  const first = await firstInSight(portal);
  await page.setViewportSize({ width: 390, height: 844 });
  await expect(rowAt(portal, first + 1)).toBeInViewport();
});

test("the long list is free of axe violations", async ({ portal, page }) => {
  const count = await openLongList(portal);
  await portal.newest.getByRole("link").focus();
  await page.keyboard.press("Control+End");
  await expect(rowAt(portal, count)).toBeInViewport();
  await expectNoViolations(page);
});

test.describe("while the part that shows far rows is under way", () => {
  // The production build: the mocked one fetches its parts through a service worker, where no test can stop them.
  test("the first hundred rows stand, and the focus stays when they make room", async ({ portal, page }) => {
    const stamp = await startLongStamp();
    const part = new EventTarget();
    const arrives = once(part, "arrives");
    await page.route(/WindowRows-[^/]*\.js/, async (route) => {
      await arrives;
      await route.continue();
    });
    await page.goto(stamp.url);
    await expect(portal.rows).toHaveCount(100);
    expect(await countOf(portal.list)).toBeGreaterThan(9_000);
    await portal.newest.getByRole("link").focus();
    await page.keyboard.press("ArrowDown");
    await expect(rowAt(portal, 2).getByRole("link")).toBeFocused();
    part.dispatchEvent(new Event("arrives"));
    await expect.poll(() => portal.rows.count()).toBeLessThan(100);
    await expect(rowAt(portal, 2).getByRole("link")).toBeFocused();
    await stamp.close();
  });

  test("a part that cannot be fetched leaves the first hundred rows, and says so", async ({
    portal,
    page,
  }) => {
    const stamp = await startLongStamp();
    await page.route(/WindowRows-[^/]*\.js/, (route) => route.abort());
    await page.goto(stamp.url);
    await expect(portal.rows).toHaveCount(100);
    await expect(portal.list).toContainText("This part of the page couldn't be loaded.");
    await page.unroute(/WindowRows-[^/]*\.js/);
    await portal.list.getByRole("button", { name: "Reload" }).click();
    await expect.poll(() => portal.rows.count()).toBeLessThan(100);
    await stamp.close();
  });
});

/** The production build in front of a simulated stamp with the long list. */
async function startLongStamp(): Promise<{ url: string; close: () => Promise<void> }> {
  const { server, store } = createMockArmServer({ scenario: "many-backups", realNow: () => NOON.getTime() });
  await once(server.listen(0, "127.0.0.1"), "listening");
  const address = server.address();
  const port = typeof address === "object" && address ? address.port : 0;
  const [stamp] = store.read().stamps;
  const app = await startStampApp({
    stamps: [
      {
        id: "long",
        title: "Long",
        endpoint: `http://127.0.0.1:${port}`,
        subscriptionId: stamp?.subscriptionId,
        region: stamp?.region,
        apiVersion: "2018-09-01",
        auth: { kind: "none" },
      },
    ],
  });
  const close = async () => {
    await app.close();
    server.closeAllConnections();
    server.close();
  };
  return { url: app.url, close };
}
