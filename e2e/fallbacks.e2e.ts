import type { Page } from "@playwright/test";
import { ALL_POLLED, ALL_POLLED_TWICE, expect, NOON, Portal, requestsOf, START, test } from "./portal.ts";
import { test as served } from "./servedStamps.ts";

// What a browser may lack, each taken away before the page's first script. docs/browsers.md "Fallbacks" has the table.

/** From Backup now to the end that its job confirms; `meanwhile` comes while the job still runs. */
async function backUp(
  portal: Portal,
  control: (command: Record<string, unknown>) => Promise<void>,
  meanwhile: () => Promise<unknown> = () => Promise.resolve(),
): Promise<void> {
  const live = portal.page.getByRole("status", { name: "Announcements" });
  await portal.startBackup();
  await expect(portal.newest).toContainText("In progress");
  await expect(live).toHaveText(/is running\./);
  await control({ jump: { before: "listed", leadMs: 0 } });
  await portal.letPass(ALL_POLLED_TWICE);
  await expect(portal.newest).toContainText("Finishing");
  await meanwhile();
  await expect(portal.newest).toContainText("Finishing");
  await control({ jump: { before: "end", leadMs: 0 } });
  await portal.letPass(ALL_POLLED_TWICE);
  await expect(portal.newest).toContainText("Succeeded");
  await expect(live).toHaveText(/succeeded\. Its job ended/);
}

test.describe("without Web Locks", () => {
  test.beforeEach(async ({ context }) => {
    await context.addInitScript(() => Reflect.deleteProperty(Navigator.prototype, "locks"));
  });

  test("a backup is started, followed over a reload to its job's end, and announced", async ({
    portal,
    page,
  }) => {
    await portal.open();
    await backUp(
      portal,
      (command) => portal.control(command),
      () => page.reload(),
    );
  });

  test("a second page waits for the first one's start, and calls it unclear only once that page is gone", async ({
    portal,
    page,
    context,
  }) => {
    await portal.open();
    await portal.control({ fault: { kind: "hang", method: "POST", remaining: 1 } });
    await portal.startBackup();
    await expect(portal.backupNow).toHaveAttribute("aria-disabled", "true");

    const other = await context.newPage();
    await other.clock.install({ time: NOON });
    const second = new Portal(other);
    await second.open();
    await expect(second.newest).toContainText("Succeeded");
    await expect(second.backupNow).toHaveAttribute("aria-disabled", "true");
    const unclear = other.getByText("A backup may have started");
    await expect(unclear).toBeHidden();

    await page.close();
    await second.letPass(ALL_POLLED);
    await other.reload();
    await expect(unclear).toBeVisible();
  });
});

test("without BroadcastChannel two pages show the same run, and only one starts it", async ({
  portal,
  page,
  context,
}) => {
  await context.addInitScript(() => Reflect.deleteProperty(window, "BroadcastChannel"));
  const other = await context.newPage();
  await other.clock.install({ time: NOON });
  const second = new Portal(other);
  await portal.open();
  await second.open();
  expect(await page.evaluate(() => "BroadcastChannel" in window)).toBe(false);
  await expect(second.backupNow).not.toHaveAttribute("aria-disabled", "true");
  const starts = [requestsOf(page, START), requestsOf(other, START)];
  await portal.startBackup();
  // Its clock stands still: it is not a poll that told.
  await expect(second.run).toContainText("In progress");
  await expect(second.backupNow).toHaveAttribute("aria-disabled", "true");
  expect(starts.flat()).toHaveLength(1);
});

served.describe("with storage denied", () => {
  const denials = {
    "as a browser denies it": () => {
      for (const name of ["localStorage", "sessionStorage"])
        Object.defineProperty(window, name, {
          get: () => {
            throw new DOMException("denied", "SecurityError");
          },
        });
    },
    "because it is full": () => {
      Storage.prototype.setItem = () => {
        throw new DOMException("full", "QuotaExceededError");
      };
    },
  };

  for (const [how, deny] of Object.entries(denials)) {
    served(
      `${how}: a backup is followed to its job's end, and settings hold until the page is left`,
      async ({ page, portal, arm, serve }) => {
        await page.addInitScript(deny);
        await page.clock.install({ time: new Date() });
        const mock = await arm();
        await page.goto(await serve([{ id: "redmond", endpoint: mock.origin }]));
        await expect(portal.newest).toContainText("Succeeded");
        await page.getByRole("button", { name: "Portal settings" }).click();
        await page.getByRole("radio", { name: "Light" }).check();
        await page.getByRole("radio", { name: "UTC" }).check();
        await page.getByRole("button", { name: "Close settings" }).click();
        await expect(page.locator("html")).toHaveAttribute("data-theme", "light");
        await expect(portal.newest).toContainText("UTC");
        await portal.essentials.getByRole("button", { name: "Essentials" }).click();
        await expect(portal.essentials.getByText("Backup location", { exact: true })).toBeHidden();
        // Nothing is remembered over a reload, and nothing needs to be: the list and the job tell.
        await backUp(portal, mock.control, () => page.reload().then(() => portal.letPass(ALL_POLLED)));
        await portal.run.getByRole("button", { name: "Close this result" }).click();
        await expect(portal.run).toBeHidden();
      },
    );
  }
});

test.describe("without names of time zones", () => {
  test("every date is there, and so are the settings", async ({ portal, page }) => {
    await page.addInitScript(withoutZones);
    await portal.open();
    await expect(portal.newest).toContainText(/Nov 22, 2026, 9:48:\d\d\sAM/);
    await expect(portal.newest).toContainText("Succeeded");
    await page.getByRole("button", { name: "Portal settings" }).click();
    await page.getByRole("radio", { name: "ISO 8601" }).check();
    await page.getByRole("button", { name: "Close settings" }).click();
    await expect(portal.newest).toContainText(/2026-11-22 09:48:\d\d/);
  });

  served(
    "a stamp whose zone the browser does not know is shown all the same",
    async ({ page, portal, arm, serve }) => {
      await page.addInitScript(withoutZones);
      const { origin } = await arm();
      await page.goto(await serve([{ id: "redmond", endpoint: origin, timeZone: "America/Los_Angeles" }]));
      await expect(portal.newest).toContainText("Succeeded");
    },
  );
});

/** Intl as a browser has it that was built with little data: no zone but its own and UTC, and none with a name. */
function withoutZones(): void {
  const Original = Intl.DateTimeFormat;
  class Little extends Original {
    constructor(locales?: Intl.LocalesArgument, options: Intl.DateTimeFormatOptions = {}) {
      const { timeZone, timeZoneName, ...rest } = options;
      if (timeZone !== undefined && timeZone !== "UTC")
        throw new RangeError(`Invalid time zone: ${timeZone}`);
      if (timeZoneName?.startsWith("long")) throw new RangeError(`Value ${timeZoneName} out of range`);
      super(locales, { ...rest, ...(timeZone !== undefined && { timeZone }) });
    }
  }
  Object.assign(Intl, { DateTimeFormat: Little });
}

served.describe("where navigator.onLine lies", () => {
  served(
    "a page that is said to be offline starts a backup while the stamp answers",
    async ({ page, portal, arm, serve }) => {
      await page.addInitScript(() =>
        Object.defineProperty(Navigator.prototype, "onLine", { get: () => false }),
      );
      const { origin } = await arm();
      const starts = requestsOf(page, START);
      await page.goto(await serve([{ id: "redmond", endpoint: origin }]));
      await expect(portal.newest).toContainText("Succeeded");
      await page.evaluate(() => window.dispatchEvent(new Event("offline")));
      await portal.commands.getByRole("button", { name: "Refresh", exact: true }).click();
      await expect(page.getByText(/^Updated/)).toBeVisible();
      await portal.startBackup();
      await expect(portal.run).toContainText("In progress");
      expect(starts).toHaveLength(1);
    },
  );

  served(
    "a page that is said to be online tells that the stamp is away, and starts nothing by itself later",
    async ({ page, portal, arm, serve }) => {
      await page.addInitScript(() =>
        Object.defineProperty(Navigator.prototype, "onLine", { get: () => true }),
      );
      const { origin } = await arm();
      const starts = requestsOf(page, START);
      await page.goto(await serve([{ id: "redmond", endpoint: origin }]));
      await expect(portal.newest).toContainText("Succeeded");
      await page.route("**/arm/**", (route) => route.abort());
      await portal.commands.getByRole("button", { name: "Refresh", exact: true }).click();
      await expect(page.getByText("No connection to")).toBeVisible();
      await expect(portal.newest).toContainText("Succeeded");
      await portal.startBackup();
      await expect(page.getByText("A backup may have started")).toBeVisible();
      await page.unroute("**/arm/**");
      await page.evaluate(() => window.dispatchEvent(new Event("online")));
      await portal.commands.getByRole("button", { name: "Refresh", exact: true }).click();
      await expect(page.getByText("No connection to")).toBeHidden();
      expect(starts).toHaveLength(1);
    },
  );
});

test.describe("at 200 % zoom", () => {
  // 1440×900, as the page has it then.
  test.use({ viewport: { width: 720, height: 450 }, deviceScaleFactor: 2 });

  /** Nothing is cut off at the side: the page scrolls in one direction only. */
  async function expectNoSideScroll(page: Page): Promise<void> {
    const excess = await page.evaluate(() =>
      [document.documentElement, ...document.querySelectorAll("main, main *")]
        .filter(
          (box) => /auto|scroll/.test(getComputedStyle(box).overflowX) || box === document.documentElement,
        )
        .filter((box) => box.scrollWidth > box.clientWidth + 1)
        .map((box) => `${box.tagName} ${box.className}`),
    );
    expect(excess).toEqual([]);
  }

  test("a backup is started, followed and opened, and the form's OK is in reach", async ({
    portal,
    page,
  }) => {
    await portal.open();
    await expect(portal.newest).toContainText("Succeeded");
    await expectNoSideScroll(page);
    await portal.backupNow.click();
    await expect(page.getByRole("alertdialog").getByRole("button", { name: "Yes" })).toBeInViewport({
      ratio: 1,
    });
    await page.keyboard.press("Enter");
    await portal.run.scrollIntoViewIfNeeded();
    await expect(portal.run.getByText("In progress")).toBeInViewport();
    await expectNoSideScroll(page);

    await portal.newest.getByRole("link").click();
    const pane = page.getByRole("dialog");
    await expect(pane.getByRole("button", { name: "Close details" })).toBeInViewport({ ratio: 1 });
    await expectNoSideScroll(page);
    await page.keyboard.press("Escape");
    await expect(pane).toBeHidden();
    await page.getByRole("link", { name: "Configuration" }).click();
    await page.getByLabel(/^Retention period in days\*?$/).fill("10");
    await expect(page.getByRole("button", { name: "OK", exact: true })).toBeInViewport({ ratio: 1 });
    await expectNoSideScroll(page);
  });
});
