import { expect, test, type Portal } from "./portal.ts";

const verdictOf = (portal: Portal) => portal.essentials.getByRole("region", { name: "Protection" });

async function refresh(portal: Portal): Promise<void> {
  await portal.page.getByRole("button", { name: "Refresh", exact: true }).click();
}

test("a stamp whose last backup is in time is protected, and says until when", async ({ portal }) => {
  await portal.open("?scenario=healthy");
  await expect(verdictOf(portal)).toContainText("Protected");
  await expect(verdictOf(portal)).toContainText(/Last success \d+ h ago\. Next scheduled backup in \d+ h\./);
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
  await expect(verdictOf(portal)).toContainText("nothing is scheduled after it");
  const newest = await portal.newest.getByRole("link").innerText();
  await page.clock.fastForward("16:00:00");
  await portal.letPass(1);
  await expect(verdictOf(portal)).toContainText("Overdue");
  await expect(verdictOf(portal)).toContainText(/later than it may be/);
  await expect(verdictOf(portal)).toContainText("Automatic backups are off.");
  await expect(portal.newest.getByRole("link")).toHaveText(newest);
});

test("a failed attempt after a success in time is told, and where to look", async ({ portal }) => {
  await portal.open("?scenario=healthy");
  await expect(verdictOf(portal)).toContainText("Protected");
  await expect(portal.essentials).toContainText("Last attemptThe last success");
  await portal.control({ startElsewhere: { automatic: false } });
  await portal.control({ failRunning: { code: "BackupFailed", message: "The share is full." } });
  await refresh(portal);
  await portal.letPass(1);
  await expect(verdictOf(portal)).toContainText("Last attempt failed");
  await expect(verdictOf(portal)).toContainText(/still in time\. Open the newest backup/);
  await expect(portal.essentials).toContainText(/Last attemptFailedNov 22, 2026/);
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
  await portal.letPass(3);
  await expect(verdictOf(portal)).toContainText("Last attempt partial");
  await expect(verdictOf(portal)).toContainText("which roles are missing");
});

const SAID: [string, string, RegExp][] = [
  ["automatic-disabled", "Overdue", /Automatic backups are off\./],
  ["slot-skipped", "Overdue", /Look at the alerts/],
  ["last-failed", "Overdue", /then press Backup now/],
  ["no-backups-yet", "No backup yet", /Press Backup now to make the first backup/],
  ["never-configured", "Not configured", /Set one in Configuration/],
  ["unreachable", "Cannot tell", /The stamp couldn't be reached\..*Check the network/],
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
  await expect(verdictOf(portal)).toContainText("Cannot tell");
  await expect(verdictOf(portal)).toContainText(/Last known success \d+ h ago\./);
  await portal.control({ connection: "restored" });
  await refresh(portal);
  await expect(verdictOf(portal)).toContainText("Protected");
});

test("before sign-in the verdict asks for it", async ({ portal }) => {
  await portal.open("?scenario=sign-in-expired");
  await expect(verdictOf(portal)).toContainText("Cannot tell");
  await expect(verdictOf(portal)).toContainText("Sign in to know.");
});

test("Essentials are complete, fold away without the verdict, and stay folded", async ({ portal, page }) => {
  await portal.open("?scenario=healthy");
  await expect(verdictOf(portal)).toContainText("Protected");
  await expect(portal.essentials.getByRole("term")).toHaveText([
    "Backup location",
    "Available backup location capacity",
    "Frequency and retention",
    "Encryption certificate",
    "Last backup",
    "Last success",
    "Last attempt",
    "Next scheduled backup",
  ]);
  await expect(portal.essentials).toContainText(/Last successThe last backup · \d+ h ago/);
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
    await expect(portal.essentials).toContainText("Last attemptThe last success");
    const toggle = portal.essentials.getByRole("button", { name: "Essentials" });
    const body = page.locator(`[id="${await toggle.getAttribute("aria-controls")}"]`);
    for (const place of [verdictOf(portal).locator(".."), body]) {
      const [kept, taken] = await place.evaluate((element) => [
        Number.parseFloat(getComputedStyle(element).minHeight),
        element.getBoundingClientRect().height,
      ]);
      expect(taken).toBe(kept);
    }
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
  });
}
