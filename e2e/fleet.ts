import type { Locator, Page } from "@playwright/test";
import { expect, type Portal } from "./portal.ts";

/** The page of all stamps, as a person sees it. */
export class Fleet {
  readonly portal: Portal;
  readonly page: Page;
  /** Addresses of the requests to stamps. */
  readonly requests: string[] = [];
  readonly posts: string[] = [];

  constructor(portal: Portal) {
    this.portal = portal;
    this.page = portal.page;
    this.page.on("request", (request) => {
      const url = request.url();
      if (!url.includes("/arm/") || url.includes("/arm/_mock")) return;
      this.requests.push(url);
      if (request.method() === "POST") this.posts.push(url);
    });
  }

  /** Opens the page and waits until every stamp is known. */
  async open(scenario = "fleet"): Promise<void> {
    await this.page.goto(`./?scenario=${scenario}#/fleet`);
    await expect(this.page.getByRole("heading", { name: "All stamps", level: 1 })).toBeVisible();
    await expect(this.rows.first()).toBeVisible();
    for (let turn = 0; turn < 600 && (await this.asking.isVisible()); turn += 1) await this.pass(1);
    await expect(this.asking).toBeHidden();
  }

  get asking(): Locator {
    return this.page.getByText(/^Loading: \d+ of \d+ stamps/);
  }

  get grid(): Locator {
    return this.page.getByRole("grid", { name: "Stamps" });
  }

  get rows(): Locator {
    return this.grid.getByRole("row").filter({ has: this.page.getByRole("rowheader") });
  }

  row(title: string): Locator {
    return this.rows.filter({ has: this.page.getByRole("link", { name: title, exact: true }) });
  }

  get question(): Locator {
    return this.page.getByRole("alertdialog");
  }

  get outcomes(): Locator {
    return this.page.getByRole("region", { name: "Results" });
  }

  /** How many stamps a tile counts; a press on it shows them alone. */
  tile(name: string): Locator {
    return this.page.getByRole("group", { name: "Stamps by state" }).getByRole("button", { name });
  }

  async titles(): Promise<string[]> {
    return this.grid.getByRole("rowheader").getByRole("link").allInnerTexts();
  }

  async select(title: string): Promise<void> {
    await this.page.getByRole("checkbox", { name: `Select ${title}` }).check();
  }

  /** Lets seconds pass in turns so short that no answer is given up meanwhile. */
  async pass(seconds: number): Promise<void> {
    for (let left = seconds; left > 0; left -= 2) await this.portal.letPass(Math.min(left, 2) / 60);
  }
}

/** Ids of the stamps that these addresses belong to. */
export function stampsOf(urls: readonly string[]): string[] {
  return urls.map((url) => /\/arm\/(\w+)\//.exec(url)?.[1] ?? "");
}
