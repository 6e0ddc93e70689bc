import type { Browser, Page } from "@playwright/test";
import { freshContext } from "./browser.ts";
import { atMost, atMostTimes, type Goal, line, type Line } from "./figures.ts";
import { type Scrolled, scrollThrough } from "./probe.ts";
import type { BenchStamp } from "./stamp.ts";
import { visit, type Visit } from "./visit.ts";

const FEW = 20;
const MANY = 10_000;
const STEPS = 40;

interface SizedVisit extends Visit, Scrolled {
  sortMs: number;
}

/** Presses the first column that can be sorted by. */
function sort(page: Page): Promise<number> {
  return page.evaluate(() => {
    const body = document.querySelector(".fui-TableBody");
    const press = document.querySelector<HTMLElement>(".fui-TableHeaderCell__button");
    if (!body || !press) throw new Error("The list cannot be sorted.");
    const from = performance.now();
    return new Promise<number>((done) => {
      const observer = new MutationObserver(() => {
        observer.disconnect();
        window.bench.afterPaint(() => done(performance.now() - from));
      });
      observer.observe(body, { childList: true, subtree: true, characterData: true });
      press.click();
    });
  });
}

async function visitSized(
  browser: Browser,
  url: string,
  stamp: BenchStamp,
  backups: number,
): Promise<SizedVisit> {
  stamp.reset(backups);
  // The simulator and the compression have it ready, as for every other visit.
  await (await fetch(new URL(stamp.listPath, url))).text();
  const context = await freshContext(browser);
  let scrolled: Scrolled = { longestFrameMs: Number.NaN, endMs: Number.NaN };
  let sortMs = Number.NaN;
  try {
    const cost = await visit(context, url, async (page) => {
      scrolled = await page.evaluate(scrollThrough, STEPS);
      sortMs = await sort(page);
    });
    return { ...cost, ...scrolled, sortMs };
  } finally {
    await context.close();
  }
}

/** The same page with many backups, in turn with few. */
export async function measureSizes(
  browser: Browser,
  url: string,
  stamp: BenchStamp,
  rounds: number,
): Promise<Line[]> {
  const few: SizedVisit[] = [];
  const many: SizedVisit[] = [];
  try {
    for (let count = 0; count < rounds; count += 1) {
      few.push(await visitSized(browser, url, stamp, FEW));
      many.push(await visitSized(browser, url, stamp, MANY));
    }
  } finally {
    stamp.reset(FEW);
  }
  const compare = (name: string, key: keyof SizedVisit, digits: number, goal: Goal | null = null): Line =>
    line(
      `${MANY} backups, F: ${FEW} backups`,
      name,
      digits,
      many.map((one) => one[key]),
      { base: few.map((one) => one[key]), goal },
    );
  return [
    compare("rows visible, ms", "rows", 0, atMostTimes(1.5, "few")),
    compare("heap, MB", "heapMb", 1, atMost(10, " MB")),
    compare("DOM elements", "nodes", 0),
    compare("scroll: longest frame, ms", "longestFrameMs", 0),
    compare("scroll: jump to the end, ms", "endMs", 0),
    compare("sort, ms", "sortMs", 0),
  ];
}
