import type { Page } from "@playwright/test";
import { CERTIFICATE } from "../mocks/arm/certificate.fixture.ts";
import {
  CER,
  certificateFile,
  chooseFile,
  field,
  fileButton,
  form,
  HEALTHY,
  around,
  ok,
  openForm,
  save,
  tryBack,
  watchChanges,
} from "./configurationForm.ts";
import { expect, test } from "./portal.ts";
import { picker } from "./servedStamps.ts";

test("the form shows what the stamp has, and no password", async ({ portal, page }) => {
  await openForm(portal);
  await expect(field(page, "Backup storage location")).toHaveValue(HEALTHY.path);
  await expect(field(page, "Username")).toHaveValue(HEALTHY.userName);
  await expect(field(page, "Password")).toHaveValue("");
  await expect(field(page, "Backup frequency in hours")).toHaveValue("12");
  await expect(field(page, "Retention period in days")).toHaveValue("14");
  await expect(form(page)).toContainText(/Certificate thumbprint[0-9A-F]{40}/);
  await expect(portal.list).toBeVisible();
});

test.describe("validation", () => {
  const wrong: [string, string, string][] = [
    ["Backup storage location", "", "Fill in this field."],
    ["Backup storage location", "C:\\backups", "Drive letters aren't supported"],
    ["Backup storage location", "//server/share", "Use backslashes"],
    ["Backup storage location", "server\\share", "Enter a network path with a server and a share"],
    ["Backup storage location", "\\\\server", "Enter a network path with a server and a share"],
    ["Backup storage location", "\\\\10.0.0.300\\share", "Enter the server's full name or its IP address"],
    ["Backup storage location", "\\\\server\\sha?re", "A path can't contain"],
    ["Username", "", "Fill in this field."],
    ["Username", "contoso\\other", "Enter the new user's password"],
    ["Password", "only once", "The passwords don't match."],
    ["Backup frequency in hours", "3", "A whole number from 4 to 12."],
    ["Backup frequency in hours", "13", "A whole number from 4 to 12."],
    ["Backup frequency in hours", "4.5", "Enter a whole number."],
    ["Retention period in days", "1", "A whole number from 2 to 14."],
    ["Retention period in days", "15", "A whole number from 2 to 14."],
    ["Retention period in days", "", "Fill in this field."],
  ];

  test("every rule is told at its field in plain words, and nothing is sent", async ({ portal, page }) => {
    const changes = watchChanges(page);
    await openForm(portal);
    for (const [label, value, words] of wrong) {
      await test.step(`${label}: ${value}`, async () => {
        await field(page, label).fill(value);
        await ok(page).click();
        const invalid = form(page).locator("[aria-invalid=true]");
        await expect(invalid).toHaveCount(1);
        await expect(invalid).toHaveAccessibleDescription(
          new RegExp(words.replaceAll(/[.?+()[\]\\]/g, "\\$&")),
        );
        await expect(invalid).toBeFocused();
        await page.getByRole("button", { name: "Discard changes" }).click();
        await expect(form(page).locator("[aria-invalid=true]")).toHaveCount(0);
      });
    }
    expect(changes).toEqual([]);
  });

  test("a field is judged when it is left, not while typing, and cleared as soon as it is mended", async ({
    portal,
    page,
  }) => {
    await openForm(portal);
    const frequency = field(page, "Backup frequency in hours");
    await frequency.focus();
    await frequency.fill("");
    await frequency.pressSequentially("1");
    await expect(form(page).locator("[aria-invalid=true]")).toHaveCount(0);
    await page.keyboard.press("Tab");
    await expect(frequency).toHaveAccessibleDescription(/A whole number from 4 to 12/);
    await expect(frequency).toHaveAttribute("aria-invalid", "true");
    await frequency.press("End");
    await frequency.pressSequentially("0");
    await expect(form(page).locator("[aria-invalid=true]")).toHaveCount(0);
  });

  test("a server's short name is taken with a remark, as recorded stamps have them", async ({
    portal,
    page,
  }) => {
    await openForm(portal);
    await field(page, "Backup storage location").fill("\\\\su1fileserver\\SU1_Infrastructure_1\\BackupStore");
    await expect(page.getByText("This is a short server name.")).toBeVisible();
  });
});

test.describe("the certificate", () => {
  test("is shown before it is saved, and older backups go on needing the old one", async ({
    portal,
    page,
  }) => {
    const changes = watchChanges(page);
    await openForm(portal);
    await chooseFile(page, certificateFile);
    const chosen = page.getByRole("region", { name: "Chosen certificate" });
    await expect(chosen).toContainText("CN=backup");
    await expect(chosen).toContainText(CERTIFICATE.thumbprint);
    await expect(chosen).toContainText(/Nov 19, 2036/);
    await expect(page.getByText("Existing backups still need the old one")).toBeVisible();
    expect(changes).toEqual([]);
    await save(portal);
    await expect(page.getByText("Saved.")).toBeVisible();
    expect(changes.map(({ body }) => body)).toEqual([
      around({ ...HEALTHY, encryptionCertBase64: CERTIFICATE.base64 }),
    ]);
    await expect(portal.essentials).toContainText(CERTIFICATE.thumbprint.slice(0, 8));
    await expect(chosen).toBeHidden();
  });

  const pem = `-----BEGIN CERTIFICATE-----\n${CERTIFICATE.base64}\n-----END CERTIFICATE-----\n`;
  const files: [string, Buffer, string][] = [
    ["backup.pfx", Buffer.from(CERTIFICATE.pfxBase64, "base64"), "A .pfx file contains a private key."],
    [
      "backup.pem",
      Buffer.from(`${pem}-----BEGIN PRIVATE KEY-----\nMAMCAQA=\n-----END PRIVATE KEY-----\n`),
      "This file contains a private key.",
    ],
    ["two.pem", Buffer.from(pem + pem), "This file contains more than one certificate."],
    ["notes.cer", Buffer.from("hello"), "Not a valid certificate file."],
    ["empty.cer", Buffer.alloc(0), "This file is empty."],
  ];
  test("of the wrong kind is refused with the reason, and nothing is sent", async ({ portal, page }) => {
    const changes = watchChanges(page);
    await openForm(portal);
    for (const [name, buffer, words] of files) {
      await chooseFile(page, { ...CER, name, buffer });
      await expect(page.getByText(words)).toBeVisible();
      await ok(page).click();
      await expect(fileButton(page)).toBeFocused();
      await expect(fileButton(page)).toHaveAccessibleDescription(new RegExp(words));
    }
    expect(changes).toEqual([]);
    await page.getByRole("button", { name: "Keep current certificate" }).click();
    await expect(page.getByText("This file is empty.")).toBeHidden();
  });

  test("that was chosen last counts, however long an earlier one took to read, and none after Discard", async ({
    portal,
    page,
  }) => {
    await page.addInitScript(() => {
      File.prototype.arrayBuffer = async function slowly(this: File) {
        if (this.name !== "last.cer") {
          await new Promise((done) => window.addEventListener("let the slow ones come", done));
        }
        return new Response(this).arrayBuffer();
      };
    });
    const slowOnesCome = () => page.evaluate(() => window.dispatchEvent(new Event("let the slow ones come")));
    await openForm(portal);
    await chooseFile(page, { ...CER, name: "first.cer", buffer: Buffer.from("nothing") });
    await ok(page).click();
    await expect(fileButton(page)).toHaveAccessibleDescription(/The file is still being read/);
    await chooseFile(page, { ...certificateFile, name: "last.cer" });
    const chosen = page.getByRole("region", { name: "Chosen certificate" });
    await expect(chosen).toBeVisible();
    await slowOnesCome();
    await expect(chosen).toBeVisible();
    await expect(page.getByText("last.cer")).toBeVisible();

    await chooseFile(page, { ...certificateFile, name: "dropped.cer" });
    await page.getByRole("button", { name: "Discard changes" }).click();
    await slowOnesCome();
    await expect(page.getByText("dropped.cer")).toBeHidden();
    await expect(chosen).toBeHidden();
  });
});

test.describe("leaving with unsaved changes", () => {
  test("asks at every way out, and staying loses nothing", async ({ portal, page }) => {
    await openForm(portal, "?scenario=fleet");
    await field(page, "Backup frequency in hours").fill("6");
    const question = page.getByRole("alertdialog", { name: "Leave without saving?" });
    const ways: [string, () => Promise<unknown>][] = [
      ["Back", () => tryBack(page)],
      ["the menu", () => page.getByRole("link", { name: "Overview" }).click()],
      ["the cross", () => page.getByRole("button", { name: "Close configuration" }).click()],
      ["the rail", () => page.getByRole("link", { name: "All services" }).click()],
      ["a backup", () => portal.newest.getByRole("link").click()],
      [
        "another stamp",
        async () => {
          await picker(page).click();
          await page.getByRole("listbox").getByRole("option").nth(2).click();
        },
      ],
    ];
    for (const [way, go] of ways) {
      await test.step(way, async () => {
        await go();
        await expect(question).toBeVisible();
        await question.getByRole("button", { name: "No", exact: true }).click();
        await expect(question).toBeHidden();
        await expect(field(page, "Backup frequency in hours")).toHaveValue("6");
        await expect(page).toHaveURL(/\/backup\/configuration$/);
      });
    }
    await page.getByRole("link", { name: "All services" }).click();
    await question.getByRole("button", { name: "Yes" }).click();
    await expect(page.getByRole("heading", { name: "All services" })).toBeVisible();
  });

  const entries = (page: Page) =>
    page.evaluate(() => window.navigation.entries().map(({ url }) => new URL(url ?? "").hash));

  test("leaves the browser's history as it was", async ({ portal, page }) => {
    await portal.open();
    const configuration = page.getByRole("link", { name: "Configuration" });
    await page.getByRole("link", { name: "All services" }).click();
    await page.getByRole("link", { name: "Infrastructure backup" }).click();
    await configuration.click();
    const frequency = field(page, "Backup frequency in hours");
    await frequency.fill("6");
    const before = await entries(page);
    const question = page.getByRole("alertdialog", { name: "Leave without saving?" });
    for (let time = 0; time < 2; time += 1) {
      await tryBack(page);
      await question.getByRole("button", { name: "No", exact: true }).click();
      await expect(frequency).toHaveValue("6");
      expect(await entries(page)).toEqual(before);
    }
    await page.getByRole("button", { name: "Discard changes" }).click();
    await page.goBack();
    await expect(form(page)).toBeHidden();
    await expect(portal.list).toBeVisible();
    await page.goBack();
    await expect(page.getByRole("heading", { name: "All services" })).toBeVisible();
  });

  test("leaves it so also where Back skips pages, and goes there after Yes", async ({ portal, page }) => {
    await portal.open();
    await page.getByRole("link", { name: "All services" }).click();
    await page.getByRole("link", { name: "Infrastructure backup" }).click();
    await page.getByRole("link", { name: "Configuration" }).click();
    const frequency = field(page, "Backup frequency in hours");
    await frequency.fill("6");
    const before = await entries(page);
    const question = page.getByRole("alertdialog", { name: "Leave without saving?" });
    await tryBack(page, 2);
    await question.getByRole("button", { name: "No", exact: true }).click();
    await expect(frequency).toHaveValue("6");
    expect(await entries(page)).toEqual(before);
    await tryBack(page, 2);
    await question.getByRole("button", { name: "Yes" }).click();
    await expect(page.getByRole("heading", { name: "All services" })).toBeVisible();
    expect(await entries(page)).toEqual(before);
  });

  test("goes where Back, or a link, would have led", async ({ portal, page }) => {
    await openForm(portal);
    const question = page.getByRole("alertdialog", { name: "Leave without saving?" });
    await field(page, "Backup frequency in hours").fill("6");
    await tryBack(page);
    await question.getByRole("button", { name: "Yes" }).click();
    await expect(form(page)).toBeHidden();
    await page.goForward();
    await field(page, "Backup frequency in hours").fill("6");
    await page.getByRole("link", { name: "All services" }).click();
    await question.getByRole("button", { name: "Yes" }).click();
    await expect(page.getByRole("heading", { name: "All services" })).toBeVisible();
    await page.goBack();
    await expect(field(page, "Backup frequency in hours")).toHaveValue("12");
  });

  test("the browser asks before the tab goes, and only then", async ({ portal, page }) => {
    const asked: string[] = [];
    page.on("dialog", (dialog) => {
      asked.push(dialog.type());
      void dialog.accept();
    });
    await openForm(portal);
    await page.reload();
    await expect(field(page, "Backup frequency in hours")).toBeVisible();
    expect(asked).toEqual([]);
    await field(page, "Backup frequency in hours").fill("6");
    await page.reload();
    expect(asked).toEqual(["beforeunload"]);
  });

  test("nobody is asked where nothing was typed, or where it was taken back", async ({ portal, page }) => {
    await openForm(portal);
    await field(page, "Username").fill("somebody else");
    await field(page, "Username").fill(HEALTHY.userName);
    await page.getByRole("button", { name: "Close configuration" }).click();
    await expect(form(page)).toBeHidden();
  });
});
