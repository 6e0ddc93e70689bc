import { expect, test } from "./portal.ts";

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
  await durations.getByRole("link", { name: /longer than usual/ }).click();
  await expect(page.getByRole("dialog", { name: /^Backup / })).toBeVisible();
});
