import { expect, LIST_POLLED, type Portal, test } from "./portal.ts";

const disable = (portal: Portal) =>
  portal.commands.getByRole("button", { name: "Disable Automatic Backups" });
const enable = (portal: Portal) => portal.commands.getByRole("button", { name: "Enable Automatic Backups" });

async function answerYes(portal: Portal): Promise<void> {
  await portal.page.getByRole("button", { name: "Yes" }).click();
  await expect(portal.page.getByText(/(Dis|En)abling automatic backups…/)).toBeVisible();
  await portal.letPass(LIST_POLLED);
}

const nextDate = async (portal: Portal): Promise<number> =>
  Date.parse((await portal.essentials.locator("time").last().getAttribute("datetime")) ?? "");

test("automatic backups are disabled after a question, and the date goes on advancing behind (Disabled)", async ({
  portal,
  page,
}) => {
  const changes: unknown[] = [];
  page.on("request", (request) => {
    if (request.method() === "PUT") changes.push(request.postDataJSON());
  });
  await portal.open();
  await disable(portal).click();
  await expect(page.getByRole("alertdialog")).toContainText(
    "Scheduled backups stop until you enable them again. Continue?",
  );
  await answerYes(portal);
  await expect(page.getByText("Automatic backups are disabled.")).toBeVisible();
  await expect(portal.essentials).toContainText("(Disabled) Nov 22, 2026");
  await expect(enable(portal)).toBeVisible();
  expect(changes).toEqual([
    {
      properties: {
        externalStoreDefault: {
          path: "\\\\fs01.contoso.com\\AzSBackups",
          userName: "contoso\\AzSBackupAdmin",
          backupFrequencyInHours: 12,
          isBackupSchedulerEnabled: false,
          backupRetentionPeriodInDays: 14,
        },
      },
      location: "redmond",
      tags: {},
    },
  ]);

  // Recorded: the next date moves on by the frequency while the scheduler is off (Get-AzsBackupConfiguration).
  const before = await nextDate(portal);
  const rows = await portal.countRows();
  await portal.control({ jump: { byMs: 12 * 3_600_000 } });
  await page.getByRole("button", { name: "Refresh", exact: true }).click();
  await expect.poll(() => nextDate(portal)).toBe(before + 12 * 3_600_000);
  await expect(portal.essentials).toContainText("(Disabled)");
  expect(await portal.rows.count()).toBeLessThanOrEqual(rows);
});

test("they are enabled again, with the date of the next one", async ({ portal, page }) => {
  await portal.open("?scenario=automatic-disabled");
  await expect(portal.essentials).toContainText("(Disabled)");
  await enable(portal).click();
  const next = (await portal.essentials.locator("dd").filter({ hasText: "(Disabled)" }).innerText()).replace(
    "(Disabled) ",
    "",
  );
  await expect(page.getByRole("alertdialog")).toContainText(
    `Scheduled backups start again, the next one on ${next}.`,
  );
  await answerYes(portal);
  await expect(page.getByText("Automatic backups are enabled.")).toBeVisible();
  await expect(portal.essentials).not.toContainText("(Disabled)");
  await expect(disable(portal)).toBeVisible();
});

test("No changes nothing, and gives the focus back", async ({ portal, page }) => {
  await portal.open();
  await disable(portal).click();
  await page.getByRole("button", { name: "No", exact: true }).click();
  await expect(page.getByRole("alertdialog")).toBeHidden();
  await expect(disable(portal)).toBeFocused();
});

test("while it is under way the command says so, and a refusal is shown with what is still true", async ({
  portal,
  page,
}) => {
  await portal.open();
  await portal.control({ fault: { kind: "status", status: 403, method: "PUT", remaining: 1 } });
  await disable(portal).click();
  await page.getByRole("button", { name: "Yes" }).click();
  await expect(page.getByText("Automatic backups were not disabled")).toBeVisible();
  await expect(page.getByText("They stay enabled.")).toBeVisible();
  await page.getByRole("button", { name: "Try again" }).click();
  await page.getByRole("button", { name: "Yes" }).click();
  await expect(page.getByText("Disabling automatic backups…")).toBeVisible();
  await expect(disable(portal)).toHaveAttribute("aria-disabled", "true");
  await expect(disable(portal)).toHaveAccessibleDescription("This is being saved.");
  await portal.letPass(LIST_POLLED);
  await expect(enable(portal)).toBeVisible();
});

test("it goes on through a poll without an answer", async ({ portal, page }) => {
  await portal.open();
  await portal.control({ fault: { kind: "status", status: 503, route: "operationResult", remaining: 1 } });
  await disable(portal).click();
  await page.getByRole("button", { name: "Yes" }).click();
  await expect(page.getByText("Disabling automatic backups…")).toBeVisible();
  await portal.letPass(0.17);
  await expect(page.getByText("The stamp isn't answering. The change continues there.")).toBeVisible();
  await portal.letPass(LIST_POLLED);
  await expect(page.getByText("Automatic backups are disabled.")).toBeVisible();
});

test("a stamp without a storage location has nothing to disable, and says why", async ({ portal }) => {
  await portal.open("?scenario=never-configured");
  const toggle = portal.commands.getByRole("button", { name: /(Dis|En)able Automatic Backups/ });
  await expect(toggle).toHaveAttribute("aria-disabled", "true");
  await expect(toggle).toHaveAccessibleDescription("Backup isn't configured");
});

test("with 2021-09-01 the change alone is sent, by PATCH", async ({ portal, page }) => {
  const changes: unknown[] = [];
  page.on("request", (request) => {
    if (request.method() === "PATCH") changes.push(request.postDataJSON());
  });
  await portal.open("?scenario=api-2021");
  await disable(portal).click();
  await answerYes(portal);
  await expect(enable(portal)).toBeVisible();
  expect(changes).toEqual([
    {
      properties: { externalStoreDefault: { isBackupSchedulerEnabled: false } },
      location: "redmond",
      tags: {},
    },
  ]);
});
