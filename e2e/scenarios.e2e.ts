import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { ALL_POLLED, ALL_POLLED_TWICE, expect, type Portal, test } from "./portal.ts";

type Check = (portal: Portal) => Promise<void>;

const newestIs = (state: string | RegExp): Check => {
  return async (portal) => expect(portal.newest).toContainText(state);
};

const failed: Check = async (portal) => {
  await expect(portal.newest).toContainText("Failed");
  await portal.newest.getByRole("link").click();
  const pane = portal.page.getByRole("dialog");
  await pane.getByRole("tab", { name: "Roles" }).click();
  await expect(pane.getByRole("listitem").first()).toContainText("Failed");
};

const refusesStart = (words: string | RegExp): Check => {
  return async (portal) => {
    await expect(portal.backupNow).not.toHaveAttribute("aria-disabled", "true");
    await portal.startBackup();
    await expect(portal.page.getByText(words).first()).toBeVisible();
    await expect(portal.page.getByText(/Request ID/)).toBeVisible();
  };
};

/** What an operator must see in each scenario of docs/scenarios.md. */
const CHECKS: Record<string, Check> = {
  healthy: newestIs("Succeeded"),
  "never-configured": async ({ page, backupNow }) => {
    await expect(page.getByRole("heading", { name: "Backup isn't configured" })).toBeVisible();
    await expect(backupNow).toHaveAccessibleDescription("Backup isn't configured");
  },
  "no-backups-yet": async ({ page }) => {
    await expect(page.getByRole("heading", { name: "No backups yet" })).toBeVisible();
  },
  "running-elsewhere": async (portal) => {
    await expect(portal.newest).toContainText("In progress");
    await expect(portal.run).toContainText("not from this console");
    await expect(portal.backupNow).toHaveAccessibleDescription(/A backup is running/);
  },
  finishing: async (portal) => {
    await expect(portal.newest).toContainText("Finishing");
    await expect(portal.run).toContainText("Listed as Succeeded");
  },
  "longer-than-usual": async (portal) => {
    await portal.control({ jump: { byMs: 70 * 60_000 } });
    await portal.letPass(ALL_POLLED);
    await expect(portal.run).toContainText("Longer than usual for this stamp");
  },
  "automatic-disabled": async (portal) => expect(portal.essentials).toContainText("(Disabled) Nov"),
  "slot-skipped": newestIs("Succeeded"),
  "update-in-progress": refusesStart(/update/i),
  "share-almost-full": async (portal) => expect(portal.essentials).toContainText(/\d GB/),
  "clock-skew": async (portal) => {
    await portal.startBackup();
    await expect(portal.newest.getByRole("timer")).toHaveText(/^0:[0-5]\d$/);
  },
  "api-2021": newestIs("Succeeded"),
  "blob-storage": async (portal) => expect(portal.essentials).toContainText(/https:\/\/\S+blob/),
  "last-failed": failed,
  "last-failed-connectivity": failed,
  "last-failed-path": failed,
  "last-failed-authentication": failed,
  "last-failed-general": failed,
  "partially-succeeded": async (portal) => {
    await expect(portal.newest).toContainText("Partially succeeded");
    await portal.newest.getByRole("link").click();
    await expect(portal.page.getByRole("dialog")).toContainText("12 of 14 succeeded");
  },
  "backup-fails": async (portal) => {
    await portal.startBackup();
    await expect(portal.run).toContainText("In progress");
    await portal.control({ jump: { before: "end", leadMs: 0 } });
    await portal.letPass(ALL_POLLED_TWICE);
    await expect(portal.newest).toContainText("Failed");
  },
  "backup-fails-late": async (portal) => {
    await portal.startBackup();
    await expect(portal.run).toContainText("In progress");
    await portal.control({ jump: { before: "end", leadMs: 60_000 } });
    await portal.letPass(ALL_POLLED);
    await portal.control({ jump: { before: "end", leadMs: 0 } });
    await portal.letPass(ALL_POLLED_TWICE);
    await expect(portal.newest).toContainText("Failed");
    await portal.newest.getByRole("link").click();
    const pane = portal.page.getByRole("dialog");
    await expect(pane.getByRole("region", { name: "The list says" })).toContainText("Succeeded");
    await expect(pane.getByRole("region", { name: "The operation says" })).toContainText("Failed");
  },
  "slot-missing": newestIs("Succeeded"),
  "bad-night": async (portal) => {
    await expect(portal.newest).toContainText("Failed");
    const history = portal.page.getByRole("region", { name: "Backup history" });
    await expect(history.getByRole("link", { name: /^Skipped, scheduled/ })).toHaveCount(1);
  },
  "frequency-changed": newestIs("Succeeded"),
  "failures-in-a-row": failed,
  "slow-trend": newestIs(/5\d min/),
  "not-uploaded": newestIs("Succeeded"),
  "not-recovery-ready": newestIs("Succeeded"),
  "certificate-rotated": newestIs("Succeeded"),
  "operation-lost": async (portal) => {
    await portal.startBackup();
    await expect(portal.run).toContainText("In progress");
    await portal.letPass(4);
    await expect(portal.rows.filter({ hasText: "Failed" })).toHaveCount(1);
    await expect(portal.page.getByRole("status", { name: "Announcements" })).toContainText(/no longer knows/);
  },
  throttled: async (portal) => {
    await expect(portal.newest).toContainText("Succeeded");
    await portal.page.getByRole("button", { name: "Refresh", exact: true }).click();
    await expect(portal.page.getByText("The stamp is limiting requests.").first()).toBeVisible();
    await expect(portal.newest).toContainText("Succeeded");
  },
  "server-errors": async (portal) => {
    await expect(portal.newest).toContainText("Succeeded");
    await portal.letPass(ALL_POLLED_TWICE);
    await expect(portal.page.getByText("No connection to Redmond")).toHaveCount(1);
    await expect(portal.newest).toContainText("Succeeded");
  },
  "slow-link": async (portal) => {
    await expect(portal.page.getByText("Loading backups…")).toBeVisible();
    await portal.page.clock.runFor(5_000);
    await expect(portal.newest).toContainText("Succeeded");
  },
  unreachable: async ({ page }) => {
    await expect(page.getByText("No backups to show yet")).toBeVisible();
  },
  "start-fails": refusesStart("Backup not started"),
  "already-running": refusesStart("The stamp didn't start another backup"),
  "answer-lost": async (portal) => {
    await portal.startBackup();
    // Found in the list at once or not yet: never sent again, and never lost.
    await portal.letPass(ALL_POLLED);
    await expect(portal.run).toContainText("In progress");
    await expect(portal.run).toContainText("from this console");
  },
  "sign-in-expired": async (portal) => {
    await portal.page.getByLabel("Bearer token").fill("first");
    await portal.page.getByRole("button", { name: "Use token" }).click();
    await expect(portal.newest).toContainText("In progress");
    await portal.letPass(ALL_POLLED_TWICE);
    await expect(portal.page.getByText("no longer accepts the token")).toBeVisible();
    await expect(portal.run).toContainText("In progress");
    await portal.page.getByLabel("Bearer token").fill("second");
    await portal.page.getByRole("button", { name: "Use token" }).click();
    await expect(portal.page.getByText("no longer accepts the token")).toBeHidden();
  },
  "many-backups": async (portal) => expect(portal.page.getByText(/^[\d,]{5,} backups$/)).toBeVisible(),
  "many-backups-paged": async (portal) => expect(portal.page.getByText(/^[\d,]{5,} backups$/)).toBeVisible(),
  "fleet-40": async ({ page }) => {
    await page.getByRole("link", { name: "All stamps" }).click();
    await expect(page.getByRole("grid", { name: "Stamps" })).toHaveAttribute("aria-rowcount", "41");
  },
  "fleet-200": async ({ page }) => {
    await page.getByRole("link", { name: "All stamps" }).click();
    await expect(page.getByRole("grid", { name: "Stamps" })).toHaveAttribute("aria-rowcount", "201");
    await expect(page.getByText(/\d+ requests so far/)).toBeVisible();
  },
  fleet: async (portal) => {
    const { page } = portal;
    await expect(portal.newest).toContainText("Succeeded");
    await page.getByRole("button", { name: /^Stamp / }).click();
    await expect(page.getByRole("listbox").getByRole("option")).toHaveCount(8);
    const second = page.getByRole("listbox").getByRole("option").nth(1);
    const [name] = (await second.innerText()).split("\n");
    await second.click();
    await expect(portal.page).toHaveURL(new RegExp(`#/${name?.toLowerCase() ?? "none"}/backup`));
    await expect(portal.run).toContainText("In progress");
  },
};

const documented = [
  ...readFileSync(resolve(import.meta.dirname, "../docs/scenarios.md"), "utf8").matchAll(
    /^\| `([\w-]+)` \|/gm,
  ),
].map(([, name]) => name ?? "");

test("every documented scenario is opened here", () => {
  expect(Object.keys(CHECKS).toSorted()).toEqual(documented.toSorted());
});

for (const [name, check] of Object.entries(CHECKS)) {
  test(`scenario ${name} shows what it says`, async ({ portal }) => {
    await portal.open(`?scenario=${name}`);
    await check(portal);
  });
}
