import type { Locator } from "@playwright/test";
import { CERTIFICATE } from "../mocks/arm/certificate.fixture.ts";
import { certificateFile, chooseFile, openForm, save } from "./configurationForm.ts";
import { ALL_POLLED_TWICE, expect, test } from "./portal.ts";

/** What a check of the pane says: outcome and title, then reason and advice. */
const check = (pane: Locator, title: string) =>
  pane.getByRole("region", { name: "Checks" }).getByRole("listitem").filter({ hasText: title });

const TITLES = {
  store: "Backups leave the stamp",
  path: "The backup path uses a fully qualified domain name",
  uploaded: "Newest success is completely uploaded and ready for cloud recovery",
  inTime: "Newest success is within schedule",
  slots: "No failed or missing slot in the last 7 days",
  automatic: "Automatic backups are on",
  frequency: "Backed up at least twice a day",
  retention: "Kept for seven days at most",
  room: "Room for the next backups",
} as const;
type Title = keyof typeof TITLES;

const OUTCOMES: [scenario: string, not: Title[], cannotTell: Title[]][] = [
  ["healthy", ["slots", "retention"], []],
  ["not-uploaded", ["uploaded", "slots", "retention"], []],
  ["never-configured", ["store", "path", "uploaded", "inTime", "room"], ["slots", "automatic"]],
  ["automatic-disabled", ["inTime", "slots", "automatic", "retention"], []],
  ["share-almost-full", ["slots", "retention", "room"], []],
  ["frequency-changed", ["retention"], []],
];

// Every reason of every check is a line of a unit test; here is what an operator sees of them.
for (const [scenario, not, cannotTell] of OUTCOMES) {
  test(`each check of ${scenario} is passed, not passed or unknown`, async ({ portal, page }) => {
    await portal.open(`?scenario=${scenario}`, "#/redmond/backup/readiness");
    const pane = page.getByRole("dialog", { name: "Recovery readiness" });
    for (const [key, title] of Object.entries(TITLES)) {
      const is = (keys: Title[]) => keys.some((one) => one === key);
      const outcome = is(not) ? "Not passed" : is(cannotTell) ? "Cannot tell" : "Passed";
      await expect(check(pane, title)).toContainText(`${outcome}: ${title}`);
    }
  });
}

test("what the stamp no longer answers cannot be told, and advises nothing but patience", async ({
  portal,
  page,
}) => {
  await portal.open("", "#/redmond/backup/readiness");
  const pane = page.getByRole("dialog", { name: "Recovery readiness" });
  await expect(check(pane, TITLES.inTime)).toContainText("Passed");
  await portal.control({ fault: { kind: "status", status: 503, route: "backups" } });
  await portal.letPass(ALL_POLLED_TWICE);
  for (const title of [TITLES.uploaded, TITLES.inTime, TITLES.slots]) {
    await expect(check(pane, title)).toContainText(`Cannot tell: ${title}`);
    await expect(check(pane, title)).toContainText(
      "The stamp answered with an error. This is checked again automatically.",
    );
  }
  await expect(check(pane, TITLES.store)).toContainText("Passed");
});

test("a chosen certificate's end is remembered in this browser, and warned of when it is near", async ({
  portal,
  page,
}) => {
  await openForm(portal);
  await chooseFile(page, certificateFile);
  await save(portal);
  await expect(page.getByText("Saved.")).toBeVisible();
  await page.goto("./#/redmond/backup/readiness");
  const keys = page.getByRole("region", { name: "Private keys to keep" });
  const current = keys.getByRole("row", { name: new RegExp(CERTIFICATE.thumbprint.slice(0, 8)) });
  await expect(current).toContainText("Nov 19, 2036");
  await expect(keys.getByRole("row", { name: /C9EF3A3E/ })).toContainText("Not known here");
  await expect(keys).not.toContainText("The current certificate expire");

  // As a certificate is remembered that ends in nine days.
  await page.evaluate(
    (thumbprint) =>
      localStorage.setItem(
        "azsh-backup:certificates",
        JSON.stringify({ [thumbprint]: Date.UTC(2026, 11, 1, 20) }),
      ),
    CERTIFICATE.thumbprint,
  );
  await page.reload();
  await expect(keys).toContainText("The current certificate expires on Dec 1, 2026.");
  await expect(current).toContainText("Dec 1, 2026, soon");
});

test("the verdict opens recovery readiness, which stands in the address and gives the focus back", async ({
  portal,
  page,
}) => {
  await portal.open();
  const link = page.getByRole("link", { name: /^Recovery readiness: \d of 10 checks passed$/ });
  await link.click();
  const pane = page.getByRole("dialog", { name: "Recovery readiness" });
  await expect(pane.getByRole("region", { name: "A recovery today would use" })).toContainText(
    "\\\\fs01.contoso.com\\AzSBackups\\MASBackup",
  );
  await expect(page).toHaveURL(/#\/redmond\/backup\/readiness$/);
  const checks = pane.getByRole("region", { name: "Checks" });
  await expect(checks.getByRole("listitem")).toHaveCount(10);
  await expect(checks.getByRole("listitem").filter({ hasText: "Backups leave the stamp" })).toContainText(
    "Passed",
  );
  await expect(checks.getByRole("listitem").filter({ hasText: "Share reachable" })).toContainText(
    "Cannot tell: Share reachable and writable from the stampOnly the stamp can test this.",
  );
  await expect(pane).toContainText("Test-AzureStack -Include AzsBackupShareAccessibility");
  await pane.getByRole("button", { name: "Close recovery readiness" }).click();
  await expect(link).toBeFocused();
});

test("what is not uploaded is passed over for an older backup", async ({ portal, page }) => {
  await portal.open("?scenario=not-uploaded", "#/redmond/backup/readiness");
  const pane = page.getByRole("dialog", { name: "Recovery readiness" });
  await expect(pane).toContainText("2 newer backups can't be used for a recovery.");
  await expect(pane).toContainText("The stamp says it isn't completely uploaded");
});

test("a rotated certificate leaves two private keys to keep", async ({ portal, page }) => {
  await portal.open("?scenario=certificate-rotated", "#/redmond/backup/readiness");
  const keys = page.getByRole("dialog").getByRole("grid", { name: "Private keys to keep" });
  await expect(keys.getByRole("row", { name: /126B334D…15FB0.*current/ })).toContainText("In use");
  await expect(keys.getByRole("row", { name: /C9EF3A3E…7B990/ })).toContainText("Nov 30, 2026");
});

test("History tells its figures with what they rest on, and the trend and outlier of the durations", async ({
  portal,
  page,
}) => {
  await portal.open("?scenario=slow-trend");
  await page.getByRole("link", { name: "History", exact: true }).click();
  await expect(page.getByRole("region", { name: "Figures" })).toContainText("Slots kept, last 30 days");
  await expect(page.getByRole("region", { name: "Figures" })).toContainText(
    "the list doesn't reach back over the whole period",
  );
  const durations = page.getByRole("region", { name: "Durations" });
  await expect(durations).toContainText("1 run took longer than usual.");
  await expect(durations).toContainText(/The newest 10 successes took 4\d min at the median/);
  const points = durations.getByRole("img", { name: /min.*, Nov / });
  const outlier = durations.getByRole("img", { name: /longer than usual/ });
  await expect(points).toHaveCount(30);
  // One Tab stop for all points: arrows move between them, and Enter opens the backup.
  await outlier.focus();
  await expect(durations).toContainText("Succeeded, longer or shorter than usual");
  await page.keyboard.press("ArrowRight");
  await expect(points.nth(1)).toBeFocused();
  await page.keyboard.press("ArrowLeft");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("dialog", { name: /^Backup / })).toContainText("1 h 35 min");
});
