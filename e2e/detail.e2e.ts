import { ALL_POLLED, ALL_POLLED_TWICE, expect, NOON, test } from "./portal.ts";

test("details open from the name, stand in the address, and give the focus back", async ({
  portal,
  page,
}) => {
  await portal.open();
  const link = portal.newest.getByRole("link");
  const name = await link.innerText();
  await link.click();
  const pane = page.getByRole("dialog", { name: `Backup ${name}` });
  await expect(pane).toContainText("Data written in");
  await expect(pane).toContainText("14 of 14 succeeded");
  await expect(pane).toContainText(`redmond/${name}`);
  await expect(pane).toContainText("Microsoft.Backup.Admin/backupLocations/backups");
  await expect(page).toHaveURL(new RegExp(`#/redmond/backup/backups/${name}$`));
  await pane.getByRole("button", { name: "Close details" }).click();
  await expect(pane).toBeHidden();
  await expect(link).toBeFocused();
});

test("the list's word and the operation's word stand side by side while they differ", async ({
  portal,
  page,
}) => {
  await portal.open("?scenario=finishing");
  await portal.newest.getByRole("link").click();
  const pane = page.getByRole("dialog");
  await expect(pane.getByRole("region", { name: "The list says" })).toContainText("Succeeded");
  await expect(pane.getByRole("region", { name: "The operation says" })).toContainText("Running");
});

test("roles that failed come first", async ({ portal, page }) => {
  await portal.open();
  await portal.rows.filter({ hasText: "Partially succeeded" }).getByRole("link").click();
  const pane = page.getByRole("dialog");
  await pane.getByRole("tab", { name: "Roles" }).click();
  await expect(pane.getByRole("listitem").first()).toContainText("Failed");
});

test("the JSON holds no key and no secret", async ({ portal, page }) => {
  await portal.open();
  await portal.newest.getByRole("link").click();
  await page.getByRole("tab", { name: "JSON" }).click();
  const json = page.getByRole("region", { name: "JSON" });
  await expect(json).toContainText('"timeTakenToCreate": "PT19M');
  await expect(json).not.toContainText("encryptedBackupEncryptionKey");
});

test("PowerShell for this stamp and this backup can be copied, for the module chosen in Settings", async ({
  portal,
  page,
  context,
}) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await portal.open();
  const name = await portal.newest.getByRole("link").innerText();
  await portal.newest.getByRole("link").click();
  await page.getByRole("tab", { name: "PowerShell" }).click();
  await page.getByRole("button", { name: "Copy Get a backup by its ID (PowerShell)" }).click();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toBe(`Get-AzsBackup -Location redmond |\n  Where-Object { $_.BackupId -eq '${name}' }`);
  await expect(page.getByRole("dialog")).toContainText("Start-AzsBackup -Location redmond -AsJob");
  await expect(page.getByRole("dialog")).not.toContainText("-Force");
  await page.getByRole("button", { name: "Copy Get the result of its job (curl)" }).click();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(
    new RegExp(
      `^curl --include --header "Authorization: Bearer \\$TOKEN" 'http://.*/operationResults/${name}\\?`,
    ),
  );
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "Portal settings" }).click();
  await page.getByRole("radio", { name: /^AzureRM/ }).check();
  await page.getByRole("button", { name: "Close settings" }).click();
  await portal.newest.getByRole("link").click();
  await page.getByRole("tab", { name: "PowerShell" }).click();
  await expect(page.getByRole("dialog")).toContainText("Start-AzsBackup -Location redmond -Force -AsJob");
});

test("what the blade does at the stamp can be copied as PowerShell and as requests", async ({
  portal,
  page,
}) => {
  await portal.open();
  await page.getByRole("button", { name: "More commands" }).click();
  await page.getByRole("menuitem", { name: "PowerShell and API" }).click();
  const pane = page.getByRole("dialog", { name: "PowerShell and API" });
  await expect(pane.getByRole("region", { name: "Start a backup (REST)" })).toContainText(
    /^POST http:.*\/backupLocations\/redmond\/createBackup\?api-version=2018-09-01$/,
  );
  await expect(pane.getByRole("region", { name: "Prune the external store, dry run (REST)" })).toContainText(
    '"operationType": "DryRun"',
  );
  await expect(pane).not.toContainText("-Force");
  await page.keyboard.press("Escape");
  await expect(page.getByRole("button", { name: "More commands" })).toBeFocused();
});

test("Alerts, Configuration and pruning show their own part of it, for the module chosen", async ({
  portal,
  page,
}) => {
  await portal.open("", "#/redmond/backup/alerts");
  await page.getByRole("button", { name: "PowerShell and API" }).click();
  await expect(
    page.getByRole("region", { name: "List the active backup alerts (PowerShell)" }),
  ).toContainText("Get-AzsAlert -Location redmond");
  await page.getByRole("link", { name: "Configuration" }).click();
  await page.getByLabel(/^Backup storage location/).fill("\\\\fs02.contoso.com\\Azs");
  await page.getByRole("button", { name: "PowerShell and API" }).click();
  await expect(page.getByRole("region", { name: /^Test the share.*\(PowerShell\)$/ })).toContainText(
    "-BackupSharePath '\\\\fs02.contoso.com\\Azs'",
  );
  await page.goto("./#/redmond/backup");
  await page.getByRole("button", { name: "Yes" }).click();
  await page.getByRole("button", { name: "Portal settings" }).click();
  await page.getByRole("radio", { name: /^AzureRM/ }).check();
  await page.getByRole("button", { name: "Close settings" }).click();
  await page.getByRole("button", { name: "More commands" }).click();
  await page.getByRole("menuitem", { name: /^Prune/ }).click();
  const pane = page.getByRole("dialog", { name: "Prune external store" });
  await pane.getByRole("button", { name: "PowerShell and API" }).click();
  await expect(pane).toContainText("No command for it in the AzureRM module.");
  await expect(pane.getByRole("region", { name: "Prune the external store (curl)" })).toContainText(
    `--data '{"operationType":"Default"}'`,
  );
});

test("the job log counts every 30 seconds, survives a reload, and closes with the verdict", async ({
  portal,
  page,
}) => {
  await portal.open();
  await portal.startBackup();
  await portal.run.getByRole("link", { name: "Job log" }).click();
  const log = page.getByRole("region", { name: "Job log" });
  await expect(log).toContainText("Start time: Nov 22, 2026, 12:00:");
  await portal.letPass(ALL_POLLED_TWICE);
  await expect(log).toContainText("still running, 00:02:00");
  await page.reload();
  await expect(log).toContainText("still running, 00:02:00");
  await portal.control({ jump: { before: "end", leadMs: 0 } });
  await portal.letPass(ALL_POLLED_TWICE);
  await expect(log).toContainText(/ended with status Succeeded, it took 00:3\d:\d\d/);
});

test("a backup that is removed while its details are open leaves them readable and says so", async ({
  portal,
  page,
}) => {
  await portal.open();
  await portal.newest.getByRole("link").click();
  const pane = page.getByRole("dialog");
  await pane.getByRole("tab", { name: "Overview" }).focus();
  await portal.control({ fault: { kind: "listHides", startedFrom: NOON.getTime() - 24 * 3_600_000 } });
  await portal.letPass(ALL_POLLED);
  await expect(pane).toContainText("No longer in the list");
  await expect(pane).toContainText("Data written in");
  await expect(pane.getByRole("tab", { name: "Overview" })).toBeFocused();
});
