import { expectNoViolations } from "./axe.ts";
import {
  ALL_POLLED,
  ALL_POLLED_TWICE,
  BACKED_OFF,
  expect,
  type Portal,
  requestsOf,
  START,
  test,
} from "./portal.ts";

const PAGE = "#/redmond/backup/alerts";
const barOf = (portal: Portal) => portal.page.getByRole("region", { name: "Backup alerts" });
const group = (portal: Portal, name: "Active" | "Closed") =>
  portal.page.getByRole("region", { name: new RegExp(`^${name} \\d+$`) });
const question = (portal: Portal) => portal.page.getByRole("alertdialog", { name: "Backup now" });
const FULL = "Backup failed because the backup file share is full.";

test("the worst active alert stands above the list with its remedy, and how many more there are", async ({
  portal,
  page,
}) => {
  await portal.open("?scenario=last-failed");
  await expect(barOf(portal)).toContainText(`Critical ${FULL}`);
  await expect(barOf(portal)).toContainText(/4 h \d+ min ago/);
  await expect(barOf(portal)).toContainText("Add space to the share, or delete the oldest backups");
  await expect(page.getByRole("link", { name: "Alerts 2 active" })).toBeVisible();
  await barOf(portal).getByRole("link", { name: "View all 2 alerts" }).click();
  await expect(page.getByRole("heading", { name: "Alerts", level: 2 })).toBeVisible();
  await expect(group(portal, "Active").getByRole("article")).toHaveCount(2);
  await expect(page.getByRole("link", { name: /^Alerts/ })).toHaveAttribute("aria-current", "page");
});

test("an alert that asks for a backup opens the command bar's question; its Yes starts one", async ({
  portal,
}) => {
  await portal.open("?scenario=slot-skipped");
  await portal.control({ block: null });
  const posts = requestsOf(portal.page, START);
  await barOf(portal).getByRole("button", { name: "Backup now" }).click();
  await expect(question(portal)).toContainText("can't be paused or stopped");
  await expect(portal.page.getByRole("button", { name: "Yes" })).toBeFocused();
  await portal.page.getByRole("button", { name: "No", exact: true }).click();
  await expect(question(portal)).toBeHidden();
  expect(posts).toHaveLength(0);
  await barOf(portal).getByRole("button", { name: "Backup now" }).click();
  await portal.page.getByRole("button", { name: "Yes" }).click();
  await expect(portal.run).toContainText("In progress");
  expect(posts).toHaveLength(1);
  await expect(barOf(portal).getByRole("button", { name: "Backup now" })).toHaveAccessibleDescription(
    /The stamp runs one at a time/,
  );
  // The alert's cause is over once a backup succeeds.
  await portal.control({ jump: { before: "end", leadMs: 0 } });
  await portal.letPass(BACKED_OFF);
  await expect(portal.newest).toContainText("Succeeded");
});

test("a share that is full offers to prune and to change retention, not another backup", async ({
  portal,
  page,
}) => {
  await portal.open("?scenario=share-almost-full");
  await expect(barOf(portal)).toContainText("The backup file share is almost full.");
  await expect(barOf(portal).getByRole("button")).toHaveText(["Prune external store"]);
  await barOf(portal).getByRole("button", { name: "Prune external store" }).click();
  await expect(page.getByRole("dialog", { name: /^Prune/ })).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog", { name: /^Prune/ })).toBeHidden();
  await barOf(portal).getByRole("link", { name: "Change retention" }).click();
  await expect(page.getByRole("heading", { name: "Configuration" })).toBeVisible();
});

test("the alert that automatic backups are off enables them, from the bar and from the alerts page", async ({
  portal,
  page,
}) => {
  const ask = page.getByRole("alertdialog", { name: "Enable Automatic Backups" });
  await portal.open("?scenario=automatic-disabled");
  const enable = barOf(portal).getByRole("button", { name: "Enable Automatic Backups" });
  await expect(barOf(portal).getByRole("button")).toHaveCount(1);
  await enable.click();
  await expect(ask).toBeVisible();
  await ask.getByRole("button", { name: "No" }).click();
  await page.getByRole("link", { name: /^Alerts/ }).click();
  await group(portal, "Active").getByRole("button", { name: "Enable Automatic Backups" }).click();
  await ask.getByRole("button", { name: "Yes" }).click();
  await portal.letPass(ALL_POLLED_TWICE);
  await expect(barOf(portal)).toHaveCount(0);
});

test("the bar stands below the verdict, above Essentials, as wide as the list", async ({ portal, page }) => {
  await portal.open("?scenario=last-failed");
  await expect(barOf(portal)).toBeVisible();
  const boxOf = async (locator: ReturnType<typeof barOf>) => {
    const box = await locator.boundingBox();
    if (!box) throw new Error("not on the page");
    return box;
  };
  for (const width of [1440, 1024, 390]) {
    await page.setViewportSize({ width, height: 900 });
    const bar = await boxOf(barOf(portal));
    const verdict = await boxOf(page.getByRole("region", { name: "Protection" }));
    const essentials = await boxOf(page.getByRole("button", { name: "Essentials" }));
    expect(bar.y).toBeGreaterThanOrEqual(verdict.y + verdict.height);
    expect(essentials.y - (bar.y + bar.height)).toBeGreaterThanOrEqual(8);
    expect(bar.width).toBe((await boxOf(portal.list)).width);
  }
});

test("a healthy stamp has no bar, no number, and says so on its page", async ({ portal, page }) => {
  await portal.open("?scenario=healthy", PAGE);
  await expect(group(portal, "Active")).toContainText("No active backup alerts");
  const closed = group(portal, "Closed").getByRole("article");
  await expect(closed).toHaveCount(1);
  await expect(closed).toContainText("Backup only partially completed.");
  await expect(closed).toContainText("by operator@contoso.com");
  await expect(closed).not.toContainText("api-version");
  await closed.getByText("Details").click();
  await expect(closed).toContainText("AzureStack.BackupController.BackupPartiallyCompletedFault");
  await expect(closed).toContainText("Some roles could not be backed up.");
  await expect(closed.getByRole("button", { name: "Copy fault id" })).toBeVisible();
  await page.getByRole("link", { name: "Overview" }).click();
  await expect(portal.newest).toContainText("Succeeded");
  await expect(barOf(portal)).toHaveCount(0);
  await expect(page.getByRole("link", { name: "Alerts", exact: true })).toBeVisible();
});

test("Backup now on the alerts page asks on the overview, once", async ({ portal, page }) => {
  await portal.open("?scenario=last-failed-general", PAGE);
  const alert = group(portal, "Active").getByRole("article", { name: /unknown error/ });
  await alert.getByRole("button", { name: "Backup now" }).click();
  await expect(question(portal)).toBeVisible();
  await expect(page.getByRole("button", { name: "Yes" })).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(question(portal)).toBeHidden();
  await page.getByRole("link", { name: /^Alerts/ }).click();
  await expect(alert).toBeVisible();
  await page.getByRole("link", { name: "Overview" }).click();
  await expect(portal.newest).toContainText("Failed");
  await expect(question(portal)).toBeHidden();
});

for (const [status, words] of [
  [403, "You don't have permission to read this region's alerts."],
  [404, "This stamp doesn't provide alerts at the expected address"],
  [500, "The stamp answered with an error."],
] as const) {
  test(`alerts that answer ${status} are said to be unknown, and harm nothing else`, async ({
    portal,
    page,
  }) => {
    await portal.open("?scenario=last-failed");
    await portal.control({ fault: { kind: "status", status, route: "alerts" } });
    await page.reload();
    await expect(page.getByText("Backup alerts are unknown.")).toBeVisible();
    await expect(portal.newest).toContainText("Failed");
    await expect(portal.protection).toContainText("Overdue");
    await page.getByRole("link", { name: "Alerts", exact: true }).first().click();
    await expect(page.getByText("Alerts couldn't be read")).toBeVisible();
    await expect(page.getByText(words)).toBeVisible();
    await expect(page.getByText(/Request ID/)).toBeVisible();
    await portal.control({ clearFaults: true });
    await page.getByRole("button", { name: "Retry" }).click();
    await expect(group(portal, "Active").getByRole("article")).toHaveCount(2);
    await page.getByRole("link", { name: "Overview" }).click();
    await portal.backupNow.click();
    await expect(question(portal)).toBeVisible();
  });
}

test("alerts that were read once stay, marked as of earlier, when they answer no more", async ({
  portal,
}) => {
  await portal.open("?scenario=last-failed", PAGE);
  await expect(group(portal, "Active").getByRole("article")).toHaveCount(2);
  await portal.control({ connection: "lost" });
  await portal.page.getByRole("button", { name: "Refresh" }).click();
  await expect(portal.page.getByText("Alerts may be out of date")).toBeVisible();
  await expect(group(portal, "Active").getByRole("article")).toHaveCount(2);
});

test("a lost connection is told once, not by the alerts as well", async ({ portal, page }) => {
  await portal.open("?scenario=unreachable");
  await expect(page.getByText("No backups to show yet")).toBeVisible();
  await portal.letPass(ALL_POLLED);
  await expect(page.getByText("Backup alerts are unknown.")).toHaveCount(0);
});

const EVIL = "<img src=x onerror=\"document.title='pwned'\">";

function hostile() {
  const link = (uri: string, text: string) => [
    { type: "LinkBegin", linkType: "Uri", uri, resourceId: "" },
    { type: "Text", text },
    { type: "LinkEnd" },
  ];
  return {
    value: [
      null,
      {
        name: "redmond/evil",
        properties: {
          faultTypeId: "AzureStack.BackupController.BackupFailedGeneralFault",
          title: EVIL,
          severity: "Catastrophic",
          state: "Active",
          createdTimestamp: "2026-11-22T18:00:00Z",
          description: [{ type: "Text", text: EVIL }],
          remediation: [
            { type: "Text", text: `${EVIL} ` },
            ...link("javascript:document.title='pwned'", "run me"),
            { type: "NewLine" },
            ...link("https://docs.example.org/guide", "the guide"),
            { type: "NewLine" },
            ...link("https://stamp.example@evil.example/", "https://stamp.example/"),
            "not a token",
          ],
        },
      },
    ],
  };
}

test("an alert's text is text, and only web addresses are links, foreign ones named", async ({
  portal,
  page,
}) => {
  await portal.open("?scenario=healthy");
  await portal.control({
    fault: { kind: "status", status: 200, route: "alerts", body: JSON.stringify(hostile()) },
  });
  await page.getByRole("button", { name: "Refresh", exact: true }).click();
  await expect(barOf(portal)).toContainText("Unknown severity (Catastrophic)");
  await expect(barOf(portal)).toContainText(EVIL);
  await expect(barOf(portal)).toContainText("run me (link removed: not a plain web address)");
  await barOf(portal).getByRole("link", { name: "View alert" }).click();
  const alert = group(portal, "Active").getByRole("article");
  await alert.getByText("Details").click();
  const links = alert.getByRole("link");
  await expect(links).toHaveCount(1);
  await expect(links).toHaveText("the guide");
  await expect(links).toHaveAttribute("href", "https://docs.example.org/guide");
  await expect(links).toHaveAttribute("rel", "noopener noreferrer");
  await expect(alert).toContainText("the guide (docs.example.org, outside this stamp)");
  await expect(page.getByText("There may be more alerts")).toBeVisible();
  await expect(alert.locator("img")).toHaveCount(0);
  await expect(page).not.toHaveTitle("pwned");
});

test("alerts are asked no more than once a minute", async ({ portal, page }) => {
  const asked = requestsOf(page, /\/alerts\?/);
  await portal.open("?scenario=last-failed");
  await expect(barOf(portal)).toBeVisible();
  const before = asked.length;
  expect(before).toBe(1);
  await portal.letPass(5);
  expect(asked.length - before).toBeGreaterThanOrEqual(4);
  expect(asked.length - before).toBeLessThanOrEqual(5);
});

for (const colorScheme of ["dark", "light"] as const) {
  test.describe(`in the ${colorScheme} theme`, () => {
    test.use({ colorScheme });

    test("bar and page are free of axe violations, and fit 390 px", async ({ portal, page }) => {
      await page.setViewportSize({ width: 390, height: 844 });
      await portal.open("?scenario=last-failed");
      await expect(barOf(portal)).toBeVisible();
      await expectNoViolations(page);
      await barOf(portal).getByRole("link", { name: "View all 2 alerts" }).click();
      await group(portal, "Active").getByRole("article").first().getByText("Details").click();
      await group(portal, "Active").getByRole("button", { name: "Close alert" }).first().click();
      await expectNoViolations(page);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
    });
  });
}
