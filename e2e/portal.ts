import { expect, test as base, type Locator, type Page, type Request } from "@playwright/test";

/** One turn of the page's clock, in milliseconds: well below the client's 30 s for an answer. */
const TURN_MS = 20_000;
/** How long a turn waits, in real time, for answers under way: one that a fault holds back must not stop the clock. */
const ANSWERS_MS = 3_000;

// Spans for letPass, in minutes: how long until the page has asked (docs/architecture.md "Polling").
/** The list, once more: every 30 s while nothing runs. */
export const LIST_POLLED = 0.5;
/** All that is polled, once more: location, alerts and operations every 60 s. */
export const ALL_POLLED = 1;
/** All of it again, so that also what the first answers led to has been asked for. */
export const ALL_POLLED_TWICE = 2;
/** A poll that has backed off to its longest wait of a minute, and the one after it. */
export const BACKED_OFF = 3;
/** The simulated stamp has pruned or done its dry run, which takes it 75 s, and a poll by Retry-After has found out. */
export const PRUNED = 2.5;

/** The blade as a person sees it: found by role and by the words on the page. */
export class Portal {
  readonly page: Page;
  readonly #underWay = new Set<Request>();

  constructor(page: Page) {
    this.page = page;
    page.on("request", (request) => this.#underWay.add(request));
    page.on("requestfinished", (request) => this.#underWay.delete(request));
    page.on("requestfailed", (request) => this.#underWay.delete(request));
  }

  /** Opens the mocked console and waits for the blade. */
  async open(query = "", hash = ""): Promise<void> {
    await this.page.goto(`./${query}${hash}`);
    await expect(this.page.getByRole("heading", { name: "Infrastructure backup", level: 1 })).toBeVisible();
  }

  get list(): Locator {
    return this.page.getByRole("grid", { name: "Available backups" });
  }

  /** Rows of backups, without the header. */
  get rows(): Locator {
    return this.list.getByRole("row").filter({ has: this.page.getByRole("rowheader") });
  }

  /** How many backups are listed, once all are drawn: those out of sight come a moment after the first. */
  async countRows(): Promise<number> {
    const listed = Number(await this.list.getAttribute("aria-rowcount")) - 1;
    await expect(this.rows).toHaveCount(listed);
    return listed;
  }

  get newest(): Locator {
    return this.rows.first();
  }

  get essentials(): Locator {
    return this.page.getByRole("region", { name: "Essentials" });
  }

  /** The verdict: whether the stamp is protected. */
  get protection(): Locator {
    return this.page.getByRole("region", { name: "Protection" });
  }

  get run(): Locator {
    return this.page.getByRole("region", { name: "Backup run" });
  }

  /** The command bar: alerts and the verdict have buttons of their own. */
  get commands(): Locator {
    return this.page.getByRole("toolbar", { name: "Commands" });
  }

  get backupNow(): Locator {
    return this.commands.getByRole("button", { name: "Backup now" });
  }

  /** Presses Backup now and answers Yes. */
  async startBackup(): Promise<void> {
    await this.backupNow.click();
    await this.page.getByRole("button", { name: "Yes" }).click();
  }

  /** Sends the mocked stamps a command, as the demo's controls do; answers their world. */
  async control(command: Record<string, unknown>): Promise<void> {
    const status = await this.page.evaluate(async (body) => {
      const response = await fetch("arm/_mock", {
        method: "POST",
        headers: { "Content-Type": "application/json" },
        body: JSON.stringify(body),
      });
      return response.status;
    }, command);
    expect(status).toBe(200);
  }

  /**
   * Lets simulated and page time run on, turn by turn: answers take real time, so a clock that ran past them would
   * make the page give up on each.
   */
  async letPass(minutes: number): Promise<void> {
    for (let left = minutes * 60_000; left > 0; left -= TURN_MS) {
      await this.page.clock.runFor(Math.min(left, TURN_MS));
      await this.#answers();
    }
  }

  async #answers(): Promise<void> {
    if (this.#underWay.size === 0) return;
    await expect
      .poll(() => this.#underWay.size, { timeout: ANSWERS_MS, intervals: [10, 20, 50] })
      .toBe(0)
      .catch(() => undefined);
  }
}

/** The page's requests from now on whose method and address ("POST https://…") match; the array grows with them. */
export function requestsOf(page: Page, matching: RegExp): Request[] {
  const requests: Request[] = [];
  page.on("request", (request) => {
    if (matching.test(`${request.method()} ${request.url()}`)) requests.push(request);
  });
  return requests;
}

/** A request that starts a backup. */
export const START = /\/createBackup\?/;

/** 2026-11-22, 12:00 in Los Angeles. */
export const NOON = new Date("2026-11-22T20:00:00Z");

/** A test with a portal, on a clock of its own: time passes only as the test lets it. */
export const test = base.extend<{ portal: Portal }>({
  portal: async ({ page }, use) => {
    await page.clock.install({ time: NOON });
    await use(new Portal(page));
  },
});

export { expect };
