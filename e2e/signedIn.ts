import { expect, test as base, type Page } from "@playwright/test";
import { loopbackCertificate } from "./openid/certificate.ts";
import { startProvider, type Provider } from "./openid/provider.ts";
import { isGoodToken } from "./openid/tokens.ts";
import { startGuardedStamp, type GuardedStamp } from "./guardedStamp.ts";
import { NOON, Portal } from "./portal.ts";
import { startStampApp, type StampApp } from "./stampApp.ts";

/** What the stamp's tokens are for. */
export const AUDIENCE = "https://adminmanagement.contoso.onmicrosoft.com/4de154de";

const TURN_MINUTES = 1 / 3;

/** One time for the page, the stamp and the provider: it runs on as the test lets it. */
class SharedClock {
  #offsetMs = NOON.getTime() - Date.now();

  readonly now = (): number => Date.now() + this.#offsetMs;

  /** Lets minutes pass for all of them, in step. */
  async letPass(portal: Portal, minutes: number): Promise<void> {
    for (let left = minutes; left > 1e-6; left -= TURN_MINUTES) {
      const turn = Math.min(left, TURN_MINUTES);
      this.#offsetMs += turn * 60_000;
      await portal.letPass(turn);
    }
  }
}

interface Fixtures {
  clock: SharedClock;
  portal: Portal;
  stamp: GuardedStamp;
  provider: Provider;
  /** Opens the production build in front of the stamp, whose sign-in is this. */
  open: (auth: Record<string, unknown>) => Promise<void>;
}

/** A test with a page, a stamp that looks at tokens, and a provider that gives them, all on one clock. */
export const test = base.extend<Fixtures>({
  // Playwright reads the names of fixtures from this pattern; this one needs none.
  // oxlint-disable-next-line no-empty-pattern
  clock: async ({}, use) => {
    await use(new SharedClock());
  },
  portal: async ({ page, clock }, use) => {
    await page.clock.install({ time: new Date(clock.now()) });
    await use(new Portal(page));
  },
  stamp: async ({ clock }, use) => {
    const stamp = await startGuardedStamp(clock.now);
    await use(stamp);
    await stamp.close();
  },
  provider: async ({ clock }, use, info) => {
    const tls = loopbackCertificate();
    info.skip(tls === undefined, "openssl is missing: the provider of this test has no certificate");
    if (!tls) return;
    const provider = await startProvider(tls, clock.now);
    await use(provider);
    await provider.close();
  },
  open: async ({ portal, stamp, clock }, use) => {
    // By way of the portal, whose clock is installed before any page opens.
    const { page } = portal;
    const refused: string[] = [];
    const said: string[] = [];
    page.on("console", (message) => {
      if (message.text().includes("Content Security Policy")) refused.push(message.text());
      said.push(message.text());
    });
    stamp.accepts = (token) => isGoodToken(token, AUDIENCE, clock.now());
    const apps: StampApp[] = [];
    await use(async (auth) => {
      const app = await startStampApp({ stamps: [{ ...stamp.entry, auth }] });
      apps.push(app);
      await page.goto(app.url);
    });
    expect(refused).toEqual([]);
    // No token in a message of the console, whoever wrote it.
    expect(said.filter((text) => text.includes("eyJ"))).toEqual([]);
    await Promise.all(apps.map((app) => app.close()));
  },
});

/** Requests that start a backup. */
export const posts = (stamp: GuardedStamp) => stamp.seen.filter(({ method }) => method === "POST");

/** The one bar that asks for sign-in. */
export const signInBar = (page: Page) => page.getByText("Sign in to the stamp");

/** What a token must not be in, once it is taken. */
export async function keptByPage(page: Page): Promise<string> {
  return page.evaluate(() =>
    [document.documentElement.outerHTML, JSON.stringify(localStorage), location.href].join(),
  );
}
