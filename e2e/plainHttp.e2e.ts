import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { checkRecordFile } from "../.config/recordFile.ts";
import { CERTIFICATE } from "../mocks/arm/certificate.fixture.ts";
import { certificateFile, chooseFile, fileButton, form } from "./configurationForm.ts";
import { requestsOf, START } from "./portal.ts";
import { expect, test } from "./servedStamps.ts";

// Fallbacks of a page without a secure context: docs/browsers.md "Fallbacks".

test.describe("on plain http by IP address", () => {
  /** The page under an address that browsers don't call secure, as stamps behind air gaps have. */
  async function openInsecurely(page: Page, url: string): Promise<void> {
    const insecure = "http://192.0.2.7/";
    await page.route(`${insecure}**`, async (route) => {
      const request = route.request();
      const headers = { ...request.headers(), host: new URL(insecure).host };
      const response = await route.fetch({
        url: request.url().replace(insecure, url),
        headers,
        maxRetries: 3,
      });
      await route.fulfill({ response });
    });
    await page.goto(insecure);
    expect(await page.evaluate(() => [isSecureContext, crypto.subtle])).toEqual([false, undefined]);
  }

  test("a backup starts, and its record has a hash that the check accepts", async ({
    page,
    portal,
    arm,
    serve,
  }) => {
    const { origin } = await arm();
    const starts = requestsOf(page, START);
    await openInsecurely(page, await serve([{ id: "redmond", endpoint: origin }]));
    await portal.newest.getByRole("link").click();
    await page.getByRole("dialog").getByRole("link", { name: "Verification record" }).click();
    const record = page.getByRole("article", { name: "Backup verification record" });
    await expect(record).toContainText(/SHA-256 of the record's JSON: [0-9a-f]{64}/);
    const download = page.waitForEvent("download");
    await page.getByRole("button", { name: "Download JSON" }).click();
    const text = await readFile(await (await download).path(), "utf8");
    expect(checkRecordFile(text).ok).toBe(true);
    await page.getByRole("button", { name: "Copy JSON" }).click();
    await expect(record.getByRole("status")).toHaveText("Copied");

    await page.getByRole("link", { name: "Overview" }).click();
    await portal.startBackup();
    await expect(portal.run).toContainText("In progress");
    expect(starts).toHaveLength(1);
    await page.unrouteAll({ behavior: "ignoreErrors" });
  });

  test("a chosen certificate has its thumbprint", async ({ page, portal, arm, serve }) => {
    const { origin } = await arm();
    await openInsecurely(page, await serve([{ id: "redmond", endpoint: origin }]));
    await expect(portal.newest).toContainText("Succeeded");
    await page.getByRole("link", { name: "Configuration" }).click();
    await expect(fileButton(page)).toBeVisible();
    await chooseFile(page, certificateFile);
    await expect(form(page)).toContainText(CERTIFICATE.thumbprint);
    await page.unrouteAll({ behavior: "ignoreErrors" });
  });
});
