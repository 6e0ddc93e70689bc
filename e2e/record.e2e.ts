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
  await expect(record).toContainText("Succeeded, verified by the job");
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

  await page.emulateMedia({ media: "print", colorScheme: "dark" });
  // Also where the browser is told to print backgrounds.
  await expect(page.locator("body")).toHaveCSS("background-color", "rgb(255, 255, 255)");
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

test("the records of a period are one file with both words of each backup", async ({ portal, page }) => {
  await portal.open("?scenario=failures-in-a-row");
  await page.getByRole("link", { name: "History", exact: true }).click();
  const records = page.getByRole("region", { name: "Verification records" });
  await records.getByLabel("Period").selectOption("Last 7 days");
  const download = page.waitForEvent("download");
  await records.getByRole("button", { name: /^Download 1\d records \(CSV\)$/ }).click();
  const text = await readFile(await (await download).path(), "utf8");
  const [names = "", ...lines] = text.trimEnd().split("\r\n");
  expect(names).toMatch(/^backupId,verdict,listWord,listAt,listAnsweredAt,listRequestId,jobWord,/);
  await expect(records.getByRole("status")).toHaveText(
    `Saved ${lines.length} records, ${lines.filter((line) => line.includes(",verified,Succeeded,")).length} verified by the job.`,
  );
  const failed = lines.filter((line) => /^[0-9a-f-]{36},failed,Failed,/.test(line));
  expect(failed).toHaveLength(3);
  // The oldest one's job is forgotten by now: its record rests on the list.
  expect(failed.filter((line) => line.includes(",Failed,now,"))).toHaveLength(2);
});

test("a record is one page of A4 and of Letter", async ({ portal, page }) => {
  await portal.open();
  const id = await portal.newest.getByRole("link").innerText();
  await page.goto(`./#/redmond/backup/backups/${id}/record`);
  await expect(page.getByText(/SHA-256 of the record's JSON: [0-9a-f]{64}/)).toBeVisible();
  for (const format of ["A4", "Letter"]) {
    const pdf = (await page.pdf({ format })).toString("latin1");
    expect(pdf.match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
  }
});
