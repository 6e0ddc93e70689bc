import { readFile } from "node:fs/promises";
import { checkRecordFile } from "../.config/recordFile.ts";
import { expect, test } from "./portal.ts";

test("a verified backup's record says so, prints, and its file passes the check", async ({
  portal,
  page,
}) => {
  await portal.open();
  await portal.newest.getByRole("link").click();
  const pane = page.getByRole("dialog");
  await pane.getByRole("link", { name: "Verification record" }).click();
  const record = page.getByRole("article", { name: "Backup verification record" });
  await expect(record).toContainText("Succeeded, verified by the job's own end");
  await expect(pane).toBeHidden();
  await record.getByLabel("Checked by").fill("Ann Operator");
  await record.getByLabel("Note").fill("Monthly review");
  await expect(record).toContainText(/SHA-256 of the record's JSON: [0-9a-f]{64}/);

  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: "Download JSON" }).click();
  const text = await readFile(await (await download).path(), "utf8");
  expect(checkRecordFile(text).text).toMatch(/verified/);
  expect(checkRecordFile(text).ok).toBe(true);
  expect(text).toContain('"by": "Ann Operator"');
  expect(text).toContain('"note": "Monthly review"');
  expect(text).not.toMatch(/password|encryptedBackupEncryptionKey|Bearer/);

  await page.emulateMedia({ media: "print" });
  await expect(record.getByText("Ann Operator")).toBeVisible();
  await expect(record.getByLabel("Checked by")).toBeHidden();
  await expect(page.getByRole("navigation", { name: "Infrastructure backup menu" })).toBeHidden();
  await expect(page.getByRole("button", { name: "Print" })).toBeHidden();
});

test("a finishing backup's record is not verified while its job runs", async ({ portal, page }) => {
  await portal.open("?scenario=finishing");
  const id = await portal.newest.getByRole("link").innerText();
  await page.goto(`./?scenario=finishing#/redmond/backup/backups/${id}/record`);
  const record = page.getByRole("article", { name: "Backup verification record" });
  await expect(record).toContainText("Not verified: the job is still running");
  await expect(record.getByRole("row", { name: /List of backups/ })).toContainText("Succeeded");
  await expect(record.getByRole("row", { name: /Operation/ })).toContainText("Running");
});

test("a failed backup's record says that it failed", async ({ portal, page }) => {
  await portal.open("?scenario=last-failed");
  await portal.newest.getByRole("link").click();
  await page.getByRole("dialog").getByRole("link", { name: "Verification record" }).click();
  const record = page.getByRole("article", { name: "Backup verification record" });
  await expect(record).toContainText("Not verified: failed");
});

test("a record of no backup says so", async ({ portal, page }) => {
  await portal.open("", "#/redmond/backup/backups/00000000-0000-0000-0000-000000000000/record");
  await expect(page.getByRole("heading", { name: "No such backup" })).toBeVisible();
});
