import type { Page, Request } from "@playwright/test";

/** How far the page's clock runs at once: on an idle link, and while something is on its way. */
const IDLE_STEP_MS = 10_000;
const BUSY_STEP_MS = 1_000;
/** How long an answer may take the machine, in real time, before the clock goes on without it. */
const PATIENCE_MS = 3_000;

/** One time for a page, its stamp and the link between them: it stands still but for `letPass`. */
export class LinkClock {
  #now: number;
  #waits: { at: number; done: () => void }[] = [];
  readonly #underWay = new Set<Request>();
  readonly #page: Page;

  private constructor(page: Page, startAt: number) {
    this.#page = page;
    this.#now = startAt;
    page.on("request", (request) => this.#underWay.add(request));
    page.on("requestfinished", (request) => this.#underWay.delete(request));
    page.on("requestfailed", (request) => this.#underWay.delete(request));
  }

  /** Stops the page's clock at `startAt`, epoch ms. */
  static async install(page: Page, startAt: number): Promise<LinkClock> {
    // A clock can only be stopped at an instant that is still to come.
    await page.clock.install({ time: startAt - 60_000 });
    await page.clock.pauseAt(startAt);
    return new LinkClock(page, startAt);
  }

  readonly now = (): number => this.#now;

  /** For the link: over once so much of this time has passed. */
  readonly wait = (ms: number): Promise<void> =>
    ms <= 0 ? Promise.resolve() : new Promise((done) => void this.#waits.push({ at: this.#now + ms, done }));

  async letPass(ms: number): Promise<void> {
    const until = this.#now + ms;
    while (this.#now < until) await this.#step(until - this.#now);
  }

  /** Lets time pass until it is so, `mostMs` at most. */
  async letPassUntil(isSo: () => Promise<boolean>, mostMs: number): Promise<void> {
    const until = this.#now + mostMs;
    while (this.#now < until && !(await isSo())) await this.#step(Math.min(1_000, until - this.#now));
  }

  async #step(mostMs: number): Promise<void> {
    const step = Math.min(mostMs, this.#waits.length + this.#underWay.size > 0 ? BUSY_STEP_MS : IDLE_STEP_MS);
    const to = this.#now + step;
    for (let next = this.#takeDue(to); next; next = this.#takeDue(to)) {
      this.#now = next.at;
      next.done();
      // The pieces that wait behind this one.
      await new Promise(setImmediate);
    }
    this.#now = to;
    await this.#page.clock.runFor(step);
    const giveUpAt = performance.now() + PATIENCE_MS;
    while (this.#underWay.size > 0 && this.#waits.length === 0 && performance.now() < giveUpAt)
      await new Promise((done) => setTimeout(done, 2));
  }

  #takeDue(to: number): { at: number; done: () => void } | undefined {
    this.#waits.sort((one, other) => one.at - other.at);
    return (this.#waits[0]?.at ?? Number.POSITIVE_INFINITY) <= to ? this.#waits.shift() : undefined;
  }
}
