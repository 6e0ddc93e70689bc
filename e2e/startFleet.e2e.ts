import { Fleet, stampsOf } from "./fleet.ts";
import { BACKED_OFF, expect, test } from "./portal.ts";

// Wide enough for all columns.
test.use({ viewport: { width: 1440, height: 800 } });

test("Backup now on one stamp is one request, followed in its row to Succeeded", async ({ portal, page }) => {
  const fleet = new Fleet(portal);
  await fleet.open();
  const button = page.getByRole("button", { name: "Backup now: Redmond" });
  await button.click();
  await expect(fleet.question.getByRole("listitem")).toHaveText(["Redmond"]);
  await fleet.question.getByRole("button", { name: "No" }).click();
  await expect(button).toBeFocused();
  expect(fleet.posts).toEqual([]);

  await button.click();
  await fleet.question.getByRole("button", { name: "Yes" }).click();
  await expect(fleet.outcomes).toContainText("Redmond Started.");
  await expect(fleet.row("Redmond")).toContainText("In progress");
  await expect(button).toHaveAccessibleDescription(/A backup is running/);
  await portal.control({ stamp: "redmond", jump: { before: "end", leadMs: 120_000 } });
  await fleet.pass(90);
  await expect(fleet.row("Redmond")).toContainText("Finishing");
  await fleet.pass(180);
  await expect(fleet.row("Redmond")).not.toContainText("Finishing");
  await expect(fleet.row("Redmond").getByRole("gridcell").nth(4)).toContainText(/Succeeded\s*\d+ min ago/);
  expect(fleet.posts).toHaveLength(1);
});

test("Backup now on a selection starts each by itself, names what is left out, and ends each by itself", async ({
  portal,
  page,
}) => {
  const fleet = new Fleet(portal);
  await fleet.open();
  await expect(page.getByRole("button", { name: "Backup now", exact: true })).toHaveAccessibleDescription(
    "Select stamps in the list first.",
  );
  for (const title of ["Redmond", "Spokane", "Everett", "Bothell"]) await fleet.select(title);
  await page.getByRole("button", { name: "Backup now (4)" }).click();
  await expect(fleet.question).toContainText("Backup now on 3 stamps?");
  const [on, not] = [fleet.question.getByRole("list").first(), fleet.question.getByRole("list").last()];
  expect((await on.getByRole("listitem").allInnerTexts()).toSorted()).toEqual([
    "Everett",
    "Redmond",
    "Spokane",
  ]);
  await expect(not).toHaveText(/^Bothell – A backup is running/);
  await fleet.question.getByRole("button", { name: "Yes" }).dblclick();
  for (const title of ["Redmond", "Spokane", "Everett"]) {
    await expect(fleet.outcomes).toContainText(`${title} Started.`);
    await expect(fleet.row(title)).toContainText("In progress");
  }
  expect(stampsOf(fleet.posts).toSorted()).toEqual(["everett", "redmond", "spokane"]);
  // What was started is selected no more.
  await expect(page.getByRole("button", { name: "Backup now (1)" })).toBeVisible();

  await portal.control({ jump: { byMs: 70 * 60_000 } });
  await fleet.pass(240);
  for (const title of ["Redmond", "Spokane"]) {
    await expect(fleet.row(title).getByRole("progressbar")).toHaveCount(0);
    await expect(fleet.row(title).getByRole("gridcell").nth(4)).toContainText(/Succeeded\s*\d+ min ago/);
  }
  await expect(fleet.row("Everett").getByRole("gridcell").nth(4)).toContainText(
    /Failed\s*(1 h )?(\d+ min )?ago/,
  );
  expect(fleet.posts).toHaveLength(3);
  await fleet.outcomes.getByRole("button", { name: "Dismiss" }).click();
  await expect(fleet.outcomes).toBeHidden();
});

test("a refusal and an unknown outcome each stand beside their stamp; nothing is sent again", async ({
  portal,
  page,
}) => {
  const fleet = new Fleet(portal);
  await fleet.open();
  await fleet.select("Vancouver (MDC)");
  await fleet.select("Yakima (ruggedized)");
  await page.getByRole("button", { name: "Backup now (2)" }).click();
  await expect(fleet.question).toContainText("Yakima (ruggedized) – isn't answering");
  await fleet.question.getByRole("button", { name: "Yes" }).click();
  const [refused, unknown] = [
    fleet.outcomes.getByRole("listitem").filter({ hasText: "Vancouver" }),
    fleet.outcomes.getByRole("listitem").filter({ hasText: "Yakima" }),
  ];
  await expect(refused).toContainText("Not started");
  await expect(refused).toContainText(/UpdateInProgress.*Request ID/);
  await expect(unknown).toContainText("Possibly started");
  // The same refusal on the stamp's own blade, until it is dismissed on either.
  await page.getByRole("link", { name: "Vancouver (MDC)", exact: true }).first().click();
  await expect(page.getByText(/UpdateInProgress/).first()).toBeVisible();
  await page.getByRole("button", { name: "Dismiss" }).click();
  await page.getByRole("link", { name: "All stamps" }).click();
  await expect(unknown).toContainText("Possibly started");
  await expect(refused).toHaveCount(0);
  await fleet.pass(120);
  expect(fleet.posts).toHaveLength(2);
  await expect(
    page.getByRole("button", { name: "Backup now: Yakima (ruggedized)" }),
  ).toHaveAccessibleDescription(/An earlier start got no clear answer/);
});

test("the end of a run that was started here is announced wherever the operator is by then", async ({
  portal,
  page,
}) => {
  const fleet = new Fleet(portal);
  await fleet.open();
  await fleet.select("Spokane");
  await page.getByRole("button", { name: "Backup now (1)" }).click();
  await fleet.question.getByRole("button", { name: "Yes" }).click();
  const live = page.getByRole("status", { name: "Announcements" });
  await expect(live).toHaveText(/^Spokane: Backup [0-9a-f]{8} is running\.$/);
  await page.getByRole("link", { name: "Redmond", exact: true }).click();
  await expect(portal.newest).toContainText("Succeeded");
  await portal.control({ stamp: "spokane", jump: { before: "end", leadMs: 0 } });
  await portal.letPass(BACKED_OFF);
  await expect(live).toHaveText(/^Spokane: Backup [0-9a-f]{8} succeeded\./);
  await page.getByRole("button", { name: /^Notifications.*1/ }).click();
  const notifications = page.getByRole("dialog", { name: "Notifications" });
  await expect(notifications.getByRole("listitem")).toHaveText(/^Spokane: Backup [0-9a-f]{8} succeeded\./);
  await page.keyboard.press("Escape");
  await expect(page.getByRole("button", { name: "Notifications", exact: true })).toBeVisible();
  // Once: the stamp's own page has nothing to add.
  await page.goto("#/spokane/backup");
  await expect(portal.newest).toContainText("Succeeded");
  await expect(live).toHaveText("");
});
