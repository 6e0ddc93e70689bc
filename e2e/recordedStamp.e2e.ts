import { expect, test as base } from "@playwright/test";
import { Portal } from "./portal.ts";
import { missingRecordings } from "./recorded-stamp/recordings.ts";
import { createRecordedStamp, RECORDED_STAMP, type RecordedStamp } from "./recorded-stamp/server.ts";
import { startStampApp } from "./stampApp.ts";

interface Recorded {
  stamp: RecordedStamp;
  portal: Portal;
}

/** The production build in front of a stamp that replays recorded exchanges; `auth` as in stamps.json. */
const test = base.extend<Recorded & { auth: string }>({
  auth: ["none", { option: true }],
  // Playwright reads the names of fixtures from this pattern; this one needs none.
  // oxlint-disable-next-line no-empty-pattern
  stamp: async ({}, use) => {
    const stamp = createRecordedStamp();
    await use(stamp);
    await stamp.close();
  },
  portal: async ({ page, stamp, auth }, use) => {
    const endpoint = await stamp.listen(0);
    const app = await startStampApp({ stamps: [{ ...RECORDED_STAMP, endpoint, auth: { kind: auth } }] });
    const refused: string[] = [];
    page.on("console", (message) => {
      if (message.text().includes("Content Security Policy")) refused.push(message.text());
    });
    await page.clock.install({ time: new Date("2020-03-04T12:50:30Z") });
    await page.goto(app.url);
    await use(new Portal(page));
    expect(refused).toEqual([]);
    await app.close();
  },
});

test.use({ timezoneId: "UTC" });
// The recordings are not part of the project and may be absent: the reason is the line that is printed.
test.skip(missingRecordings() !== undefined, missingRecordings());

test("the production build shows the recorded stamp as it was", async ({ portal }) => {
  await expect(portal.rows).toHaveCount(3);
  const expected = [
    ["69ebefe9-7b1b-414a-99ad-49edf061d845", "Mar 4, 2020, 12:42:50 PM UTC", "5 min 15 s"],
    ["0f377aa9-22b7-4623-833e-7386bc37d4fd", "Mar 4, 2020, 12:32:38 PM UTC", "5 min 16 s"],
    ["08b92613-837a-43cd-86b5-1212ef954384", "Mar 4, 2020, 12:22:18 PM UTC", "6 min 35 s"],
  ] as const;
  for (const [index, [name, completed, duration]] of expected.entries()) {
    const row = portal.rows.nth(index);
    await expect(row.getByRole("rowheader")).toHaveText(name);
    await expect(row).toContainText(completed);
    await expect(row).toContainText("Succeeded");
    await row.getByRole("link").click();
    await expect(portal.page.getByRole("dialog", { name: `Backup ${name}` })).toContainText(duration);
    await portal.page.getByRole("button", { name: "Close details" }).click();
  }
  await expect(portal.essentials).toContainText("\\\\su1fileserver\\SU1_Infrastructure_1\\BackupStore");
  await expect(portal.essentials).toContainText("1.00 TB");
  await expect(portal.essentials).toContainText("(Disabled) Mar 4, 2020, 9:19:26 PM UTC");
  // The recorded location names no last backup; its list does.
  await expect(portal.essentials).toContainText("Last backupSucceededMar 4, 2020, 12:42:50 PM UTC");
});

test("Backup now on recorded exchanges: Finishing while the list says Succeeded and the job answers 202", async ({
  portal,
  page,
  stamp,
}) => {
  const row = portal.rows.filter({ hasText: "08b92613" });
  await expect(row).toContainText("Succeeded");
  await portal.startBackup();
  await expect(row).toContainText("Finishing");
  await expect(portal.run).toContainText("Data is written. The job is still closing");
  await expect(portal.backupNow).toHaveAttribute("aria-disabled", "true");

  await expect(async () => {
    await page.clock.runFor(5_000);
    await expect(row).toContainText("Succeeded", { timeout: 250 });
  }).toPass();
  // The recorded list has newer backups, which is what the page goes on with.
  await expect(portal.run).toBeHidden();
  expect(stamp.requests.filter(({ method }) => method === "POST")).toHaveLength(1);
  const polls = stamp.requests.filter(({ path }) => path.includes("/operationResults/08b92613"));
  // Seven recorded 202s and the 200.
  expect(polls.length).toBeGreaterThanOrEqual(8);
});

test("a recorded backup's record has the recorded times and ids", async ({ portal, page }) => {
  await portal.rows.filter({ hasText: "08b92613" }).getByRole("link").click();
  await page.getByRole("dialog").getByRole("link", { name: "Verification record" }).click();
  const record = page.getByRole("article", { name: "Backup verification record" });
  await expect(record).toContainText("Succeeded, verified by the job");
  await expect(record.getByRole("row", { name: /List of backups/ })).toContainText("2020-03-04 12:22:18Z");
  await expect(record).toContainText("08b92613-837a-43cd-86b5-1212ef954384");
  await expect(record).toContainText("6 min 35 s");
  await expect(record).toContainText("05101DAF-F50D-4436-A2AC-495E5C4864C2");
  const job = record.getByRole("row", { name: /Operation \(job\)/ });
  await expect(job).toContainText("2020-03-04 12:23:47Z");
  await expect(job).toContainText("a07d36b9-b177-4a99-8a1d-6791443cf7dd");
});

test("the plot of durations needs nothing that the Content-Security-Policy refuses", async ({
  portal,
  page,
}) => {
  await expect(portal.newest).toBeVisible();
  await page.getByRole("link", { name: "History", exact: true }).click();
  const point = page.getByRole("img", { name: "6 min 35 s, Succeeded, Mar 4, 2020, 12:15:43 PM UTC" });
  await point.hover();
  await expect(page.getByRole("region", { name: "Durations" })).toContainText("Mar 4, 2020, 12:15:43 PM UTC");
});

test.describe("a stamp that wants a token", () => {
  test.use({ auth: "token" });

  test("is asked nothing before, sent it after, and it is kept nowhere", async ({ portal, page, stamp }) => {
    await expect(page.getByText("requires a bearer token")).toBeVisible();
    expect(stamp.requests).toEqual([]);
    await expect(portal.backupNow).toHaveAttribute("aria-disabled", "true");

    await page.getByLabel("Bearer token").fill("Bearer eyJ0eXAi.payload.sig-nature");
    await page.getByRole("button", { name: "Use token" }).click();
    await expect(portal.rows).toHaveCount(3);
    expect(new Set(stamp.requests.map(({ authorization }) => authorization))).toEqual(
      new Set(["Bearer eyJ0eXAi.payload.sig-nature"]),
    );
    const kept = await page.evaluate(() =>
      [
        document.documentElement.outerHTML,
        JSON.stringify(localStorage),
        JSON.stringify(sessionStorage),
        location.href,
      ].join(),
    );
    expect(kept).not.toContain("eyJ0eXAi");
  });
});
