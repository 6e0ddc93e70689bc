import { expect, test } from "./portal.ts";

test("the history tells a missing slot from a skipped one, and its figures what was kept", async ({
  portal,
  page,
}) => {
  await portal.open("?scenario=slot-missing");
  const history = page.getByRole("region", { name: "Backup history" });
  await expect(
    history.getByRole("link", { name: /^Missing, scheduled, .*no backup in this slot/ }),
  ).toHaveCount(1);
  await expect(history.getByRole("link", { name: /^Skipped, scheduled/ })).toHaveCount(1);
  await expect(history).toContainText(/26 of 28 slots kept in 14 days · longest gap 1 d/);
  await expect(history).toContainText("no failures since the last success");
});

test("failures since the last success are counted", async ({ portal, page }) => {
  await portal.open("?scenario=failures-in-a-row");
  const history = page.getByRole("region", { name: "Backup history" });
  await expect(history).toContainText("3 failures since the last success");
  await expect(history.getByRole("link", { name: /^Failed, scheduled/ }).last()).toBeVisible();
});

test("a schedule that changed is not called missing", async ({ portal, page }) => {
  await portal.open("?scenario=frequency-changed");
  const history = page.getByRole("region", { name: "Backup history" });
  await expect(history.getByRole("link", { name: /^Succeeded, scheduled/ }).first()).toBeVisible();
  await expect(history.getByRole("link", { name: /^Missing/ })).toHaveCount(0);
});

test("a mark opens its backup by keyboard and gets the focus back", async ({ portal, page }) => {
  await portal.open("?scenario=slot-missing");
  const links = page.getByRole("region", { name: "Backup history" }).getByRole("link");
  await links.first().focus();
  await page.keyboard.press("ArrowRight");
  await expect(links.nth(1)).toBeFocused();
  await expect(page.getByRole("tooltip")).toContainText(/^Succeeded, scheduled, Nov .*min/);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("dialog", { name: /^Backup / })).toBeVisible();
  await page.getByRole("button", { name: "Close details" }).click();
  await expect(links.nth(1)).toBeFocused();
});

test("ten thousand backups show their newest first, and earlier ones on demand", async ({ portal, page }) => {
  await portal.open("?scenario=many-backups", "#/redmond/backup/history");
  const marks = page.getByRole("region", { name: "Slots and backups" });
  await expect(marks.getByRole("link")).toHaveCount(400);
  await expect(page.getByRole("region", { name: "Durations" }).getByRole("img").first()).toBeVisible();
  await marks.getByRole("button", { name: /^Show 400 earlier ones \(of 9,\d{3}\)$/ }).click();
  await expect(marks.getByRole("link")).toHaveCount(800);
});
