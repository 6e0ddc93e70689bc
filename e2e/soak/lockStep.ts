import type { BrowserContext, Page } from "@playwright/test";
import type { GuardedStamp } from "../guardedStamp.ts";
import { runTabs, SENT_AT, watchQuestions } from "./inPage.ts";

/** One time for a stamp in this process and two tabs: it stands still but for `pass` and `sleep`. */
export class LockStep {
  #now: number;
  readonly #context: BrowserContext;
  #first: Page | null = null;

  private constructor(context: BrowserContext, now: number) {
    this.#context = context;
    this.#now = now;
  }

  /** Stops the clocks of all pages that the context will open, at `startAt` (epoch ms). */
  static async install(context: BrowserContext, startAt: number): Promise<LockStep> {
    await context.addInitScript(watchQuestions, SENT_AT);
    // A clock can only be stopped at an instant that is still to come.
    await context.clock.install({ time: startAt - 60_000 });
    await context.clock.pauseAt(startAt);
    return new LockStep(context, startAt);
  }

  /** The stamp's time, epoch ms. */
  readonly now = (): number => this.#now;

  /** Lets the stamp know by each question what time it is: between two steps of this process the pages' time goes on. */
  watch(stamp: GuardedStamp): void {
    stamp.instead = ({ headers }) => {
      const id = String(headers["x-ms-client-request-id"]);
      const at = Number(id.slice(SENT_AT.length));
      if (id.startsWith(SENT_AT) && at > this.#now) this.#now = at;
      return false;
    };
  }

  /** Opens the two tabs. */
  async open(url: string): Promise<[Page, Page]> {
    const first = await this.#context.newPage();
    this.#first = first;
    await this.#enter(first, () => first.goto(url));
    const opened = first.waitForEvent("popup");
    await first.evaluate((at) => void (window.soak.other = window.open(at)), url);
    const second = await opened;
    await this.#enter(second, () => second.waitForLoadState());
    return [first, second];
  }

  async #enter(page: Page, load: () => Promise<unknown>): Promise<void> {
    await load();
    await page.evaluate((now) => void (window.soak.startAt = now - performance.now()), this.#now);
  }

  /** Lets time pass for everybody: an answer takes real time, and none of the clock's. */
  async pass(ms: number): Promise<void> {
    const until = this.#now + ms;
    await this.#first?.evaluate(runTabs, ms);
    this.#now = until;
  }

  /** The machine sleeps: every timer that came due meanwhile fires once, when it wakes. */
  async sleep(ms: number): Promise<void> {
    this.#now += ms;
    await this.#context.clock.fastForward(ms);
    await this.pass(1_000);
  }

  /** Sets the clock of the browser's machine so much ahead of the stamp's, or behind it; no timer hears of it. */
  async setSkew(skewMs: number): Promise<void> {
    await this.#context.clock.setSystemTime(this.#now + skewMs);
  }
}
