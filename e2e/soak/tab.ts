import type { CDPSession, Page } from "@playwright/test";
import { heapOf } from "../bench/browser.ts";
import { Portal } from "../portal.ts";

/** What the process of a tab weighs, with all tabs that share it. */
export interface Weight {
  heapMb: number;
  /** Of the document and of what it has dropped and still holds. */
  nodes: number;
  listeners: number;
}

/** One row of the list as it is read. */
export interface ShownRow {
  name: string;
  state: string;
}

/** One tab of the console and what it has asked. */
export class Tab {
  readonly page: Page;
  readonly portal: Portal;
  readonly #session: CDPSession;
  readonly #now: () => number;
  /** By the last part of the path. */
  readonly asked = new Map<string, number>();
  listAskedAt = Number.NaN;
  posts = 0;
  readonly errors: string[] = [];

  private constructor(page: Page, session: CDPSession, now: () => number) {
    this.page = page;
    this.portal = new Portal(page);
    this.#session = session;
    this.#now = now;
  }

  static async watch(page: Page, now: () => number): Promise<Tab> {
    const session = await page.context().newCDPSession(page);
    await session.send("Performance.enable");
    const tab = new Tab(page, session, now);
    page.on("request", (request) => {
      const { pathname } = new URL(request.url());
      if (!pathname.startsWith("/arm/")) return;
      const what = pathname.includes("/operationResults/") ? "operation" : (pathname.split("/").at(-1) ?? "");
      tab.asked.set(what, (tab.asked.get(what) ?? 0) + 1);
      if (what === "backups") tab.listAskedAt = now();
      if (request.method() === "POST") tab.posts += 1;
    });
    page.on("pageerror", (error) => tab.errors.push(String(error)));
    return tab;
  }

  /** How many requests it has sent to the stamp. */
  get requests(): number {
    return [...this.asked.values()].reduce((sum, times) => sum + times, 0);
  }

  /** How long ago it last asked for the list, ms. */
  get silentMs(): number {
    return this.#now() - this.listAskedAt;
  }

  /** Pastes a token into the field that asks for one. */
  async signIn(token: string): Promise<void> {
    const field = this.page.getByLabel("Bearer token");
    const replace = this.page.getByRole("button", { name: "Replace token" });
    await field.or(replace).first().waitFor();
    if (!(await field.isVisible())) await replace.click();
    await field.fill(token);
    await this.page.getByRole("button", { name: "Use token" }).click();
  }

  async weigh(): Promise<Weight> {
    const heapMb = await heapOf(this.#session);
    const { metrics } = await this.#session.send("Performance.getMetrics");
    const metric = (wanted: string) => metrics.find(({ name }) => name === wanted)?.value ?? Number.NaN;
    return { heapMb, nodes: metric("Nodes"), listeners: metric("JSEventListeners") };
  }

  timers(): Promise<number> {
    return this.page.evaluate(() => window.__pwClock.controller.countTimers());
  }

  /** Bytes that this origin keeps for it, keys and values, as UTF-16. */
  storedBytes(): Promise<number> {
    return this.page.evaluate(() =>
      [localStorage, sessionStorage]
        .flatMap((storage) => Object.entries(storage))
        .reduce((sum, [key, value]) => sum + 2 * (key.length + String(value).length), 0),
    );
  }

  rows(): Promise<ShownRow[]> {
    return this.portal.rows.evaluateAll((rows) =>
      rows.map((row) => {
        const cells = [...row.querySelectorAll('[role="rowheader"], [role="gridcell"], th, td')];
        const text = (at: number) => cells[at]?.textContent.trim() ?? "";
        return { name: text(0), state: text(2) };
      }),
    );
  }

  /** Everything that the rows say, to compare with a page that has just been opened. */
  rowTexts(): Promise<string[]> {
    return this.portal.rows.allInnerTexts();
  }
}
