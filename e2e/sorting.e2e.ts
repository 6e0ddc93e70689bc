import type { Locator } from "@playwright/test";
import { expectNoViolations } from "./axe.ts";
import { BACKED_OFF, expect, type Portal, test } from "./portal.ts";

const COLUMNS = ["Name", "Date completed", "State", "Duration", "Triggered by"] as const;
type Column = (typeof COLUMNS)[number];

// Wide enough for all five columns.
test.use({ viewport: { width: 1440, height: 900 } });

function header(portal: Portal, name: Column): Locator {
  return portal.list.getByRole("columnheader", { name, exact: true });
}

function headerButton(portal: Portal, name: Column): Locator {
  return header(portal, name).getByRole("button", { name, exact: true });
}

/** What the rows say in a column, from top to bottom. */
async function textsOf(portal: Portal, name: Column): Promise<string[]> {
  return portal.rows.evaluateAll(
    (rows, column) => rows.map((row) => row.children[column]?.textContent ?? ""),
    COLUMNS.indexOf(name),
  );
}

/** The columns that say they are sorted, and how. */
async function sorted(portal: Portal): Promise<[string, string][]> {
  return portal.list
    .getByRole("columnheader")
    .evaluateAll((cells) =>
      cells
        .filter((cell) => cell.getAttribute("aria-sort") !== "none")
        .map((cell) => [cell.textContent ?? "", cell.getAttribute("aria-sort") ?? ""]),
    );
}

/** Opens a stamp with failed, partially succeeded and succeeded backups. */
async function openMixed(portal: Portal): Promise<void> {
  await portal.open("?scenario=partially-succeeded");
  await expect(portal.newest).toContainText("Partially succeeded");
  expect(await portal.countRows()).toBeGreaterThan(20);
}

test("the list starts newest first, and a press on Date completed turns it round", async ({ portal }) => {
  await openMixed(portal);
  const newestFirst = await textsOf(portal, "Name");
  expect(await sorted(portal)).toEqual([["Date completed", "descending"]]);
  await headerButton(portal, "Date completed").click();
  expect(await textsOf(portal, "Name")).toEqual(newestFirst.toReversed());
  expect(await sorted(portal)).toEqual([["Date completed", "ascending"]]);
  await headerButton(portal, "Date completed").click();
  expect(await textsOf(portal, "Name")).toEqual(newestFirst);
});

test("a press on Name sorts by it, a second one the other way round", async ({ portal }) => {
  await openMixed(portal);
  const names = (await textsOf(portal, "Name")).toSorted();
  await headerButton(portal, "Name").click();
  expect(await textsOf(portal, "Name")).toEqual(names);
  expect(await sorted(portal)).toEqual([["Name", "ascending"]]);
  await headerButton(portal, "Name").click();
  expect(await textsOf(portal, "Name")).toEqual(names.toReversed());
  expect(await sorted(portal)).toEqual([["Name", "descending"]]);
});

test("a press on State brings the worst to the top, each kind newest first", async ({ portal }) => {
  await openMixed(portal);
  const names = await textsOf(portal, "Name");
  const states = await textsOf(portal, "State");
  const namesIn = (state: string) => names.filter((_, place) => states[place] === state);
  await headerButton(portal, "State").click();
  expect(await textsOf(portal, "Name")).toEqual([
    ...namesIn("Failed"),
    ...namesIn("Partially succeeded"),
    ...namesIn("Succeeded"),
  ]);
  await expect(portal.newest).toContainText("Failed");
  await headerButton(portal, "State").click();
  await expect(portal.newest).toContainText("Succeeded");
  await expect(portal.rows.last()).toContainText("Failed");
});

test("a press on Triggered by brings what was asked for to the top", async ({ portal }) => {
  await openMixed(portal);
  await headerButton(portal, "Triggered by").click();
  const triggers = await textsOf(portal, "Triggered by");
  expect(triggers).toContain("On demand");
  expect(triggers).toEqual(triggers.toSorted());
});

test("a run in progress counts as the newest, and has no duration yet", async ({ portal }) => {
  await portal.open("?scenario=running-elsewhere");
  await expect(portal.newest).toContainText("In progress");
  await headerButton(portal, "Date completed").click();
  await expect(portal.rows.last()).toContainText("In progress");
  await headerButton(portal, "Duration").click();
  await expect(portal.rows.last()).toContainText("In progress");
  await headerButton(portal, "Duration").click();
  await expect(portal.rows.last()).toContainText("In progress");
});

test("the header neither moves nor grows when another column is sorted by", async ({ portal, page }) => {
  // Hardly wide enough for all five columns.
  await page.setViewportSize({ width: 1330, height: 800 });
  await openMixed(portal);
  await expect(header(portal, "Triggered by")).toBeVisible();
  // Within the grid: what is above it may still come in.
  const boxes = () =>
    portal.list.evaluate((grid) => {
      const from = grid.getBoundingClientRect().top;
      return Array.from(grid.querySelectorAll("[role=columnheader] [role=button]"), (button) => {
        const { left, top, width, height } = button.getBoundingClientRect();
        return { left, top: Math.round(top - from), width, height };
      });
    });
  const before = await boxes();
  expect(before).toHaveLength(COLUMNS.length);
  expect(before.every(({ height }) => height >= 24)).toBe(true);
  for (const name of COLUMNS) {
    await headerButton(portal, name).click();
    expect(await boxes()).toEqual(before);
  }
});

test("the focus stays on the header through a press and through polls that bring a run", async ({
  portal,
  page,
}) => {
  await openMixed(portal);
  await headerButton(portal, "State").click();
  await expect(headerButton(portal, "State")).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(header(portal, "State")).toHaveAttribute("aria-sort", "descending");
  await page.keyboard.press("Space");
  await expect(header(portal, "State")).toHaveAttribute("aria-sort", "ascending");
  const count = await portal.rows.count();
  await portal.control({ startElsewhere: { automatic: false } });
  await portal.letPass(BACKED_OFF);
  await expect(portal.rows).toHaveCount(count + 1);
  await expect(portal.newest).toContainText("Failed");
  await expect(portal.rows.nth(3)).toContainText("In progress");
  await expect(headerButton(portal, "State")).toBeFocused();
});

test("arrows reach the header and come back; the grid stays one Tab stop", async ({ portal, page }) => {
  await openMixed(portal);
  const first = portal.newest.getByRole("link");
  await first.focus();
  await page.keyboard.press("ArrowUp");
  await expect(headerButton(portal, "Name")).toBeFocused();
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("ArrowLeft");
  await expect(headerButton(portal, "Name")).toBeFocused();
  await page.keyboard.press("ArrowRight");
  await expect(headerButton(portal, "Date completed")).toBeFocused();
  await page.keyboard.press("ArrowDown");
  await expect(portal.newest.getByRole("gridcell").first()).toBeFocused();
  await page.keyboard.press("ArrowUp");
  await expect(portal.list.getByRole("columnheader").locator(":focus")).toHaveCount(1);
  await page.keyboard.press("End");
  await expect(headerButton(portal, "Triggered by")).toBeFocused();

  await page.keyboard.press("Tab");
  await expect(portal.list.locator(":focus")).toHaveCount(0);
  await page.keyboard.press("Shift+Tab");
  await expect(headerButton(portal, "Triggered by")).toBeFocused();
  await page.keyboard.press("Shift+Tab");
  await expect(portal.list.locator(":focus")).toHaveCount(0);
  await page.keyboard.press("Tab");
  await expect(headerButton(portal, "Triggered by")).toBeFocused();
  await page.keyboard.press("Home");
  await expect(headerButton(portal, "Name")).toBeFocused();

  await page.keyboard.press("Control+End");
  await expect(portal.rows.last().getByRole("gridcell").last()).toBeFocused();
  await page.keyboard.press("Control+Home");
  await expect(first).toBeFocused();
});

test("ten thousand backups are sorted by name, and every key still works", async ({ portal, page }) => {
  await portal.open("?scenario=many-backups");
  await expect(portal.newest).toContainText("Succeeded");
  await expect.poll(() => portal.rows.count()).toBeLessThan(100);
  const rowCount = await portal.list.getAttribute("aria-rowcount");
  expect(Number(rowCount)).toBeGreaterThan(9_000);
  await headerButton(portal, "Name").click();
  const names = await textsOf(portal, "Name");
  expect(names).toEqual(names.toSorted());
  await expect(portal.list).toHaveAttribute("aria-rowcount", rowCount ?? "");
  await expect(portal.newest).toHaveAttribute("aria-rowindex", "2");
  expect(await portal.rows.count()).toBeLessThan(100);

  await page.keyboard.press("ArrowDown");
  await expect(portal.newest.getByRole("link")).toBeFocused();
  await page.keyboard.press("Control+End");
  await page.keyboard.press("Home");
  await expect(portal.rows.last().getByRole("link")).toBeFocused();
  await expect(portal.rows.last()).toHaveAttribute("aria-rowindex", rowCount ?? "");
  expect((await portal.rows.last().getByRole("rowheader").innerText()) > (names.at(-2) ?? "")).toBe(true);
  await page.keyboard.press("Control+Home");
  await page.keyboard.press("ArrowUp");
  await expect(headerButton(portal, "Name")).toBeFocused();
  await expect(headerButton(portal, "Name")).toBeInViewport();
  await page.keyboard.press("Enter");
  const turned = await textsOf(portal, "Name");
  expect(turned).toEqual(turned.toSorted().toReversed());
});

test("a narrow page sorts by a choice in words, and has no header to get lost in", async ({
  portal,
  page,
}) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await openMixed(portal);
  const choice = page.getByRole("combobox", { name: "Sort by" });
  await expect(choice.getByRole("option", { selected: true })).toHaveText("Newest first");
  const newestFirst = await textsOf(portal, "Name");
  await choice.selectOption("Oldest first");
  expect(await textsOf(portal, "Name")).toEqual(newestFirst.toReversed());
  await choice.selectOption("Name, A to Z");
  expect(await textsOf(portal, "Name")).toEqual(newestFirst.toSorted());
  await choice.focus();
  await choice.selectOption("State, worst first");
  await expect(portal.newest).toContainText("Failed");
  await expect(choice).toBeFocused();

  await expect(portal.list.getByRole("columnheader").getByRole("button")).toHaveCount(0);
  await page.keyboard.press("Tab");
  await expect(portal.newest.getByRole("link")).toBeFocused();
  await page.keyboard.press("ArrowUp");
  await expect(portal.newest.getByRole("link")).toBeFocused();
  await expectNoViolations(page);
});

test("a page that becomes narrow gives the header's focus to the first row, and the choice shows the order", async ({
  portal,
  page,
}) => {
  await openMixed(portal);
  await expect(page.getByRole("combobox", { name: "Sort by" })).toHaveCount(0);
  await headerButton(portal, "Duration").click();
  await headerButton(portal, "Duration").click();
  await page.setViewportSize({ width: 390, height: 844 });
  const choice = page.getByRole("combobox", { name: "Sort by" });
  await expect(choice.getByRole("option", { selected: true })).toHaveText("Longest first");
  await expect(portal.newest.getByRole("link")).toBeFocused();
});

test("the order stands in the address: it stays while other pages are open, and after a reload", async ({
  portal,
  page,
}) => {
  await openMixed(portal);
  await headerButton(portal, "State").click();
  await expect(portal.newest).toContainText("Failed");
  await expect(page).toHaveURL(/#\/redmond\/backup\?sort=state$/);
  const menu = page.getByRole("navigation", { name: "Infrastructure backup menu" });
  // With the number of alerts, once that is known.
  await menu.getByRole("link", { name: /^Alerts/ }).click();
  await expect(page.getByRole("heading", { name: "Alerts" })).toBeVisible();
  await menu.getByRole("link", { name: "Overview", exact: true }).click();
  await expect(portal.newest).toContainText("Failed");
  expect(await sorted(portal)).toEqual([["State", "ascending"]]);
  await portal.newest.getByRole("link").click();
  await expect(page.locator("[role=dialog]:focus, [role=dialog] :focus")).toHaveCount(1);
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog")).toBeHidden();
  expect(await sorted(portal)).toEqual([["State", "ascending"]]);
  await expect(portal.newest.getByRole("link")).toBeFocused();

  await page.reload();
  await expect(portal.newest).toContainText("Failed");
  expect(await sorted(portal)).toEqual([["State", "ascending"]]);
});

for (const colorScheme of ["dark", "light"] as const) {
  test.describe(`in the ${colorScheme} theme`, () => {
    test.use({ colorScheme });

    test("a sorted list is free of axe violations", async ({ portal, page }) => {
      await openMixed(portal);
      await headerButton(portal, "Triggered by").click();
      await headerButton(portal, "State").hover();
      await expectNoViolations(page);
    });
  });
}
