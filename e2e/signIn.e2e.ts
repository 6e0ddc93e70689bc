import { ALL_POLLED_TWICE, BACKED_OFF } from "./portal.ts";
import { expect, type Page } from "@playwright/test";
import { isGoodToken, signToken } from "./openid/tokens.ts";
import { AUDIENCE, keptByPage, posts, signInBar, test } from "./signedIn.ts";

test.use({ timezoneId: "UTC" });

test.describe("a pasted token", () => {
  const pasted = (expiresAt: number, claims: Record<string, unknown> = {}) =>
    signToken({ aud: AUDIENCE, exp: Math.floor(expiresAt / 1_000), ...claims });

  async function paste(page: Page, text: string): Promise<void> {
    await page.getByLabel("Bearer token").fill(text);
    await page.getByRole("button", { name: "Use token" }).click();
  }

  test("is warned of before it runs out; refused in the middle of a run it is asked for, and the run goes on", async ({
    page,
    portal,
    stamp,
    clock,
    open,
  }) => {
    await open({ kind: "token" });
    await expect(signInBar(page)).toBeVisible();
    expect(stamp.seen).toEqual([]);
    const first = pasted(clock.now() + 12 * 60_000);
    await paste(page, ` "Bearer ${first}"\n`);
    await expect(portal.rows.first()).toBeVisible();
    await expect(page.getByText("Signed in with a bearer token")).toBeVisible();
    await expect(page.getByText("Expires Nov 22, 2026, 8:1")).toContainText("in 12 min");
    expect(new Set(stamp.seen.map(({ authorization }) => authorization))).toEqual(
      new Set([`Bearer ${first}`]),
    );

    await portal.startBackup();
    await expect(portal.run).toContainText("In progress");
    await clock.letPass(portal, 6);
    await expect(page.getByText("Your session expires soon")).toBeHidden();
    await clock.letPass(portal, ALL_POLLED_TWICE);
    await expect(page.getByText("Your session expires soon")).toBeVisible();
    await expect(portal.run).toContainText("In progress");

    await clock.letPass(portal, 5);
    await expect(signInBar(page)).toHaveCount(1);
    await expect(page.getByText("The stamp no longer accepts the token")).toBeVisible();
    await expect(portal.run).toContainText("In progress");
    await expect(portal.backupNow).toHaveAttribute("aria-disabled", "true");
    await expect(portal.run).toContainText("sign in to follow it");
    // A 401 stops the asking, however long nobody comes.
    const asked = stamp.seen.length;
    await clock.letPass(portal, 10);
    expect(stamp.seen).toHaveLength(asked);

    const second = pasted(clock.now() + 60 * 60_000);
    await paste(page, second);
    await expect(signInBar(page)).toBeHidden();
    stamp.control({ jump: { before: "end", leadMs: 0 } });
    await clock.letPass(portal, ALL_POLLED_TWICE);
    await expect(portal.run).toContainText("Succeeded");
    await expect(portal.newest).toContainText("Succeeded");
    expect(posts(stamp)).toHaveLength(1);
    const kept = await keptByPage(page);
    for (const token of [first, second]) expect(kept).not.toContain(token.split(".")[2]);
    expect(await page.evaluate(() => JSON.stringify(sessionStorage))).not.toContain("eyJ");
  });

  test("a click that met 401 is not sent again after sign-in", async ({
    page,
    portal,
    stamp,
    clock,
    open,
  }) => {
    await open({ kind: "token" });
    await paste(page, pasted(clock.now() + 60 * 60_000));
    await expect(portal.rows.first()).toBeVisible();
    stamp.accepts = () => false;
    await portal.startBackup();
    await expect(page.getByText("Backup not started")).toBeVisible();
    await expect(signInBar(page)).toHaveCount(1);
    stamp.accepts = (token) => isGoodToken(token, AUDIENCE, clock.now());
    await paste(page, pasted(clock.now() + 60 * 60_000));
    await expect(signInBar(page)).toBeHidden();
    await clock.letPass(portal, BACKED_OFF);
    expect(posts(stamp)).toHaveLength(1);
    await expect(portal.run).toBeHidden();
  });

  test("is gone after a reload: nothing is asked, and the run is found again after sign-in", async ({
    page,
    portal,
    stamp,
    clock,
    open,
  }) => {
    await open({ kind: "token" });
    await paste(page, pasted(clock.now() + 60 * 60_000));
    await portal.startBackup();
    await expect(portal.run).toContainText("In progress");
    await page.reload();
    await expect(signInBar(page)).toBeVisible();
    await expect(portal.run).toContainText("In progress");
    await clock.letPass(portal, BACKED_OFF);
    expect(stamp.seen.filter(({ authorization }) => authorization === null)).toEqual([]);
    await paste(page, pasted(clock.now() + 60 * 60_000));
    stamp.control({ jump: { before: "end", leadMs: 0 } });
    await clock.letPass(portal, ALL_POLLED_TWICE);
    await expect(portal.newest).toContainText("Succeeded");
    expect(posts(stamp)).toHaveLength(1);
  });

  test("what speaks against it is said at the field, and it may be tried all the same", async ({
    page,
    stamp,
    clock,
    open,
  }) => {
    await open({ kind: "token" });
    const field = page.getByLabel("Bearer token");
    await field.fill("<html>");
    await expect(field).toHaveAccessibleDescription(/Invalid token/);
    await field.fill(pasted(clock.now() - 60_000));
    await expect(field).toHaveAccessibleDescription(/This token expired Nov 22, 2026/);
    await field.fill(pasted(clock.now() + 60_000, { aud: "https://management.azure.com/" }));
    await expect(field).toHaveAccessibleDescription(/for https:\/\/management.azure.com\/, not for a stamp/);
    await field.fill("opaque-token");
    await expect(field).toHaveAccessibleDescription(/expiry unknown/);
    expect(await keptByPage(page)).not.toContain("opaque-token");

    // The stamp tells its audience to anybody, and is asked for it without a token.
    await page.getByText("How to get a token").click();
    const audience = /https:\/\/adminmanagement[^'"\s]*/;
    await expect(page.getByRole("region", { name: /PowerShell/ })).toContainText(audience);
    await expect(page.getByRole("region", { name: /Azure CLI/ })).toContainText(audience);
    expect(stamp.seen.map(({ path, authorization }) => [path, authorization])).toEqual([
      ["/metadata/endpoints?api-version=2015-01-01", null],
    ]);
    await field.fill(pasted(clock.now() + 60_000, { aud: "https://elsewhere/" }));
    await expect(field).toHaveAccessibleDescription(
      /for https:\/\/elsewhere\/, not for https:\/\/adminmanagement/,
    );
    await page.getByRole("button", { name: "Use anyway" }).click();
    await expect(page.getByText("The stamp no longer accepts the token")).toBeVisible();
  });

  test("signing out forgets it", async ({ page, portal, stamp, clock, open }) => {
    await open({ kind: "token" });
    await paste(page, pasted(clock.now() + 60 * 60_000));
    await expect(portal.rows.first()).toBeVisible();
    await page.getByRole("button", { name: "Sign out" }).click();
    await expect(signInBar(page)).toBeVisible();
    const asked = stamp.seen.length;
    await clock.letPass(portal, BACKED_OFF);
    expect(stamp.seen).toHaveLength(asked);
  });
});
