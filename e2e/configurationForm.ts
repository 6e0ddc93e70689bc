import type { Page, Request } from "@playwright/test";
import { CERTIFICATE } from "../mocks/arm/certificate.fixture.ts";
import { expect, LIST_POLLED, type Portal } from "./portal.ts";

export const CER = { name: "backup.cer", mimeType: "application/x-x509-ca-cert" };
export const certificateFile = { ...CER, buffer: Buffer.from(CERTIFICATE.base64, "base64") };

/** The form of a scenario's first stamp, filled with what the stamp has. */
export async function openForm(portal: Portal, query = ""): Promise<void> {
  await portal.open(query);
  await portal.page.getByRole("link", { name: "Configuration" }).click();
  await expect(fileButton(portal.page)).toBeVisible();
}

/** By its label, whose star for "must be filled in" is not read out. */
export const field = (page: Page, label: string) => page.getByLabel(new RegExp(`^${label}\\*?$`));
export const fileButton = (page: Page) => page.getByRole("button", { name: /^Certificate \.cer file/ });
export const ok = (page: Page) => page.getByRole("button", { name: "OK", exact: true });
export const form = (page: Page) => page.getByRole("region", { name: "Configuration", exact: true });

/** Back, also by several pages, which the form may call off: `page.goBack()` would wait for it. */
export const tryBack = (page: Page, pages = 1) => page.evaluate((by) => history.go(-by), pages);

/** Chooses a file as a person does: by the button, in the browser's own dialog. */
export async function chooseFile(
  page: Page,
  file: { name: string; mimeType: string; buffer: Buffer },
): Promise<void> {
  const [chooser] = await Promise.all([page.waitForEvent("filechooser"), fileButton(page).click()]);
  await chooser.setFiles(file);
}

/** The stamp answers a change within 5 s, and is asked after that. */
export async function save(portal: Portal): Promise<void> {
  await ok(portal.page).click();
  await followed(portal);
}

export async function followed(portal: Portal): Promise<void> {
  await expect(portal.page.getByText("Saving. The stamp checks")).toBeVisible();
  await portal.letPass(LIST_POLLED);
}

/** Changes sent to the stamp: method and settings. */
export function watchChanges(page: Page): { method: string; body: unknown }[] {
  const changes: { method: string; body: unknown }[] = [];
  page.on("request", (request: Request) => {
    const method = request.method();
    if (method === "PUT" || method === "PATCH") changes.push({ method, body: request.postDataJSON() });
  });
  return changes;
}

export const HEALTHY = {
  path: "\\\\fs01.contoso.com\\AzSBackups",
  userName: "contoso\\AzSBackupAdmin",
  backupFrequencyInHours: 12,
  isBackupSchedulerEnabled: true,
  backupRetentionPeriodInDays: 14,
};

export const around = (externalStoreDefault: unknown) => ({
  properties: { externalStoreDefault },
  location: "redmond",
  tags: {},
});
