import { expect, type Page } from "@playwright/test";
import { TRAPS } from "./hostileStamp.ts";

/** An answer as Playwright puts it in the place of the network's. */
interface Answer {
  status: number;
  headers: Record<string, string>;
  body: string;
}

async function keepSecret(page: Page, consoleUrl: string): Promise<void> {
  await page.goto(consoleUrl);
  await page.evaluate(() => localStorage.setItem("secret", "a token"));
}

/** Opens each trap as a page of the console's origin, `stamp` being its path there: none may be answered. */
export async function openTraps(page: Page, consoleUrl: string, stamp: string): Promise<void> {
  await keepSecret(page, consoleUrl);
  for (const path of Object.keys(TRAPS)) {
    const answer = await page.goto(consoleUrl + stamp + path);
    expect([path, await page.title(), answer?.status()]).toEqual([path, "", 403]);
  }
}

/**
 * The same in a browser that does not say where its requests come from and what for, as older ones and all of them
 * over plain http: what `ask` is answered is text, in an origin of its own.
 */
export async function openTrapsSilently(
  page: Page,
  consoleUrl: string,
  stamp: string,
  ask: (path: string) => Promise<Answer>,
): Promise<void> {
  await keepSecret(page, consoleUrl);
  await page.route(`${consoleUrl}${stamp}/**`, async (route) => {
    await route.fulfill(await ask(new URL(route.request().url()).pathname));
  });
  for (const [path, { body }] of Object.entries(TRAPS)) {
    await page.goto(consoleUrl + stamp + path);
    expect([path, await page.title()]).toEqual([path, ""]);
    expect(await page.locator("body").innerText()).toBe(body);
    expect(await page.evaluate(() => origin)).toBe("null");
  }
}
