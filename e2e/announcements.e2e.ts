import { ALL_POLLED, ALL_POLLED_TWICE, expect, Portal, test } from "./portal.ts";

test("one start and one end are announced, toasted and kept under the bell", async ({ portal, page }) => {
  await portal.open();
  const live = page.getByRole("status", { name: "Announcements" });
  await portal.startBackup();
  await expect(live).toHaveText(/Backup [0-9a-f]{8} is running\./);
  await expect(page).toHaveTitle(/^● Running 0:\d\d – Infrastructure backup$/);
  await portal.control({ jump: { before: "end", leadMs: 0 } });
  await portal.letPass(ALL_POLLED_TWICE);
  await expect(live).toHaveText(/Backup [0-9a-f]{8} succeeded\. Its job ended after 3\d min/);
  await expect(page).toHaveTitle("Infrastructure backup – Redmond");

  await page.reload();
  await expect(portal.newest).toContainText("Succeeded");
  await expect(live).toHaveText("");
  await page.getByRole("button", { name: "Notifications, 1 unread" }).click();
  const pane = page.getByRole("dialog", { name: "Notifications" });
  await expect(pane.getByRole("listitem")).toHaveCount(1);
  await expect(pane.getByRole("listitem")).toContainText(/Backup [0-9a-f]{8} succeeded/);
  await pane.getByRole("button", { name: "Close notifications" }).click();
  await expect(page.getByRole("button", { name: "Notifications", exact: true })).toBeFocused();
});

test("polls that bring nothing new announce nothing and change only the time of the last answer", async ({
  portal,
  page,
}) => {
  await portal.open();
  await expect(portal.newest).toContainText("Succeeded");
  const poll = () => Promise.all([page.waitForResponse(/\/backups\?/), page.clock.runFor(31_000)]);
  await poll();
  await poll();
  const updated = page.getByText(/^Updated 12:0\d:\d\d PM$/);
  await expect(updated).toHaveText(/Updated 12:01:/);
  await expect(page.getByText("refreshes every 30 s")).toBeVisible();
  // What comes after the rows is there.
  await expect(page.getByRole("region", { name: "Protection" })).toContainText("Last successful backup");
  await expect(portal.essentials).toContainText("Last backupSucceeded");
  await expect(page.getByRole("button", { name: "Copy encryption certificate" })).toBeVisible();
  await expect(page.getByRole("searchbox", { name: "Filter by name" })).toBeVisible();
  await page.evaluate(() => {
    const seen: string[] = [];
    Object.assign(window, { seen });
    new MutationObserver((records) =>
      seen.push(
        ...records.map(({ target, type }) => `${type} ${target.parentElement?.outerHTML.slice(0, 200)}`),
      ),
    ).observe(document.getElementById("root") ?? document.body, {
      subtree: true,
      childList: true,
      attributes: true,
      characterData: true,
    });
  });
  await page.clock.runFor(2_000);
  const before = await updated.innerText();
  await Promise.all([page.waitForResponse(/\/backups\?/), page.clock.runFor(25_000)]);
  await page.clock.runFor(500);
  await expect(updated).not.toHaveText(before);
  // Ages are told to the minute, and go on by themselves.
  const seen = await page.evaluate(() =>
    "seen" in window && Array.isArray(window.seen) ? window.seen : null,
  );
  const ages = /^characterData .*\d+ min( ago|\.)/;
  const time = /^(characterData|attributes) .*(>Updated |<time)/;
  expect(seen?.filter((change) => !ages.test(String(change)) && !time.test(String(change)))).toEqual([]);
});

test("settings change theme and time zone, and are remembered", async ({ portal, page }) => {
  await portal.open();
  await page.getByRole("button", { name: "Portal settings" }).click();
  await page.getByRole("radio", { name: "UTC" }).check();
  await page.getByRole("radio", { name: "Light" }).check();
  await page.getByRole("button", { name: "Close settings" }).click();
  await expect(portal.newest).toContainText(/Nov 22, 2026, 5:48:\d\d PM UTC/);
  await page.reload();
  await expect(portal.newest).toContainText("PM UTC");
  await expect(page.locator("html")).toHaveAttribute("data-theme", "light");
});

test("help says what the states mean", async ({ portal, page }) => {
  await portal.open();
  await page.getByRole("button", { name: "Help" }).click();
  await expect(page.getByRole("dialog", { name: "Help" })).toContainText(
    "Only then is a backup safe to rely on",
  );
});

test("two tabs keep each other's preferences and show them at once", async ({ portal, page, context }) => {
  await portal.open();
  const other = new Portal(await context.newPage());
  await other.open();
  const choose = async ({ page: tab }: Portal, radio: string) => {
    await tab.getByRole("button", { name: "Portal settings" }).click();
    await tab.getByRole("radio", { name: radio }).check();
    await tab.getByRole("button", { name: "Close settings" }).click();
  };
  await choose(other, "UTC");
  await expect(portal.newest).toContainText("PM UTC");
  await choose(portal, "Light");
  await expect(other.page.locator("html")).toHaveAttribute("data-theme", "light");
  await page.reload();
  await expect(portal.newest).toContainText("PM UTC");
  await expect(page.locator("html")).toHaveAttribute("data-theme", "light");
});

test("two tabs on two stamps stay on theirs, and settle", async ({ portal, page, context }) => {
  await portal.open("?scenario=fleet", "#/redmond/backup");
  const other = new Portal(await context.newPage());
  await other.open("?scenario=fleet", "#/kirkland/backup");
  await expect(other.newest).toContainText("Partially succeeded");
  const heard = await page.evaluate(
    () =>
      new Promise<number>((done) => {
        let changes = 0;
        window.addEventListener("storage", ({ key }) => {
          if (key === "azsh-backup:preferences") changes += 1;
        });
        requestAnimationFrame(() => requestAnimationFrame(() => done(changes)));
      }),
  );
  expect(heard).toBeLessThanOrEqual(1);
  await page.getByRole("link", { name: "All services" }).click();
  await page.getByRole("link", { name: "Infrastructure backup" }).click();
  await expect(page).toHaveURL(/#\/redmond\/backup$/);
});

test("runs that were started here stand under the bell on whichever stamp is open, and are read once", async ({
  portal,
  page,
}) => {
  const go = async (stamp: string) => {
    await page.evaluate((id) => (location.hash = `#/${id}/backup`), stamp);
    await expect(page.getByText(`${stamp} · Region`)).toBeVisible();
  };
  const unread = page.getByRole("button", { name: "Notifications, 2 unread" });
  await portal.open("?scenario=fleet", "#/kirkland/backup");
  await portal.startBackup();
  await expect(portal.run).toContainText("Accepted");
  await go("redmond");
  await portal.startBackup();
  await expect(portal.run).toContainText("Accepted");
  await portal.control({ jump: { byMs: 3_600_000 } });
  await portal.letPass(ALL_POLLED_TWICE);
  await expect(unread).toBeVisible();
  await go("kirkland");
  await unread.click();
  const pane = page.getByRole("dialog", { name: "Notifications" });
  await expect(pane.getByRole("listitem")).toHaveText([/^Redmond: Backup/, /^Backup/]);
  await page.getByRole("button", { name: "Close notifications" }).click();
  await expect(page.getByRole("button", { name: "Notifications", exact: true })).toBeVisible();
  await go("redmond");
  await expect(page.getByRole("button", { name: "Notifications", exact: true })).toBeVisible();
});

test("a run has one toast, which never says what is no longer so", async ({ portal, page }) => {
  await portal.open();
  // Fluent gives a toast no role of its own.
  const toast = page.locator(".fui-Toast");
  await portal.startBackup();
  await expect(toast).toHaveText(/is running/);
  await portal.control({ jump: { before: "listed", leadMs: 0 } });
  await page.getByRole("button", { name: "Refresh", exact: true }).click();
  await expect(portal.run).toContainText("Finishing");
  await expect(toast.filter({ hasText: "is running." })).toHaveCount(0);
  await portal.control({ jump: { before: "end", leadMs: 0 } });
  // A toast goes after some seconds of real time, so the page is not left to find out by itself.
  await page.getByRole("button", { name: "Refresh", exact: true }).click();
  await expect(portal.newest).toContainText("Succeeded");
  await expect(toast).toHaveCount(1);
  await expect(toast).toHaveText(/succeeded/);
});

test("a toast that was just dismissed does not keep the run's end from being told", async ({
  portal,
  page,
}) => {
  await portal.open();
  const toast = page.locator(".fui-Toast");
  await portal.startBackup();
  await expect(toast).toHaveText(/is running/);
  // The dismissed toast stays on its way out until the animations are ended below.
  await page.evaluate(() => {
    // oxlint-disable-next-line typescript/unbound-method -- called on the element below
    const animate = Element.prototype.animate;
    Element.prototype.animate = function slowly(keyframes, options) {
      return animate.call(this, keyframes, { ...(typeof options === "object" && options), duration: 1e8 });
    };
  });
  await toast.getByRole("button", { name: "Dismiss" }).click();
  await portal.control({ jump: { before: "end", leadMs: 0 } });
  await portal.letPass(ALL_POLLED);
  await expect(portal.newest).toContainText("Succeeded");
  await expect(async () => {
    await page.evaluate(() => {
      for (const one of document.getAnimations()) {
        if (one.effect?.getComputedTiming().endTime !== Number.POSITIVE_INFINITY) one.finish();
      }
    });
    await expect(toast).toHaveText(/succeeded/, { timeout: 500 });
  }).toPass({ timeout: 20_000 });
});
