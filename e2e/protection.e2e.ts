import { ALL_POLLED, BACKED_OFF, expect, type Portal, test } from "./portal.ts";

const verdictOf = (portal: Portal) => portal.protection;

async function refresh(portal: Portal): Promise<void> {
  await portal.page.getByRole("button", { name: "Refresh", exact: true }).click();
}

test("a stamp whose last backup is in time is protected, and says until when", async ({ portal }) => {
  await portal.open("?scenario=healthy");
  await expect(verdictOf(portal)).toContainText("Protected");
  await expect(verdictOf(portal)).toContainText(
    /Last successful backup \d+ h( \d+ min)? ago\. Next scheduled backup in \d+ h( \d+ min)?\./,
  );
  // The one word for a backup's good end is the list's.
  await expect(verdictOf(portal)).not.toContainText("Succeeded");
});

test("what is still in time gets overdue by itself, while every answer is the same", async ({
  portal,
  page,
}) => {
  await portal.open("?scenario=healthy");
  await expect(verdictOf(portal)).toContainText("Protected");
  await portal.control({ scheduler: false });
  await refresh(portal);
  await expect(verdictOf(portal)).toContainText("Automatic backups off");
  await expect(verdictOf(portal)).toContainText("no further backup is scheduled");
  const newest = await portal.newest.getByRole("link").innerText();
  await page.clock.fastForward("16:00:00");
  await portal.letPass(ALL_POLLED);
  await expect(verdictOf(portal)).toContainText("Overdue");
  await expect(verdictOf(portal)).toContainText(/ overdue\. Start one now\./);
  await expect(verdictOf(portal)).toContainText("Automatic backups are off.");
  await expect(portal.newest.getByRole("link")).toHaveText(newest);
});

test("a failed attempt after a success in time is told, and where to look", async ({ portal }) => {
  await portal.open("?scenario=healthy");
  await expect(verdictOf(portal)).toContainText("Protected");
  await expect(portal.essentials).toContainText("Last backupSucceeded");
  await portal.control({ startElsewhere: { automatic: false } });
  await portal.control({ failRunning: { code: "BackupFailed", message: "The share is full." } });
  await refresh(portal);
  await portal.letPass(ALL_POLLED);
  await expect(verdictOf(portal)).toContainText("Last attempt failed");
  await expect(verdictOf(portal)).toContainText(/The last attempt failed .* still within schedule\./);
  await expect(portal.essentials).toContainText(/Last backupFailed.*Last successful backupNov 22, 2026/);
  await verdictOf(portal).getByRole("link", { name: "Open the failed backup" }).click();
  await expect(portal.page.getByRole("dialog")).toContainText("The share is full.");
});

test("an attempt that backed up a part is not called failed", async ({ portal }) => {
  await portal.open("?scenario=healthy");
  await expect(verdictOf(portal)).toContainText("Protected");
  await portal.control({
    nextOutcomes: [{ kind: "partiallySucceeded", failedRoles: ["ACS"] }],
    startElsewhere: { automatic: false },
  });
  await portal.control({ jump: { before: "end", leadMs: 0 } });
  await refresh(portal);
  await portal.letPass(BACKED_OFF);
  await expect(verdictOf(portal)).toContainText("Last attempt partial");
  await expect(verdictOf(portal).getByRole("link", { name: "Open the last attempt" })).toBeVisible();
  await expect(verdictOf(portal)).toContainText("didn't back up all roles");
});

const SAID: [string, string, RegExp][] = [
  ["automatic-disabled", "Overdue", /Automatic backups are off\./],
  ["slot-skipped", "Overdue", / overdue\. Start one now\./],
  ["last-failed", "Overdue", /The last attempt failed .*Fix the cause, then start another backup\./],
  ["no-backups-yet", "No backup yet", /There is nothing to restore from yet\. Next scheduled backup in/],
  ["never-configured", "Not configured", /No storage location is set, so nothing is backed up\./],
  ["unreachable", "Status unknown", /^Status unknown\s*$/],
];

for (const [scenario, word, sentence] of SAID) {
  test(`scenario ${scenario}: ${word}`, async ({ portal }) => {
    await portal.open(`?scenario=${scenario}`);
    await expect(verdictOf(portal)).toContainText(word);
    await expect(verdictOf(portal)).toContainText(sentence);
  });
}

test("without an answer the verdict is that nobody can tell, and what was known last", async ({ portal }) => {
  await portal.open("?scenario=healthy");
  await expect(verdictOf(portal)).toContainText("Protected");
  await portal.control({ connection: "lost" });
  await refresh(portal);
  await expect(verdictOf(portal)).toContainText("Status unknown");
  await expect(verdictOf(portal)).toContainText(/Last known successful backup \d+ h( \d+ min)? ago\./);
  await portal.control({ connection: "restored" });
  await refresh(portal);
  await expect(verdictOf(portal)).toContainText("Protected");
});

test("before sign-in the verdict asks for it", async ({ portal }) => {
  await portal.open("?scenario=sign-in-expired");
  await expect(verdictOf(portal)).toContainText("Status unknown");
  await expect(verdictOf(portal)).toContainText("Sign in to see this stamp's backup status.");
});

test("Essentials are complete, fold away without the verdict, and stay folded", async ({ portal, page }) => {
  await portal.open("?scenario=healthy");
  await expect(verdictOf(portal)).toContainText("Protected");
  await expect(portal.essentials.getByRole("term")).toHaveText([
    "Backup location",
    "Available backup location capacity",
    "Frequency and retention",
    "Last backup",
    "Next scheduled backup",
    "Encryption certificate",
  ]);
  await expect(portal.essentials).toContainText(/Last backupSucceeded ?Nov 22, 2026/);
  await expect(portal.essentials.getByRole("button", { name: /^Copy/ })).toHaveCount(2);
  const toggle = portal.essentials.getByRole("button", { name: "Essentials" });
  await toggle.click();
  await expect(portal.essentials.getByRole("term")).toHaveCount(0);
  await page.reload();
  await expect(toggle).toHaveAttribute("aria-expanded", "false");
  await expect(verdictOf(portal)).toContainText("Protected");
});

test("nothing jumps when the verdict comes", async ({ portal, page }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.addInitScript(() => {
    const shifts: number[] = [];
    Object.assign(window, { shifts });
    new PerformanceObserver((list) =>
      // A layout shift's own fields are not among TypeScript's.
      shifts.push(...list.getEntries().map((entry) => ("value" in entry ? Number(entry.value) : 0))),
    ).observe({ type: "layout-shift", buffered: true });
  });
  await portal.open("?scenario=healthy");
  await expect(verdictOf(portal)).toContainText("Protected");
  const shifts = await page.evaluate(() => ("shifts" in window ? window.shifts : null));
  expect(Array.isArray(shifts)).toBe(true);
  expect((Array.isArray(shifts) ? shifts.map(Number) : []).reduce((sum, one) => sum + one, 0)).toBeLessThan(
    0.02,
  );
});

for (const width of [1440, 390]) {
  test(`at ${width} px verdict and Essentials take no more than the place that is kept for them`, async ({
    portal,
    page,
  }) => {
    await page.setViewportSize({ width, height: 900 });
    await portal.open("?scenario=healthy");
    await expect(verdictOf(portal)).toContainText("Protected");
    await expect(portal.essentials).toContainText("Last backupSucceeded");
    const toggle = portal.essentials.getByRole("button", { name: "Essentials" });
    const body = page.locator(`[id="${await toggle.getAttribute("aria-controls")}"]`);
    for (const place of [verdictOf(portal), body]) {
      const [kept, taken] = await place.evaluate((element) => [
        Number.parseFloat(getComputedStyle(element).minHeight),
        element.getBoundingClientRect().height,
      ]);
      expect(taken).toBe(kept);
    }
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
  });
}
