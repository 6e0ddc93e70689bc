import type { Page } from "@playwright/test";
import {
  around,
  certificateFile,
  chooseFile,
  field,
  fileButton,
  followed,
  form,
  HEALTHY,
  ok,
  openForm,
  save,
  watchChanges,
} from "./configurationForm.ts";
import { ALL_POLLED, ALL_POLLED_TWICE, expect, type Portal, test } from "./portal.ts";

test.describe("saving", () => {
  test("sends back what was read, with the one thing changed, and follows it to its end", async ({
    portal,
    page,
  }) => {
    const changes = watchChanges(page);
    await openForm(portal);
    await field(page, "Backup frequency in hours").fill("8");
    await save(portal);
    await expect(page.getByText("Saved.")).toBeVisible();
    expect(changes).toEqual([{ method: "PUT", body: around({ ...HEALTHY, backupFrequencyInHours: 8 }) }]);
    await expect(portal.essentials).toContainText("Every 8 hours");
    await expect(page.getByRole("button", { name: "Discard changes" })).toBeHidden();
  });

  test("sends a password only where one was typed, and keeps it nowhere", async ({ portal, page }) => {
    const changes = watchChanges(page);
    await openForm(portal);
    const secret = "correct horse battery";
    await field(page, "Password").fill(secret);
    await field(page, "Confirm password").fill(secret);
    expect(await page.content()).not.toContain(secret);
    await save(portal);
    await expect(page.getByText("Saved.")).toBeVisible();
    expect(changes.map(({ body }) => body)).toEqual([around({ ...HEALTHY, password: secret })]);
    await expect(field(page, "Password")).toHaveValue("");
    const stored = await page.evaluate(() => JSON.stringify([localStorage, sessionStorage, location.href]));
    expect(stored + (await page.content())).not.toContain(secret);
  });

  test("sends nothing where nothing was changed", async ({ portal, page }) => {
    const changes = watchChanges(page);
    await openForm(portal);
    await ok(page).click();
    await expect(page.getByText("Nothing changed, so nothing was sent.")).toBeVisible();
    expect(changes).toEqual([]);
  });

  const refused: [string, string, string, string][] = [
    [
      "a server that cannot be reached",
      "Backup storage location",
      "\\\\unreachable.contoso.com\\b",
      "cannot be reached",
    ],
    [
      "a share that does not exist",
      "Backup storage location",
      "\\\\fs02.contoso.com\\missing",
      "does not exist",
    ],
    ["credentials that do not open it", "Password", "wrong", "refused the user name or the password"],
  ];
  for (const [what, label, value, words] of refused) {
    test(`${what}: the refusal comes back to its field and nothing typed is lost`, async ({
      portal,
      page,
    }) => {
      await openForm(portal);
      await field(page, label).fill(value);
      if (label === "Password") await field(page, "Confirm password").fill(value);
      await field(page, "Backup frequency in hours").fill("6");
      await ok(page).click();
      await expect(page.getByText("Not saved: the stamp rejected the change.")).toBeVisible();
      await expect(field(page, label)).toBeFocused();
      await expect(field(page, label)).toHaveAccessibleDescription(
        new RegExp(`The stamp rejected this.*${words}.*Request ID`),
      );
      await expect(field(page, label)).toHaveValue(value);
      await expect(field(page, "Backup frequency in hours")).toHaveValue("6");
      await field(page, label).pressSequentially("x");
      await expect(field(page, label)).not.toHaveAttribute("aria-invalid", "true");
    });
  }

  test("without permission is told with the stamp's words, and what was typed stays", async ({
    portal,
    page,
  }) => {
    await openForm(portal);
    await portal.control({ fault: { kind: "status", status: 403, method: "PUT", remaining: 1 } });
    await field(page, "Backup frequency in hours").fill("6");
    await ok(page).click();
    await expect(page.getByText("You don't have permission for this on the stamp.")).toBeVisible();
    await expect(field(page, "Backup frequency in hours")).toHaveValue("6");
    await save(portal);
    await expect(page.getByText("Saved.")).toBeVisible();
  });

  test("with the connection lost sends nothing, and an answer that got lost is not taken for a no", async ({
    portal,
    page,
  }) => {
    const changes = watchChanges(page);
    await openForm(portal);
    await field(page, "Backup frequency in hours").fill("6");
    await portal.control({ connection: "lost" });
    await ok(page).click();
    await expect(page.getByText("Not saved.")).toBeVisible();
    expect(changes).toEqual([]);
    await portal.control({ connection: "restored" });
    await portal.control({ fault: { kind: "network", method: "PUT", answerOnly: true, remaining: 1 } });
    await ok(page).click();
    await expect(page.getByText("Possibly saved.")).toBeVisible();
    expect(changes).toHaveLength(1);
    await expect(field(page, "Backup frequency in hours")).toHaveValue("6");
  });

  test("goes on through polls without an answer", async ({ portal, page }) => {
    await openForm(portal);
    await field(page, "Backup frequency in hours").fill("6");
    await portal.control({ fault: { kind: "status", status: 503, route: "operationResult", remaining: 2 } });
    await ok(page).click();
    await expect(page.getByText("Saving. The stamp checks")).toBeVisible();
    await portal.letPass(0.17);
    await expect(page.getByText("No answer about the change.")).toBeVisible();
    await expect(field(page, "Backup frequency in hours")).not.toBeEditable();
    await portal.letPass(ALL_POLLED);
    await expect(page.getByText("Saved.")).toBeVisible();
  });

  test("never writes over what somebody else changed meanwhile without saying so", async ({
    portal,
    page,
  }) => {
    const changes = watchChanges(page);
    const address = await openAt(portal);
    await field(page, "Backup frequency in hours").fill("6");
    await elsewhere(page, address, { backupFrequencyInHours: 4 });
    await portal.letPass(0.2);
    changes.length = 0;
    await ok(page).click();
    await expect(page.getByText("Not saved: someone else changed these settings.")).toBeVisible();
    await expect(page.getByText("someone changed the frequency")).toBeVisible();
    expect(changes).toEqual([]);
    await expect(field(page, "Backup frequency in hours")).toHaveValue("6");
    await save(portal);
    await expect(portal.essentials).toContainText("Every 6 hours");
  });

  test("an untouched form follows what somebody else changed", async ({ portal, page }) => {
    const address = await openAt(portal);
    await elsewhere(page, address, { backupFrequencyInHours: 4 });
    await portal.letPass(ALL_POLLED_TWICE);
    await expect(field(page, "Backup frequency in hours")).toHaveValue("4");
  });
});

/** Another operator's change of the same stamp, sent where the page asks for its location. */
async function elsewhere(page: Page, address: string, store: Record<string, unknown>): Promise<void> {
  const status = await page.evaluate(
    async ([url, body]) => {
      const headers = { "Content-Type": "application/json" };
      const reply = await fetch(url, { method: "PUT", headers, body });
      return reply.status;
    },
    [address, JSON.stringify(around(store))] as const,
  );
  expect(status).toBe(202);
}

/** The address of the stamp's location, once the page has asked there. */
async function openAt(portal: Portal): Promise<string> {
  const asked = portal.page.waitForRequest(/backupLocations\/redmond\?/);
  await openForm(portal);
  return (await asked).url();
}

test.describe("on a screen of 1440×900", () => {
  test.use({ viewport: { width: 1440, height: 900 } });

  test("a shorter retention names the backups it deletes, asks, and deletes exactly those", async ({
    portal,
    page,
  }) => {
    await openForm(portal);
    const before = await portal.countRows();
    await field(page, "Retention period in days").fill("10");
    const impact = page.getByRole("region", { name: "What will change" });
    await expect(impact).toContainText("backups are older than 10 days and will be deleted");
    const doomed = await impact.getByRole("listitem").allInnerTexts();
    expect(doomed.length).toBeGreaterThan(3);
    // 1440×900, the banner of the mocked stamp included: what is typed, what it does, and OK, all at once.
    await expect(impact.getByText("will be deleted")).toBeInViewport({ ratio: 1 });
    await expect(ok(page)).toBeInViewport({ ratio: 1 });
    const ids = doomed.map((line) => /[0-9a-f-]{36}/.exec(line)?.[0] ?? "?");

    await ok(page).click();
    const question = page.getByRole("alertdialog", { name: "Delete backups?" });
    await expect(question).toContainText(`the stamp permanently deletes ${doomed.length} backups now`);
    await question.getByRole("button", { name: "No", exact: true }).click();
    await expect(ok(page)).toBeFocused();
    await expect(field(page, "Retention period in days")).toHaveValue("10");

    await ok(page).click();
    await page.getByRole("button", { name: "Yes" }).click();
    await followed(portal);
    await expect(page.getByText("Saved.")).toBeVisible();
    await expect(portal.rows).toHaveCount(before - doomed.length);
    for (const id of ids) await expect(portal.list.getByText(id)).toHaveCount(0);
  });
});

test("a stamp that was never configured is set up from the empty form", async ({ portal, page }) => {
  const changes = watchChanges(page);
  await openForm(portal, "?scenario=never-configured");
  await expect(page.getByText("Fill in the form to set one")).toBeVisible();
  await ok(page).click();
  await expect(form(page).locator("[aria-invalid=true]")).toHaveCount(3);
  await expect(fileButton(page)).toHaveAccessibleDescription(/Choose the public certificate/);
  await expect(field(page, "Backup storage location")).toBeFocused();
  await field(page, "Backup storage location").fill("\\\\10.0.0.7\\backups");
  await field(page, "Username").fill("contoso\\backup");
  await field(page, "Password").fill("good");
  await field(page, "Confirm password").fill("good");
  await chooseFile(page, certificateFile);
  await save(portal);
  await expect(page.getByText("Saved.")).toBeVisible();
  expect(changes[0]?.body).toMatchObject(
    around({ path: "\\\\10.0.0.7\\backups", userName: "contoso\\backup", password: "good" }),
  );
  await expect(portal.essentials).toContainText("\\\\10.0.0.7\\backups");
  await expect(page.getByRole("heading", { name: "No backups yet" })).toBeVisible();
});

test.describe("2021-09-01", () => {
  test("asks for a blob container's address and key, and says where one is refused", async ({
    portal,
    page,
  }) => {
    await openForm(portal, "?scenario=blob-storage");
    await expect(field(page, "Blob storage URL")).toHaveValue(/^https:\/\/contosobackups/);
    await expect(field(page, "Username")).toHaveCount(0);
    await field(page, "Blob storage URL").fill("http://contoso.example/c");
    await ok(page).click();
    await expect(page.getByText("The URL must start with https://.")).toBeVisible();
    await field(page, "Blob storage URL").fill("https://contoso.example/c?sig=secret");
    await field(page, "Blob storage URL").blur();
    await expect(page.getByText("a signature is a secret")).toBeVisible();
    await field(page, "Blob storage URL").fill("https://contoso.example/c");
    await field(page, "Blob storage key").fill("wrong");
    await ok(page).click();
    await expect(field(page, "Blob storage key")).toBeFocused();
    await expect(field(page, "Blob storage key")).toHaveAccessibleDescription(
      /The blob storage refused the key/,
    );
  });

  test("sends by PATCH the changes alone", async ({ portal, page }) => {
    const changes = watchChanges(page);
    await openForm(portal, "?scenario=blob-storage");
    await field(page, "Retention period in days").fill("12");
    await ok(page).click();
    await page.getByRole("button", { name: "Yes" }).click();
    await followed(portal);
    await expect(page.getByText("Saved.")).toBeVisible();
    expect(changes).toEqual([{ method: "PATCH", body: around({ backupRetentionPeriodInDays: 12 }) }]);
  });

  test("moves from a file share to a blob container", async ({ portal, page }) => {
    const changes = watchChanges(page);
    await openForm(portal, "?scenario=api-2021");
    await page.getByRole("radio", { name: "Blob storage" }).check();
    await field(page, "Blob storage URL").fill("https://account.blob.example/container");
    await ok(page).click();
    await expect(page.getByText("Enter the key. The stamp has none for this storage yet.")).toBeVisible();
    await field(page, "Blob storage key").fill("a key");
    await save(portal);
    await expect(page.getByText("Saved.")).toBeVisible();
    expect(changes.map(({ body }) => body)).toEqual([
      around({ blobStorageUrl: "https://account.blob.example/container", blobStorageKey: "a key" }),
    ]);
    await expect(portal.essentials).toContainText("https://account.blob.example/container");
  });
});
