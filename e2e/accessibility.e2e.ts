import { expectNoViolations } from "./axe.ts";
import { chooseFile, fileButton } from "./configurationForm.ts";
import { CERTIFICATE } from "../mocks/arm/certificate.fixture.ts";
import { ALL_POLLED, ALL_POLLED_TWICE, expect, PRUNED, test } from "./portal.ts";

for (const colorScheme of ["dark", "light"] as const) {
  test.describe(`in the ${colorScheme} theme`, () => {
    test.use({ colorScheme });

    test("every page is free of axe violations", async ({ portal, page }) => {
      await portal.open();
      await expect(portal.newest).toContainText("Succeeded");
      await expectNoViolations(page);
      await page.getByRole("link", { name: "Configuration" }).click();
      await expect(page.getByRole("heading", { name: "Configuration" })).toBeVisible();
      await expectNoViolations(page);
      await page.getByRole("link", { name: "All services" }).click();
      await expect(page.getByRole("heading", { name: "All services" })).toBeVisible();
      await expectNoViolations(page);
    });

    test("history with its plot, readiness and a record are free of axe violations", async ({
      portal,
      page,
    }) => {
      await portal.open("?scenario=certificate-rotated", "#/redmond/backup/history");
      await expect(page.getByRole("img", { name: /min.*, Succeeded, Nov / }).first()).toBeVisible();
      await expectNoViolations(page);
      await page.getByRole("link", { name: "Overview" }).click();
      const id = await portal.newest.getByRole("link").innerText();
      await page.goto(`./?scenario=certificate-rotated#/redmond/backup/backups/${id}/record`);
      await expect(page.getByText(/SHA-256 of the record's JSON: [0-9a-f]{64}/)).toBeVisible();
      await expectNoViolations(page);
      await page.goto("./?scenario=certificate-rotated#/redmond/backup/readiness");
      await expect(page.getByRole("region", { name: "Checks" })).toBeVisible();
      await expectNoViolations(page);
    });

    test("the configuration form, filled, with errors and with a question, is free of axe violations", async ({
      portal,
      page,
    }) => {
      await portal.open("?scenario=api-2021", "#/redmond/backup/configuration");
      await page.getByLabel("Retention period in days").fill("9");
      await chooseFile(page, {
        name: "backup.cer",
        mimeType: "application/x-x509-ca-cert",
        buffer: Buffer.from(CERTIFICATE.base64, "base64"),
      });
      await expect(page.getByRole("region", { name: "Chosen certificate" })).toBeVisible();
      await page.getByRole("button", { name: "OK", exact: true }).click();
      await expect(page.getByRole("alertdialog")).toBeVisible();
      await expectNoViolations(page);
      await page.getByRole("button", { name: "No", exact: true }).click();
      await page.getByLabel("Backup storage location").fill("C:");
      await page.getByLabel("Username").fill("");
      await page.getByLabel("Password", { exact: true }).fill("one");
      await page.getByLabel("Backup frequency in hours").fill("99");
      await chooseFile(page, {
        name: "backup.cer",
        mimeType: "text/plain",
        buffer: Buffer.from("nothing"),
      });
      await page.getByRole("button", { name: "OK", exact: true }).click();
      await expect(page.locator("[aria-invalid=true]")).toHaveCount(4);
      await expect(fileButton(page)).toHaveAccessibleDescription(/Not a valid certificate file/);
      await expectNoViolations(page);
    });

    test("the rarer commands are free of axe violations", async ({ portal, page }) => {
      await portal.open("?scenario=share-almost-full");
      await page.getByRole("button", { name: "More commands" }).click();
      await expectNoViolations(page);
      await page.getByRole("menuitem", { name: "Prune external store…" }).click();
      await page.getByRole("button", { name: "Start dry run" }).click();
      await portal.letPass(PRUNED);
      await page.getByRole("button", { name: "Prune now" }).click();
      await expect(page.getByRole("alertdialog")).toBeVisible();
      await expectNoViolations(page);
    });

    test("PowerShell and API are free of axe violations", async ({ portal, page }) => {
      await portal.open();
      await page.getByRole("button", { name: "More commands" }).click();
      await page.getByRole("menuitem", { name: "PowerShell and API" }).click();
      await expect(page.getByRole("heading", { name: "Start a backup", exact: true })).toBeVisible();
      await expectNoViolations(page);
    });

    test("a question, a run and its notices are free of axe violations", async ({ portal, page }) => {
      await portal.open();
      await portal.backupNow.click();
      await expectNoViolations(page);
      await page.getByRole("button", { name: "Yes" }).click();
      await expect(portal.run).toContainText("Accepted");
      await expectNoViolations(page);
      await portal.control({ fault: { kind: "network", remaining: 1000 } });
      await portal.letPass(ALL_POLLED);
      await expect(page.getByText("No connection to Redmond")).toBeVisible();
      await expectNoViolations(page);
    });

    test("signing in is free of axe violations, and keeps the focus near", async ({ portal, page }) => {
      await portal.open("?scenario=sign-in-expired");
      await page.getByText("How to get a token").click();
      await expect(page.getByRole("region", { name: /PowerShell/ })).toBeVisible();
      await page.getByLabel("Bearer token").fill("<no token>");
      await expect(page.getByText("Invalid token")).toBeVisible();
      await expectNoViolations(page);
      await page.getByLabel("Bearer token").fill("token");
      await page.getByLabel("Bearer token").press("Enter");
      expect(await page.evaluate(() => document.activeElement?.tagName)).toBe("DIV");
      await portal.letPass(ALL_POLLED_TWICE);
      await expect(page.getByText("The stamp no longer accepts the token")).toBeVisible();
      await expectNoViolations(page);
    });
  });
}

test("the command bar is one Tab stop and arrows move in it", async ({ portal, page }) => {
  await portal.open();
  await portal.backupNow.focus();
  await page.keyboard.press("ArrowRight");
  await expect(page.getByRole("button", { name: "Disable Automatic Backups" })).toBeFocused();
  await page.keyboard.press("Tab");
  await expect(page.getByRole("toolbar").locator(":focus")).toHaveCount(0);
});

test("the list is one Tab stop, arrows move, and polls leave the focus where it is", async ({
  portal,
  page,
}) => {
  await portal.open();
  await expect(portal.newest).toContainText("Succeeded");
  await portal.newest.getByRole("link").focus();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowDown");
  const third = portal.rows.nth(2).getByRole("link");
  await expect(third).toBeFocused();
  await portal.letPass(5);
  await expect(third).toBeFocused();
  await page.keyboard.press("Control+Home");
  await expect(portal.newest.getByRole("link")).toBeFocused();
});

test("at 320 px nothing is cut off and the page does not scroll sideways", async ({ portal, page }) => {
  await page.setViewportSize({ width: 320, height: 800 });
  await portal.open();
  await expect(portal.newest).toContainText("Succeeded");
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(overflow).toBe(0);
  await expect(portal.newest.getByRole("rowheader")).toHaveText(/^[0-9a-f-]{36}$/);
});
