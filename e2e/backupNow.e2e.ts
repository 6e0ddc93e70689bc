import { expect, requestsOf, START, test } from "./portal.ts";

test("Backup now runs, survives a reload, finishes, and succeeds only when the job has ended", async ({
  portal,
  page,
}) => {
  await portal.open();
  const before = await portal.countRows();
  await portal.backupNow.click();
  const question = page.getByRole("alertdialog", { name: "Backup now" });
  await expect(question).toContainText("can't be paused or stopped");
  await expect(question.getByRole("button", { name: "Yes" })).toBeFocused();
  await question.getByRole("button", { name: "Yes" }).click();

  await expect(portal.rows).toHaveCount(before + 1);
  await expect(portal.newest).toContainText("In progress");
  await expect(portal.newest).toContainText("On demand");
  await expect(portal.run).toContainText("In progress");
  const name = await portal.newest.getByRole("rowheader").innerText();

  await portal.letPass(5);
  await expect(portal.newest.getByRole("timer")).toHaveText(/^5:\d\d/);
  await page.reload();
  await expect(portal.newest).toContainText(name);
  await expect(portal.newest).toContainText("In progress");
  await expect(portal.newest.getByRole("timer")).toHaveText(/^5:\d\d/);

  await portal.letPass(17);
  await expect(portal.newest).toContainText("Finishing");
  await expect(portal.run).toContainText("Data is written. The job is still closing");
  await expect(portal.rows.filter({ hasText: name })).not.toContainText("Succeeded");
  await portal.run.getByText("Why?").click();
  await expect(page.getByText("shows Succeeded only when the job has ended")).toBeVisible();
  await page.keyboard.press("Escape");

  await portal.letPass(16);
  await expect(portal.rows.filter({ hasText: name })).toContainText("Succeeded");
  // The end stays on the card, with what was confirmed, until it is closed; a reload keeps it.
  await expect(portal.run).toContainText(/Succeeded.*confirmed by its job at 12:3\d:\d\d\sPM/);
  await expect(portal.run).toContainText(/Data written12:(19|20):\d\d\sPM · 19 min 53 s/);
  await expect(portal.run).toContainText(/Job ended12:3\d:\d\d\sPM · 3\d min/);
  await expect(portal.backupNow).toBeEnabled();
  await page.reload();
  await expect(portal.run).toContainText("Succeeded");
  await portal.run.getByRole("button", { name: "Close this result" }).click();
  await expect(portal.run).toBeHidden();
  await page.reload();
  await expect(portal.newest).toContainText("Succeeded");
  await expect(portal.run).toBeHidden();
});

test("No sends nothing", async ({ portal, page }) => {
  const posts = requestsOf(page, /^POST /);
  await portal.open();
  await portal.backupNow.click();
  await page.getByRole("button", { name: "No", exact: true }).click();
  await expect(page.getByRole("alertdialog")).toBeHidden();
  await portal.backupNow.click();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("alertdialog")).toBeHidden();
  expect(posts).toHaveLength(0);
});

test("while a backup runs, Backup now cannot be pressed and says why", async ({ portal, page }) => {
  await portal.open();
  await portal.startBackup();
  await expect(portal.run).toContainText("In progress");
  await expect(portal.backupNow).toHaveAttribute("aria-disabled", "true");
  await expect(portal.backupNow).toHaveAccessibleDescription(/A backup is running/);
  await portal.backupNow.focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("alertdialog")).toBeHidden();
});

test("a double click on Yes sends one request", async ({ portal, page }) => {
  const posts = requestsOf(page, START);
  await portal.open();
  await portal.backupNow.click();
  await page.getByRole("button", { name: "Yes" }).dblclick();
  await expect(portal.run).toContainText("In progress");
  expect(posts).toHaveLength(1);
});

test("a start that the stamp refuses is told with the stamp's own words and request id", async ({
  portal,
  page,
}) => {
  await portal.open("?scenario=start-fails");
  const before = await portal.countRows();
  await portal.startBackup();
  const notice = page.getByRole("alert");
  await expect(notice).toContainText("Backup not started");
  await expect(notice).toContainText(/Request ID [0-9a-f-]{36}/);
  await expect(portal.rows).toHaveCount(before);
  await notice.getByRole("button", { name: "Dismiss" }).click();
  await expect(notice).toBeHidden();
});

test("a stamp that is already running one is no failure", async ({ portal, page }) => {
  await portal.open("?scenario=already-running");
  await portal.startBackup();
  await expect(page.getByText("The stamp didn't start another backup")).toBeVisible();
});
