import { expectNoViolations } from "./axe.ts";
import { Fleet, stampsOf } from "./fleet.ts";
import { expect, test } from "./portal.ts";

// Wide enough for all columns.
test.use({ viewport: { width: 1440, height: 800 } });

test("all stamps stand worst first; one that cannot be reached hides and delays no other", async ({
  portal,
}) => {
  const fleet = new Fleet(portal);
  await fleet.open();
  const titles = await fleet.titles();
  expect(titles).toHaveLength(8);
  expect(titles[0]).toBe("Tacoma");
  expect(titles.slice(-2).toSorted()).toEqual(["Bothell", "Redmond"]);
  await expect(fleet.row("Tacoma")).toContainText("Not configured");
  await expect(fleet.row("Spokane")).toContainText("Overdue");
  await expect(fleet.row("Spokane")).toContainText("(Disabled)");
  await expect(fleet.row("Everett")).toContainText("Failed");
  await expect(fleet.row("Kirkland")).toContainText("Partially succeeded");
  await expect(fleet.row("Yakima (ruggedized)")).toContainText("No answer");
  await expect(fleet.row("Yakima (ruggedized)")).toContainText("It has not answered yet.");
  await expect(fleet.row("Bothell")).toContainText("In progress");
  await expect(fleet.row("Bothell").getByRole("progressbar")).toBeVisible();
  await expect(fleet.row("Redmond")).toContainText("Protected");
  // At a minute's edge: how far the clock ran while the page opened decides.
  await expect(fleet.row("Redmond")).toContainText(/2 h 1[12] min ago/);
  await expect(fleet.row("Redmond")).toContainText(/\d TB/);
});

test("a stamp that falls silent keeps what it told, with the time of its last good answer", async ({
  portal,
}) => {
  const fleet = new Fleet(portal);
  await fleet.open();
  const success = await fleet.row("Everett").getByRole("gridcell").nth(3).innerText();
  await portal.control({ stamp: "everett", fault: { kind: "network" } });
  await fleet.pass(180);
  await expect(fleet.row("Everett")).toContainText("No answer");
  await expect(fleet.row("Everett")).toContainText(/Last answer Nov 22, 2026, 12:0/);
  expect(success).toContain("Nov 21");
  await expect(fleet.row("Everett")).toContainText(success.split("\n").at(-1) ?? "none");
  await expect(fleet.row("Redmond")).toContainText("Protected");
  await portal.control({ stamp: "everett", clearFaults: true });
  await fleet.pass(180);
  await expect(fleet.row("Everett")).not.toContainText("No answer");
});

test("search and verdict filter, and say when nothing matches", async ({ portal, page }) => {
  const fleet = new Fleet(portal);
  await fleet.open();
  const show = page.getByRole("combobox", { name: "Show" });
  await show.selectOption("Needs attention");
  await expect(fleet.rows).toHaveCount(6);
  await expect(fleet.rows.filter({ hasText: "Protected" })).toHaveCount(0);
  await show.selectOption("Running or finishing");
  expect(await fleet.titles()).toEqual(["Bothell"]);
  await show.selectOption("No answer");
  expect(await fleet.titles()).toEqual(["Yakima (ruggedized)"]);
  await page.getByRole("searchbox", { name: "Search stamps" }).fill("spok");
  await expect(page.getByRole("heading", { name: "No matching stamps" })).toBeVisible();
  await page.getByRole("button", { name: "Clear filter" }).click();
  await page.getByRole("searchbox", { name: "Search stamps" }).fill("spok");
  expect(await fleet.titles()).toEqual(["Spokane"]);
  await page.getByRole("searchbox", { name: "Search stamps" }).fill("");
  await page.getByRole("combobox", { name: "Sort by" }).selectOption("Name");
  const titles = await fleet.titles();
  expect(titles).toEqual(titles.toSorted());
});

test("keys reach every cell; a row stays under the focus until the operator sorts again", async ({
  portal,
  page,
}) => {
  const fleet = new Fleet(portal);
  await fleet.open();
  await fleet.row("Tacoma").getByRole("link").focus();
  await page.keyboard.press("Control+End");
  await page.keyboard.press("Home");
  await page.keyboard.press("Space");
  const last = fleet.rows.last();
  await expect(last.getByRole("checkbox")).toBeFocused();
  await expect(last.getByRole("checkbox")).toBeChecked();
  await page.keyboard.press("ArrowRight");
  await expect(last.getByRole("link").first()).toBeFocused();
  const before = await fleet.titles();
  const moved = before.at(-1) ?? "";
  await portal.control({ stamp: moved.toLowerCase(), fault: { kind: "network" } });
  await fleet.pass(180);
  await expect(fleet.row(moved)).toContainText("No answer");
  expect(await fleet.titles()).toEqual(before);
  await expect(last.getByRole("link").first()).toBeFocused();
  await page.getByRole("button", { name: "Sort again" }).click();
  await expect.poll(() => fleet.titles()).not.toEqual(before);
  await expect(page.getByRole("button", { name: "Sort again" })).toBeHidden();
  await page.getByRole("link", { name: "Spokane", exact: true }).click();
  await expect(page).toHaveURL(/#\/spokane\/backup$/);
  await expect(page.getByRole("heading", { name: "Infrastructure backup", level: 1 })).toBeVisible();
});

test("tiles count stamps by state and filter by it", async ({ portal }) => {
  const fleet = new Fleet(portal);
  await fleet.open();
  await expect(fleet.tile("All stamps")).toHaveText("8 All stamps");
  await expect(fleet.tile("Protected")).toHaveText("2 Protected");
  await expect(fleet.tile("No answer")).toHaveText("1 No answer");
  await fleet.tile("Needs attention").click();
  await expect(fleet.tile("Needs attention")).toHaveAttribute("aria-pressed", "true");
  await expect(fleet.rows).toHaveCount(6);
  await expect(fleet.tile("All stamps")).toHaveText("8 All stamps");
  await fleet.tile("Needs attention").click();
  await expect(fleet.rows).toHaveCount(8);
});

test("rows are of one height, say a region only where the title does not, and tell unknown alerts from none", async ({
  portal,
}) => {
  const fleet = new Fleet(portal);
  await fleet.open();
  await fleet.pass(15);
  await expect(fleet.row("Yakima (ruggedized)").getByRole("gridcell", { name: "Unknown" })).toBeVisible();
  await expect(fleet.row("Redmond").getByRole("gridcell", { name: "None" })).toBeVisible();
  await expect(fleet.row("Redmond").getByRole("rowheader")).toHaveText("Redmond");
  for (const width of [1440, 1024, 768]) {
    await portal.page.setViewportSize({ width, height: 800 });
    const heights = await fleet.rows.evaluateAll((rows) => rows.map((row) => row.clientHeight));
    expect(new Set(heights).size, `heights at ${width} px: ${heights.join()}`).toBe(1);
  }
});

test("a click on a row opens its stamp; its checkbox and its button do not", async ({ portal, page }) => {
  const fleet = new Fleet(portal);
  await fleet.open();
  await fleet.select("Redmond");
  await page.getByRole("button", { name: "Backup now: Redmond" }).click();
  await fleet.question.getByRole("button", { name: "No" }).click();
  expect(page.url()).toContain("#/fleet");
  await fleet.row("Redmond").getByText("Protected").click();
  await expect(page).toHaveURL(/#\/redmond\/backup$/);
});

test("arrow right goes cell by cell as far as Backup now", async ({ portal, page }) => {
  const fleet = new Fleet(portal);
  await fleet.open();
  // Neither a run nor a number of alerts stands in this row.
  const row = fleet.row("Tacoma");
  await row.getByRole("checkbox").focus();
  const cells = (await row.getByRole("gridcell").count()) + 1;
  for (let step = 1; step < cells; step += 1) await page.keyboard.press("ArrowRight");
  await expect(row.getByRole("button", { name: "Backup now: Tacoma" })).toBeFocused();
});

test("the grid is one Tab stop at every width, also where the focused column is not shown any more", async ({
  portal,
  page,
}) => {
  const fleet = new Fleet(portal);
  await fleet.open();
  const focused = fleet.grid.locator(":focus");
  await fleet.row("Everett").getByRole("gridcell").nth(4).focus();
  for (const width of [1440, 1024, 768, 390]) {
    await page.setViewportSize({ width, height: 800 });
    await page.getByRole("combobox", { name: "Sort by" }).focus();
    await page.keyboard.press("Tab");
    await expect(focused, `at ${width} px`).toBeInViewport();
    await page.keyboard.press("Tab");
    await expect(focused, `at ${width} px`).toHaveCount(0);
    await page.keyboard.press("Shift+Tab");
    await expect(focused, `at ${width} px`).toBeInViewport();
  }
});

test("leaving the page ends its asking: only the open stamp is asked", async ({ portal, page }) => {
  const fleet = new Fleet(portal);
  await fleet.open();
  await page.getByRole("link", { name: "Redmond", exact: true }).click();
  await expect(portal.newest).toContainText("Succeeded");
  fleet.requests.length = 0;
  await fleet.pass(300);
  expect(fleet.requests.length).toBeGreaterThan(5);
  expect(fleet.requests.filter((url) => !url.includes("/arm/redmond/"))).toEqual([]);
});

test("active alerts stand in the row, and lead to that stamp's alerts", async ({ portal, page }) => {
  const fleet = new Fleet(portal);
  await fleet.open("fleet");
  await fleet.pass(15);
  await page.getByRole("link", { name: /active alerts? of Spokane/ }).click();
  await expect(page.getByRole("heading", { name: "Alerts", level: 2 })).toBeVisible();
  await expect(page.getByRole("article").first()).toContainText("Automatic backups are disabled.");
  expect(page.url()).toContain("#/spokane/backup/alerts");
});

test("with 200 stamps few rows are on the page, and few requests leave it", async ({ portal, page }) => {
  // Two hundred stamps' answers take their real time.
  test.slow();
  const fleet = new Fleet(portal);
  await fleet.open("fleet-200");
  await expect(fleet.grid).toHaveAttribute("aria-rowcount", "201");
  expect(await fleet.rows.count()).toBeLessThan(60);
  // Two for each that answers, more for those that run or had to be asked twice.
  expect(fleet.requests.length).toBeLessThan(500);
  await fleet.pass(60);
  fleet.requests.length = 0;
  await fleet.pass(120);
  await expect(
    page.getByText(/about \d+ requests\/min · each stamp checked about every 6 minutes/),
  ).toBeVisible();
  // About 60 for the round, two for each of some twenty that run, and what was late; blades would ask six hundred.
  expect(fleet.requests.length / 2).toBeLessThan(200);
  expect(new Set(stampsOf(fleet.requests)).size).toBeGreaterThan(50);

  await fleet.rows.first().getByRole("link").first().focus();
  await page.keyboard.press("Control+End");
  await expect(fleet.grid.locator('[aria-rowindex="201"]')).toBeInViewport();
  expect(await fleet.rows.count()).toBeLessThan(60);

  await page.getByRole("combobox", { name: "Show" }).selectOption("Sign-in needed");
  await fleet.rows
    .first()
    .getByRole("link", { name: /^Sign in to / })
    .click();
  await expect(page.getByLabel("Bearer token")).toBeVisible();
});

for (const colorScheme of ["dark", "light"] as const) {
  test.describe(`in the ${colorScheme} theme`, () => {
    test.use({ colorScheme });

    test("all stamps, the question and its outcome are free of axe violations, also at 390 px", async ({
      portal,
      page,
    }) => {
      const fleet = new Fleet(portal);
      await fleet.open();
      await fleet.select("Redmond");
      await fleet.select("Vancouver (MDC)");
      await page.getByRole("button", { name: "Backup now (2)" }).click();
      await expectNoViolations(page);
      await fleet.question.getByRole("button", { name: "Yes" }).click();
      await expect(fleet.outcomes).toContainText("Not started");
      await expectNoViolations(page);
      await page.setViewportSize({ width: 390, height: 844 });
      await expectNoViolations(page);
      const overflow = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(overflow).toBe(0);
      await expect(page.getByText("Select all", { exact: true })).toBeVisible();
      const card = await fleet.row("Redmond").boundingBox();
      expect(card?.height).toBeGreaterThan(100);
    });
  });
}
