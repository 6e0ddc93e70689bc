import { ALL_POLLED_TWICE } from "./portal.ts";
import { expect, type Page } from "@playwright/test";
import { CLIENT_ID, OPERATOR, type Provider } from "./openid/provider.ts";
import { AUDIENCE, keptByPage, posts, signInBar, test } from "./signedIn.ts";

// The provider's certificate is its own; the policy of the page is the real one.
test.use({ ignoreHTTPSErrors: true, timezoneId: "UTC" });

for (const kind of ["adfs", "entra"] as const) {
  test.describe(`sign-in by MSAL at ${kind === "adfs" ? "AD FS" : "Entra"}`, () => {
    const auth = (provider: Provider) => ({
      kind: "msal",
      authority: provider.authority[kind],
      clientId: CLIENT_ID,
      scope: `${AUDIENCE}/.default`,
    });

    // Short sign-ins: the same journey in fewer turns of the clock. Renewed at 14 minutes, warned of at 15.
    test.beforeEach(({ provider }) => {
      provider.livesMs = 20 * 60_000;
    });

    async function signIn(page: Page): Promise<void> {
      await page.getByRole("button", { name: "Sign in" }).click();
      await page.getByRole("link", { name: `Continue as ${OPERATOR}` }).click();
      await expect(page.getByText(`Signed in as ${OPERATOR}`)).toBeVisible();
    }

    test("comes back to the same blade, renews silently in the middle of a run, and the run ends in Succeeded", async ({
      page,
      portal,
      stamp,
      provider,
      clock,
      open,
    }) => {
      await open(auth(provider));
      await expect(signInBar(page)).toBeVisible();
      expect(stamp.seen).toEqual([]);
      await page.getByRole("link", { name: "Configuration" }).click();
      await expect(page).toHaveURL(/#\/redmond\/backup\/configuration$/);
      await signIn(page);
      await expect(page).toHaveURL(/\/#\/redmond\/backup\/configuration$/);
      await expect(portal.rows.first()).toBeVisible();
      expect(provider.grants).toEqual(["authorization_code"]);

      await portal.startBackup();
      await expect(portal.run).toContainText("In progress");
      const before = stamp.seen.at(-1)?.authorization;
      stamp.control({ jump: { before: "listed", leadMs: 40 * 60_000 } });
      await clock.letPass(portal, 15);
      expect(provider.grants).toEqual(["authorization_code", "refresh_token"]);
      await clock.letPass(portal, 7);
      await expect(signInBar(page)).toBeHidden();
      await expect(page.getByText("Your session expires soon")).toBeHidden();
      const after = stamp.seen.at(-1)?.authorization;
      expect(after).not.toBe(before);
      stamp.control({ jump: { before: "end", leadMs: 0 } });
      await clock.letPass(portal, ALL_POLLED_TWICE);
      await expect(portal.newest).toContainText("Succeeded");
      expect(posts(stamp)).toHaveLength(1);
      expect(stamp.seen.filter(({ authorization }) => authorization === null)).toEqual([]);
      // In this tab's storage at most, and nowhere else.
      const kept = await keptByPage(page);
      expect(kept).not.toContain("eyJ");
    });

    test("interaction wanted in the middle of a run: one bar, the run is kept, and it resumes", async ({
      page,
      portal,
      stamp,
      provider,
      clock,
      open,
    }) => {
      await open(auth(provider));
      await signIn(page);
      await portal.startBackup();
      await expect(portal.run).toContainText("In progress");
      provider.renewal = "interaction";
      await clock.letPass(portal, 15);
      await expect(page.getByText("Your session expires soon")).toBeVisible();
      await clock.letPass(portal, 6);
      await expect(signInBar(page)).toHaveCount(1);
      await expect(page.getByText("Your session expires soon")).toBeHidden();
      await expect(page.getByText("requires you to sign in again")).toBeVisible();
      // Nothing leaves the page by itself.
      expect(new URL(page.url()).hash).toBe("#/redmond/backup");
      const asked = stamp.seen.length;
      await clock.letPass(portal, 5);
      expect(stamp.seen).toHaveLength(asked);

      provider.renewal = "granted";
      await signIn(page);
      await expect(signInBar(page)).toBeHidden();
      stamp.control({ jump: { before: "end", leadMs: 0 } });
      await clock.letPass(portal, ALL_POLLED_TWICE);
      await expect(portal.newest).toContainText("Succeeded");
      expect(posts(stamp)).toHaveLength(1);
    });

    test("a reload keeps the sign-in; signing out ends it", async ({ page, portal, provider, open }) => {
      await open(auth(provider));
      await signIn(page);
      await expect(portal.rows.first()).toBeVisible();
      await page.reload();
      await expect(portal.rows.first()).toBeVisible();
      await page.getByRole("button", { name: "Sign out" }).click();
      await expect(signInBar(page)).toBeVisible();
      await page.reload();
      await expect(signInBar(page)).toBeVisible();
      expect(await page.evaluate(() => JSON.stringify(sessionStorage))).not.toContain("eyJ");
    });

    test("a no of the sign-in page is told in its own words, at the same place", async ({
      page,
      provider,
      open,
    }) => {
      await open(auth(provider));
      await page.getByRole("button", { name: "Sign in" }).click();
      await page.getByRole("link", { name: "Cancel" }).click();
      await expect(page.getByText("MSIS9001: The operator said no.")).toBeVisible();
      await expect(page).toHaveURL(/\/#\/redmond\/backup$/);
      await signIn(page);
    });
  });
}
