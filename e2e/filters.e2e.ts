import { readFile } from "node:fs/promises";
import { expect, test } from "./portal.ts";

test("a filter stands in the address, and the address brings it back", async ({ portal, page }) => {
  await portal.open();
  await page.getByRole("combobox", { name: "State" }).selectOption("Not succeeded");
  await expect(page).toHaveURL(/#\/redmond\/backup\?state=notSucceeded$/);
  await expect(portal.rows.filter({ has: page.getByText("Succeeded", { exact: true }) })).toHaveCount(0);
  await expect(portal.rows.filter({ hasText: "Failed" })).not.toHaveCount(0);
  await page.reload();
  await expect(portal.rows.filter({ hasText: "Failed" })).not.toHaveCount(0);
  await expect(portal.rows.filter({ has: page.getByText("Succeeded", { exact: true }) })).toHaveCount(0);
  await page.getByRole("button", { name: "State: Not succeeded, remove filter" }).click();
  await expect(portal.rows.filter({ has: page.getByText("Succeeded", { exact: true }) })).not.toHaveCount(0);
  await expect(page).toHaveURL(/#\/redmond\/backup$/);
});

test("the filter stays while a backup is open, and its details stand in the address with it", async ({
  portal,
  page,
}) => {
  await portal.open("", "#/redmond/backup?trigger=onDemand");
  const shown = await portal.countRows();
  await portal.newest.getByRole("link").click();
  await expect(page).toHaveURL(/#\/redmond\/backup\/backups\/[0-9a-f-]+\?trigger=onDemand$/);
  await page.getByRole("tab", { name: "Roles" }).click();
  await expect(page).toHaveURL(/\/roles\?trigger=onDemand$/);
  await page.getByRole("button", { name: "Close details" }).click();
  await expect(page).toHaveURL(/#\/redmond\/backup\?trigger=onDemand$/);
  await expect(portal.rows).toHaveCount(shown);
});

test("a name that none has is a state of its own, which clears", async ({ portal, page }) => {
  await portal.open();
  await page.getByRole("searchbox", { name: "Filter by name" }).fill("no-such-name");
  await expect(page.getByRole("heading", { name: "No backup matches" })).toBeVisible();
  await expect(page.getByText(/^0 of \d+ shown$/)).toBeVisible();
  await page.getByRole("button", { name: "Clear filters" }).click();
  await expect(portal.newest).toBeVisible();
  await expect(page.getByRole("searchbox", { name: "Filter by name" })).toHaveValue("");
});

test("columns come on demand, by menu and by address", async ({ portal, page }) => {
  await portal.open("", "#/redmond/backup?columns=stampVersion");
  await expect(portal.list.getByRole("columnheader", { name: "Stamp version" })).toBeVisible();
  await page.getByRole("button", { name: "Columns" }).click();
  await page.getByRole("menuitemcheckbox", { name: "Completely uploaded" }).click();
  await expect(portal.list.getByRole("columnheader", { name: "Completely uploaded" })).toBeVisible();
  await expect(page).toHaveURL(/columns=stampVersion,uploaded$/);
});

test("the export holds what is shown", async ({ portal, page }) => {
  await portal.open("", "#/redmond/backup?state=failed");
  const shown = await portal.countRows();
  await page.getByRole("button", { name: "Export" }).click();
  const download = page.waitForEvent("download");
  await page.getByRole("menuitem", { name: "CSV" }).click();
  const lines = (await readFile(await (await download).path(), "utf8")).trim().split("\r\n");
  expect(lines).toHaveLength(shown + 1);
  expect(lines[0]).toMatch(/^id,state,listWord,jobWord/);
  expect(lines[1]).toMatch(/,failed,Failed,/);
});
