import { ALL_POLLED, expect, type Portal, PRUNED, test } from "./portal.ts";

const pane = (portal: Portal) => portal.page.getByRole("dialog", { name: "Prune external store" });

async function openPane(portal: Portal): Promise<void> {
  await portal.page.getByRole("button", { name: "More commands" }).click();
  await portal.page.getByRole("menuitem", { name: "Prune external store…" }).click();
  await expect(pane(portal)).toBeVisible();
}

async function dryRun(portal: Portal, name = "Start dry run"): Promise<void> {
  await pane(portal).getByRole("button", { name }).click();
  await expect(pane(portal).getByText("The dry run is in progress")).toBeVisible();
  await portal.letPass(PRUNED);
}

test("a dry run names the paths, and pruning deletes them after a question", async ({ portal, page }) => {
  const sent: unknown[] = [];
  page.on("request", (request) => {
    if (request.url().includes("pruneExternalStore")) sent.push(request.postDataJSON());
  });
  await portal.open("?scenario=share-almost-full");
  await openPane(portal);
  expect(sent).toEqual([]);
  await dryRun(portal);
  const paths = pane(portal).getByRole("region", { name: "Paths" }).getByRole("listitem");
  await expect(paths.first()).toContainText("masbackup/");
  const count = await paths.count();
  expect(count).toBeGreaterThan(1);
  await expect(pane(portal)).toContainText(`${count} paths would be deleted`);
  expect(sent).toEqual([{ operationType: "DryRun" }]);

  await pane(portal).getByRole("button", { name: "Prune now" }).click();
  await expect(page.getByRole("alertdialog")).toContainText(`The dry run found ${count} paths.`);
  await page.getByRole("button", { name: "No", exact: true }).click();
  expect(sent).toHaveLength(1);
  await pane(portal).getByRole("button", { name: "Prune now" }).click();
  await page.getByRole("button", { name: "Yes" }).click();
  await expect(pane(portal).getByText("The stamp is pruning.")).toBeVisible();
  await portal.letPass(PRUNED);
  await expect(pane(portal)).toContainText(`The stamp deleted ${count} paths.`);
  expect(sent).toEqual([{ operationType: "DryRun" }, { operationType: "Default" }]);

  await dryRun(portal, "Repeat dry run");
  await expect(pane(portal)).toContainText("The dry run found nothing to delete");
  await expect(pane(portal).getByRole("button", { name: "Prune now" })).toBeHidden();
});

test("a dry run goes on while its pane is closed", async ({ portal, page }) => {
  await portal.open("?scenario=share-almost-full");
  await openPane(portal);
  await pane(portal).getByRole("button", { name: "Start dry run" }).click();
  await expect(pane(portal).getByText("The dry run is in progress")).toBeVisible();
  await page.getByRole("button", { name: "Close pruning" }).click();
  await expect(pane(portal)).toBeHidden();
  await portal.letPass(PRUNED);
  await openPane(portal);
  await expect(pane(portal)).toContainText("paths would be deleted");
});

test("a refusal is told in the stamp's words, with what is still true", async ({ portal }) => {
  await portal.open("?scenario=never-configured");
  await openPane(portal);
  await pane(portal).getByRole("button", { name: "Start dry run" }).click();
  await expect(pane(portal).getByRole("alert")).toContainText("The stamp refused the dry run");
  await expect(pane(portal)).toContainText("BackupLocationNotConfigured");
  await expect(pane(portal)).toContainText("Nothing was deleted.");
});

test("a poll without an answer is said, and the answer still comes", async ({ portal }) => {
  await portal.open("?scenario=share-almost-full");
  await openPane(portal);
  await portal.control({ fault: { kind: "status", status: 503, route: "operationResult", remaining: 1 } });
  await pane(portal).getByRole("button", { name: "Start dry run" }).click();
  await expect(pane(portal).getByText("The dry run is in progress")).toBeVisible();
  await portal.letPass(ALL_POLLED);
  await expect(pane(portal)).toContainText("The stamp isn't answering");
  await portal.letPass(PRUNED);
  await expect(pane(portal)).toContainText("paths would be deleted");
});

test("thousands of paths are counted, and not all drawn", async ({ portal }) => {
  await portal.open("?scenario=many-backups");
  await openPane(portal);
  await dryRun(portal);
  await expect(pane(portal)).toContainText("9,960 paths would be deleted");
  await expect(pane(portal)).toContainText("and 9,860 more");
});

test("the menu is worked by keyboard and gives the focus back", async ({ portal, page }) => {
  await portal.open();
  const more = page.getByRole("button", { name: "More commands" });
  await more.focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("menuitem").first()).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("menu")).toBeHidden();
  await expect(more).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("menuitem").first()).toBeFocused();
  await page.keyboard.press("ArrowDown");
  await expect(page.getByRole("menuitem", { name: "Prune external store" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(pane(portal)).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(pane(portal)).toBeHidden();
  await expect(more).toBeFocused();
});

test("Escape at the question closes the question alone, the next one the pane", async ({ portal, page }) => {
  await portal.open("?scenario=share-almost-full");
  await openPane(portal);
  await dryRun(portal);
  const ask = pane(portal).getByRole("button", { name: "Prune now" });
  await ask.click();
  await expect(page.getByRole("alertdialog")).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("alertdialog")).toBeHidden();
  await expect(pane(portal)).toBeVisible();
  await expect(ask).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(pane(portal)).toBeHidden();
});
