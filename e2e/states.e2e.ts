import { ALL_POLLED, ALL_POLLED_TWICE, BACKED_OFF, expect, requestsOf, test } from "./portal.ts";

test("a stamp without backups names the way to the first one", async ({ portal, page }) => {
  await portal.open("?scenario=no-backups-yet");
  await expect(page.getByRole("heading", { name: "No backups yet" })).toBeVisible();
  await expect(page.getByText("Select Backup now to create the first one")).toBeVisible();
});

test("a stamp that was never configured says so, and not that it has no backups", async ({
  portal,
  page,
}) => {
  await portal.open("?scenario=never-configured");
  await expect(page.getByRole("heading", { name: "Backup isn't configured" })).toBeVisible();
  await expect(page.getByRole("heading", { name: "No backups yet" })).toBeHidden();
});

test("a stamp that cannot be reached says so and offers to try again", async ({ portal, page }) => {
  await portal.open("?scenario=unreachable");
  await expect(page.getByText("No connection to Redmond")).toBeVisible();
  await expect(page.getByText("No backups to show yet")).toBeVisible();
  await portal.control({ clearFaults: true });
  await page.getByRole("button", { name: "Retry" }).click();
  await expect(portal.newest).toContainText("Succeeded");
});

test("a stamp that never answered goes on being called so while it is asked again", async ({
  portal,
  page,
}) => {
  await portal.open("?scenario=unreachable");
  await expect(page.getByText("No connection to Redmond")).toBeVisible();
  await expect(portal.essentials).toContainText("Nothing to show yet.");
  await portal.control({ clearFaults: true });
  await portal.control({ fault: { kind: "hang", route: "backups" } });
  const asked = requestsOf(page, /\/backups\?/);
  await page.getByRole("button", { name: "Retry" }).click();
  await expect.poll(() => asked.length).toBe(1);
  await expect(page.getByText("No connection to Redmond")).toBeVisible();
  await expect(page.getByText("No backups to show yet")).toBeVisible();
});

test("rows stay when the connection is lost, and a bar says since when", async ({ portal, page }) => {
  await portal.open();
  await expect(portal.newest).toContainText("Succeeded");
  await portal.letPass(ALL_POLLED);
  await portal.control({ fault: { kind: "network", remaining: 1000 } });
  await portal.letPass(ALL_POLLED);
  const bar = page.getByText("No connection to Redmond");
  await expect(bar).toBeVisible();
  await expect(page.getByText(/Last answer at 12:0\d:\d\d\sPM/)).toBeVisible();
  await expect(portal.newest).toContainText("Succeeded");

  await portal.control({ clearFaults: true });
  await portal.letPass(ALL_POLLED_TWICE);
  await expect(bar).toBeHidden();
});

test("the list and the essentials fail apart", async ({ portal }) => {
  await portal.open("?scenario=healthy");
  await portal.control({ fault: { kind: "status", status: 500, route: "backupLocation", remaining: 1000 } });
  await portal.page.reload();
  await expect(portal.newest).toContainText("Succeeded");
  await expect(portal.essentials).toContainText("Essentials could not be read");
});

test("partially succeeded and failed are words of their own", async ({ portal }) => {
  await portal.open();
  await expect(portal.rows.filter({ hasText: "Partially succeeded" })).toHaveCount(1);
  await expect(portal.rows.filter({ hasText: "Failed" })).toHaveCount(1);
});

test("Refresh asks at once and Pause refreshing stops asking", async ({ portal, page }) => {
  await portal.open();
  await expect(portal.newest).toContainText("Succeeded");
  const asked = requestsOf(page, /\/backups\?/);
  await page.getByRole("button", { name: "More commands" }).click();
  await page.getByRole("menuitem", { name: "Pause refreshing" }).click();
  await portal.letPass(BACKED_OFF);
  expect(asked).toHaveLength(0);
  await page.getByRole("button", { name: "Refresh", exact: true }).click();
  await expect.poll(() => asked.length).toBe(1);
});

test("a page whose timers stood still says that it is behind, until essentials have answered too", async ({
  portal,
  page,
}) => {
  await portal.open("?scenario=healthy");
  await expect(portal.essentials).toContainText("Every 12 hours");
  const behind = page.getByText(/refreshes every 30 s · behind/);
  await portal.letPass(ALL_POLLED);
  await expect(behind).toBeHidden();
  await portal.control({ fault: { kind: "hang", route: "backupLocation", remaining: 1 } });
  // A machine that slept: what was due meanwhile is asked for now, once.
  await page.clock.fastForward("10:00");
  await expect(behind).toBeVisible();
  await portal.letPass(ALL_POLLED);
  await expect(behind).toBeHidden();
});
