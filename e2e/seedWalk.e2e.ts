import { expect, test } from "./portal.ts";

test("an operator verifies by eye that the last backup succeeded", async ({ portal, page }) => {
  await portal.open();
  await page.getByRole("link", { name: "All services" }).click();
  await expect(page.getByRole("heading", { name: "Administration" })).toBeVisible();
  await page.getByRole("link", { name: "Infrastructure backup" }).click();
  await page.getByRole("link", { name: "Configuration" }).click();
  await expect(page.getByRole("heading", { name: "Configuration" })).toBeVisible();

  await expect(portal.list.getByRole("columnheader").first()).toHaveText("Name");
  await expect(portal.list.getByRole("columnheader", { name: "Date completed" })).toBeVisible();
  await expect(portal.list.getByRole("columnheader", { name: "State" })).toBeVisible();
  await expect(portal.newest.getByRole("rowheader")).toHaveText(/^[0-9a-f-]{36}$/);
  await expect(portal.newest).toContainText(/Nov 22, 2026, 9:48:\d\d AM PST/);
  await expect(portal.newest).toContainText("Succeeded");
});

test("essentials tell where backups go, how much room is left, and when the next one is due", async ({
  portal,
}) => {
  await portal.open();
  await expect(portal.essentials).toContainText("Backup location");
  await expect(portal.essentials).toContainText("\\\\fs01.contoso.com\\AzSBackups");
  await expect(portal.essentials).toContainText("1.94 TB");
  await expect(portal.essentials).toContainText("Every 12 hours, kept 14 days");
  await expect(portal.essentials).toContainText(/Nov 22, 2026, 7:52:\d\d PM PST/);
});

test("essentials stay collapsed after a reload", async ({ portal, page }) => {
  await portal.open();
  await portal.essentials.getByRole("button", { name: "Essentials" }).click();
  await expect(portal.essentials.getByText("Backup location", { exact: true })).toBeHidden();
  await page.reload();
  await expect(portal.list).toBeVisible();
  await expect(portal.essentials.getByText("Backup location", { exact: true })).toBeHidden();
});

test("on a narrow screen configuration leads back to the list", async ({ portal, page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await portal.open();
  await page.getByRole("link", { name: "Configuration" }).click();
  await expect(portal.list).toBeHidden();
  await page.getByRole("link", { name: "Available backups" }).click();
  await expect(portal.newest).toContainText("Succeeded");
});

test("the menu is searched with Ctrl+/", async ({ portal, page }) => {
  await portal.open();
  const search = page.getByRole("searchbox", { name: "Search (Ctrl+/)" });
  // Its code comes once the list is there.
  await expect(search).toBeVisible();
  await page.keyboard.press("Control+/");
  await expect(search).toBeFocused();
  await page.keyboard.type("conf");
  await expect(page.getByRole("link", { name: "Configuration" })).toBeVisible();
  await expect(page.getByRole("link", { name: "Overview" })).toBeHidden();
});
