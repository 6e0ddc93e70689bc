import { ALL_POLLED, ALL_POLLED_TWICE, expect, requestsOf, START, test } from "./portal.ts";

const LOCATION =
  "/subscriptions/0000/resourceGroups/system.redmond/providers/Microsoft.Backup.Admin/backupLocations/redmond";

/** Public ARM's words for a missing permission; none was recorded on a stamp. */
function forbidden(action: string, scope = LOCATION): Record<string, unknown> {
  const message =
    `The client 'reader@contoso.com' with object id 'f0' does not have authorization to perform action '${action}' ` +
    `over scope '${scope}' or the scope is invalid.`;
  return {
    kind: "status",
    status: 403,
    body: JSON.stringify({ error: { code: "AuthorizationFailed", message } }),
  };
}

test("a start that is not permitted names the permission, what it is for and what still works", async ({
  portal,
  page,
}) => {
  const action = "Microsoft.Backup.Admin/backupLocations/createBackup/action";
  await portal.open();
  await portal.control({ fault: { ...forbidden(action), route: "createBackup" } });
  await portal.startBackup();
  const alert = page.getByRole("alert");
  await expect(alert).toContainText("You don't have permission for this on the stamp.");
  await expect(alert).toContainText(`Missing permission: ${action} on the backup location redmond`);
  await expect(alert).toContainText("Viewing backups and tracking their jobs need other permissions");
  await expect(alert).toContainText("AuthorizationFailed · HTTP 403");
  await expect(portal.rows.first()).toBeVisible();
});

test("a list that is no longer permitted keeps its rows, and does not call the connection lost", async ({
  portal,
  page,
}) => {
  const action = "Microsoft.Backup.Admin/backupLocations/backups/read";
  await portal.open();
  await expect(portal.rows.first()).toBeVisible();
  await portal.control({ fault: { ...forbidden(action, "/subscriptions/0000"), route: "backups" } });
  await portal.letPass(ALL_POLLED);
  await expect(page.getByText("No permission on Redmond")).toBeVisible();
  await expect(page.getByText("No connection to Redmond")).toBeHidden();
  await expect(page.getByText(action, { exact: true })).toBeVisible();
  await expect(page.getByText("on the subscription 0000")).toBeVisible();
  await expect(portal.rows.first()).toBeVisible();
});

test("Essentials that are not permitted say so by themselves, and the list goes on", async ({ portal }) => {
  const action = "Microsoft.Backup.Admin/backupLocations/read";
  await portal.open();
  await portal.control({ fault: { ...forbidden(action), route: "backupLocation" } });
  await portal.page.reload();
  await expect(portal.essentials).toContainText("You don't have permission for this on the stamp.");
  await expect(portal.essentials).toContainText(action);
  await expect(portal.essentials).toContainText("The list and Backup now need other permissions.");
  await expect(portal.rows.first()).toBeVisible();
});

test("a job that may not be asked about is never shown as a success, and another start is the operator's decision", async ({
  portal,
  page,
}) => {
  const starts = requestsOf(page, START);
  await portal.open();
  await portal.control({
    fault: { ...forbidden("Microsoft.Backup.Admin/*/read"), route: "operationResult" },
  });
  await portal.startBackup();
  await expect(portal.newest).toContainText("In progress");
  await portal.control({ jump: { before: "listed", leadMs: 0 } });
  await portal.letPass(ALL_POLLED_TWICE);
  await expect(portal.newest).toContainText("Succeeded (unconfirmed)");
  await expect(portal.protection).toContainText("Last attempt unclear");
  // Nobody knows that it failed.
  await expect(portal.protection.getByRole("link", { name: "Open the last attempt" })).toBeVisible();
  const notice = page
    .getByRole("status")
    .filter({ hasText: "The end of the last backup's job isn't confirmed" });
  await expect(notice).toContainText("You don't have permission for this on the stamp.");
  await page.getByRole("button", { name: /^Notifications/ }).click();
  const run = page.getByRole("dialog", { name: "Notifications" }).getByRole("listitem");
  await expect(run).toContainText(/Whether backup [0-9a-f]{8} has ended isn't known\./);
  await page.keyboard.press("Escape");
  await notice.getByRole("button", { name: "Start anyway" }).click();
  await expect(page.getByRole("alertdialog")).toContainText(
    "Whether the last backup's job has ended isn't known.",
  );
  expect(starts).toHaveLength(1);
  await page.getByRole("button", { name: "Yes" }).click();
  await expect.poll(() => starts.length).toBe(2);
});

test("a stamp that refuses its list and its settings from the first question on is not called protected", async ({
  portal,
  page,
}) => {
  await portal.open();
  await expect(portal.protection).toContainText("Protected");
  for (const route of ["backups", "backupLocation"]) {
    await portal.control({ fault: { ...forbidden("Microsoft.Backup.Admin/*/read"), route } });
  }
  await page.reload();
  await expect(portal.protection).toContainText("Status unknown");
  await expect(page.getByText("No permission on Redmond")).toBeVisible();
  await expect(page.getByText(/Protected|No backup yet|Last successful backup/)).toHaveCount(0);
});
