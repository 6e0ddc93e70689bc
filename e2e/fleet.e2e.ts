import type { Locator, Page } from "@playwright/test";
import { expectNoViolations } from "./axe.ts";
import { expect, test, type Portal } from "./portal.ts";

/** The page of all stamps, as a person sees it. */
class Fleet {
  readonly portal: Portal;
  readonly page: Page;
  /** Addresses of the requests to stamps. */
  readonly requests: string[] = [];
  readonly posts: string[] = [];

  constructor(portal: Portal) {
    this.portal = portal;
    this.page = portal.page;
    this.page.on("request", (request) => {
      const url = request.url();
      if (!url.includes("/arm/") || url.includes("/arm/_mock")) return;
      this.requests.push(url);
      if (request.method() === "POST") this.posts.push(url);
    });
  }

  /** Opens the page and waits until every stamp is known. */
  async open(scenario = "fleet"): Promise<void> {
    await this.page.goto(`./?scenario=${scenario}#/fleet`);
    await expect(this.page.getByRole("heading", { name: "All stamps", level: 1 })).toBeVisible();
    await expect(this.rows.first()).toBeVisible();
    for (let turn = 0; turn < 600 && (await this.asking.isVisible()); turn += 1) await this.pass(1);
    await expect(this.asking).toBeHidden();
  }

  get asking(): Locator {
    return this.page.getByText(/^Asking: \d+ of \d+ stamps known/);
  }

  get grid(): Locator {
    return this.page.getByRole("grid", { name: "Stamps" });
  }

  get rows(): Locator {
    return this.grid.getByRole("row").filter({ has: this.page.getByRole("rowheader") });
  }

  row(title: string): Locator {
    return this.rows.filter({ has: this.page.getByRole("link", { name: title, exact: true }) });
  }

  get question(): Locator {
    return this.page.getByRole("alertdialog");
  }

  get outcomes(): Locator {
    return this.page.getByRole("region", { name: "What became of Backup now" });
  }

  async titles(): Promise<string[]> {
    return this.grid.getByRole("rowheader").getByRole("link").allInnerTexts();
  }

  async select(title: string): Promise<void> {
    await this.page.getByRole("checkbox", { name: `Select ${title}` }).check();
  }

  /** Lets seconds pass in turns so short that no answer is given up meanwhile. */
  async pass(seconds: number): Promise<void> {
    for (let left = seconds; left > 0; left -= 2) await this.portal.letPass(Math.min(left, 2) / 60);
  }
}

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
  await expect(fleet.row("Redmond")).toContainText(/\d h ago/);
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
  expect(success).toContain("Nov 22");
  await expect(fleet.row("Everett")).toContainText(success.split("\n").at(-1) ?? "none");
  await expect(fleet.row("Redmond")).toContainText("Protected");
  await portal.control({ stamp: "everett", clearFaults: true });
  await fleet.pass(180);
  await expect(fleet.row("Everett")).not.toContainText("No answer");
});

test("Backup now on one stamp is one request, followed in its row to Succeeded", async ({ portal, page }) => {
  const fleet = new Fleet(portal);
  await fleet.open();
  const button = page.getByRole("button", { name: "Backup now: Redmond" });
  await button.click();
  await expect(fleet.question.getByRole("listitem")).toHaveText(["Redmond"]);
  await fleet.question.getByRole("button", { name: "No" }).click();
  await expect(button).toBeFocused();
  expect(fleet.posts).toEqual([]);

  await button.click();
  await fleet.question.getByRole("button", { name: "Yes" }).click();
  await expect(fleet.outcomes).toContainText("Redmond Started.");
  await expect(fleet.row("Redmond")).toContainText("In progress");
  await expect(button).toHaveAccessibleDescription(/A backup is running/);
  await portal.control({ stamp: "redmond", jump: { before: "end", leadMs: 120_000 } });
  await fleet.pass(90);
  await expect(fleet.row("Redmond")).toContainText("Finishing");
  await fleet.pass(180);
  await expect(fleet.row("Redmond")).not.toContainText("Finishing");
  await expect(fleet.row("Redmond").getByRole("gridcell").nth(4)).toContainText(
    /Succeeded\s*(just now|\d min ago)/,
  );
  expect(fleet.posts).toHaveLength(1);
});

test("Backup now on a selection starts each by itself, names what is left out, and ends each by itself", async ({
  portal,
  page,
}) => {
  const fleet = new Fleet(portal);
  await fleet.open();
  await expect(page.getByRole("button", { name: "Backup now", exact: true })).toHaveAccessibleDescription(
    "Select stamps in the list first.",
  );
  for (const title of ["Redmond", "Spokane", "Everett", "Bothell"]) await fleet.select(title);
  await page.getByRole("button", { name: "Backup now (4)" }).click();
  await expect(fleet.question).toContainText("Backup now on 3 stamps?");
  const [on, not] = [fleet.question.getByRole("list").first(), fleet.question.getByRole("list").last()];
  expect((await on.getByRole("listitem").allInnerTexts()).toSorted()).toEqual([
    "Everett",
    "Redmond",
    "Spokane",
  ]);
  await expect(not).toHaveText(/^Bothell – A backup is running/);
  await fleet.question.getByRole("button", { name: "Yes" }).dblclick();
  for (const title of ["Redmond", "Spokane", "Everett"]) {
    await expect(fleet.outcomes).toContainText(`${title} Started.`);
    await expect(fleet.row(title)).toContainText("In progress");
  }
  const stampsOf = (urls: string[]) => urls.map((url) => /\/arm\/(\w+)\//.exec(url)?.[1]).toSorted();
  expect(stampsOf(fleet.posts)).toEqual(["everett", "redmond", "spokane"]);
  // What was started is selected no more.
  await expect(page.getByRole("button", { name: "Backup now (1)" })).toBeVisible();

  await portal.control({ jump: { byMs: 70 * 60_000 } });
  await fleet.pass(240);
  for (const title of ["Redmond", "Spokane"]) {
    await expect(fleet.row(title).getByRole("progressbar")).toHaveCount(0);
    await expect(fleet.row(title).getByRole("gridcell").nth(4)).toContainText(/Succeeded\s*\d+ min ago/);
  }
  await expect(fleet.row("Everett").getByRole("gridcell").nth(4)).toContainText(/Failed\s*(1 h|\d+ min) ago/);
  expect(fleet.posts).toHaveLength(3);
  await fleet.outcomes.getByRole("button", { name: "Dismiss" }).click();
  await expect(fleet.outcomes).toBeHidden();
});

test("a refusal and an unknown outcome each stand beside their stamp; nothing is sent again", async ({
  portal,
  page,
}) => {
  const fleet = new Fleet(portal);
  await fleet.open();
  await fleet.select("Vancouver (MDC)");
  await fleet.select("Yakima (ruggedized)");
  await page.getByRole("button", { name: "Backup now (2)" }).click();
  await expect(fleet.question).toContainText("Yakima (ruggedized) – does not answer now");
  await fleet.question.getByRole("button", { name: "Yes" }).click();
  const [refused, unknown] = [
    fleet.outcomes.getByRole("listitem").filter({ hasText: "Vancouver" }),
    fleet.outcomes.getByRole("listitem").filter({ hasText: "Yakima" }),
  ];
  await expect(refused).toContainText("Not started");
  await expect(refused).toContainText(/UpdateInProgress.*Request id/);
  await expect(unknown).toContainText("May have started");
  await fleet.pass(120);
  expect(fleet.posts).toHaveLength(2);
  await expect(
    page.getByRole("button", { name: "Backup now: Yakima (ruggedized)" }),
  ).toHaveAccessibleDescription(/An earlier start got no clear answer/);
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
  await expect(page.getByRole("heading", { name: "No stamp matches" })).toBeVisible();
  await page.getByRole("button", { name: "Clear the filter" }).click();
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
  await expect(last.getByRole("link")).toBeFocused();
  const before = await fleet.titles();
  const moved = before.at(-1) ?? "";
  await portal.control({ stamp: moved.toLowerCase(), fault: { kind: "network" } });
  await fleet.pass(180);
  await expect(fleet.row(moved)).toContainText("No answer");
  expect(await fleet.titles()).toEqual(before);
  await expect(last.getByRole("link")).toBeFocused();
  await page.getByRole("button", { name: "Sort again" }).click();
  await expect.poll(() => fleet.titles()).not.toEqual(before);
  await expect(page.getByRole("button", { name: "Sort again" })).toBeHidden();
  await page.getByRole("link", { name: "Spokane", exact: true }).click();
  await expect(page).toHaveURL(/#\/spokane\/backup$/);
  await expect(page.getByRole("heading", { name: "Infrastructure backup", level: 1 })).toBeVisible();
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

test("with 200 stamps few rows are on the page, and few requests leave it", async ({ portal, page }) => {
  const fleet = new Fleet(portal);
  await fleet.open("fleet-200");
  await expect(fleet.grid).toHaveAttribute("aria-rowcount", "201");
  expect(await fleet.rows.count()).toBeLessThan(60);
  // Two for each that answers, more for those that run or had to be asked twice.
  expect(fleet.requests.length).toBeLessThan(500);
  await fleet.pass(60);
  fleet.requests.length = 0;
  await fleet.pass(300);
  await expect(
    page.getByText(/about \d+ requests\/min · each stamp asked about every 4 minutes/),
  ).toBeVisible();
  expect(fleet.requests.length / 5).toBeLessThan(120);
  expect(new Set(fleet.requests.map((url) => /\/arm\/(\w+)\//.exec(url)?.[1])).size).toBeGreaterThan(150);

  await fleet.rows.first().getByRole("link").first().focus();
  await page.keyboard.press("Control+End");
  await expect(fleet.grid.locator('[aria-rowindex="201"]')).toBeInViewport();
  expect(await fleet.rows.count()).toBeLessThan(60);

  await page.getByRole("combobox", { name: "Show" }).selectOption("Sign-in needed");
  await fleet.rows
    .first()
    .getByRole("link", { name: /^Sign in on the blade of/ })
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
      await expect(fleet.row("Redmond")).toContainText("Last success:");
    });
  });
}
