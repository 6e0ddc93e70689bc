import type { Locator, Page } from "@playwright/test";
import { expect, LIST_POLLED, type Portal, test } from "./portal.ts";

const PAGE = "#/redmond/backup/alerts";
const group = (portal: Portal, name: "Active" | "Closed") =>
  portal.page.getByRole("region", { name: new RegExp(`^${name} \\d+$`) });
const FULL = "Backup failed because the backup file share is full.";
const ALMOST_FULL = "The backup file share is almost full.";
const active = (portal: Portal, name: string) => group(portal, "Active").getByRole("article", { name });
const question = (page: Page) => page.getByRole("alertdialog", { name: "Close this alert?" });
const nameField = (page: Page) => page.getByLabel("Closed by (recorded on the stamp)");

async function close(alert: Locator): Promise<void> {
  await alert.getByRole("button", { name: "Close alert" }).click();
  await nameField(alert.page()).fill("jo@contoso.com");
  await question(alert.page()).getByRole("button", { name: "Close alert" }).click();
}

test("an alert is closed in an operator's name, asked for first, and is then among the closed", async ({
  portal,
  page,
}) => {
  await portal.open("?scenario=last-failed", PAGE);
  const alert = active(portal, FULL);
  const name = nameField(page);
  const opener = alert.getByRole("button", { name: "Close alert" });
  await opener.click();
  await expect(name).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(question(page)).toBeHidden();
  await expect(opener).toBeFocused();

  await page.keyboard.press("Enter");
  const yes = question(page).getByRole("button", { name: "Close alert" });
  await yes.click();
  await expect(name).toHaveAccessibleDescription(/Enter your name/);
  await expect(name).toBeFocused();
  await name.fill("jo@contoso.com");
  const put = page.waitForRequest((request) => request.method() === "PUT");
  await yes.click();
  expect(new URL((await put).url()).searchParams.get("user")).toBe("jo@contoso.com");
  await expect(group(portal, "Closed").getByRole("article", { name: FULL })).toContainText(
    "by jo@contoso.com",
  );
  await expect(alert).toHaveCount(0);
  await expect(page.getByText(`Alert closed: ${FULL}`)).toBeAttached();
  await expect(page.getByRole("heading", { name: "Alerts", level: 2 })).toBeFocused();
  await expect(page.getByRole("link", { name: "Alerts 1 active" })).toBeVisible();

  await page.reload();
  await group(portal, "Active").getByRole("button", { name: "Close alert" }).click();
  await expect(name).toHaveValue("jo@contoso.com");
});

test("a refused closing says why, keeps the alert and what was typed", async ({ portal, page }) => {
  await portal.open("?scenario=last-failed", PAGE);
  const alert = active(portal, FULL);
  await portal.control({ fault: { kind: "status", status: 403, method: "PUT", remaining: 1 } });
  await close(alert);
  await expect(alert).toContainText("The alert wasn't closed");
  await expect(alert).toContainText(/AuthorizationFailed.*HTTP 403.*Request ID/);
  await alert.getByRole("button", { name: "Close alert" }).click();
  await expect(nameField(page)).toHaveValue("jo@contoso.com");
  await question(page).getByRole("button", { name: "Close alert" }).click();
  await expect(group(portal, "Closed").getByRole("article", { name: FULL })).toBeVisible();
});

test("two alerts closed at once each tell how it went", async ({ portal, page }) => {
  await portal.open("?scenario=last-failed", PAGE);
  const full = active(portal, FULL);
  const almostFull = active(portal, ALMOST_FULL);
  const closing = { name: "Closing…" };
  // The first PUT is refused and the second succeeds, both late enough to be under way together.
  await portal.control({ fault: { kind: "status", status: 403, method: "PUT", remaining: 1 } });
  await portal.control({ fault: { kind: "delay", ms: 25_000, method: "PUT" } });
  await close(full);
  await expect(full.getByRole("button", closing)).toBeVisible();
  await close(almostFull);
  await expect(almostFull.getByRole("button", closing)).toBeVisible();
  await expect(full.getByRole("button", closing)).toBeVisible();
  await portal.letPass(LIST_POLLED);
  await expect(full).toContainText("The alert wasn't closed");
  await expect(almostFull).toHaveCount(0);
  await expect(full).toContainText("The alert wasn't closed");

  await page.getByRole("link", { name: "Overview" }).click();
  await expect(portal.newest).toContainText("Failed");
  await page.getByRole("link", { name: /^Alerts/ }).click();
  await expect(full).toContainText("The alert wasn't closed");
});

test("an alert that has been closed leaves the focus in the form opened meanwhile", async ({
  portal,
  page,
}) => {
  await portal.open("?scenario=last-failed", PAGE);
  await portal.control({ fault: { kind: "delay", ms: 25_000, method: "PUT" } });
  await close(active(portal, ALMOST_FULL));
  await active(portal, FULL).getByRole("button", { name: "Close alert" }).click();
  await expect(nameField(page)).toBeFocused();
  await portal.letPass(LIST_POLLED);
  await expect(active(portal, ALMOST_FULL)).toHaveCount(0);
  await expect(nameField(page)).toBeFocused();
});
