import type { Browser, Page } from "@playwright/test";
import { freshContext } from "./browser.ts";
import { atMost, line, type Line, pairedRatio } from "./figures.ts";
import { type Scrolled, scrollThrough } from "./probe.ts";
import type { BenchStamp } from "./stamp.ts";
import { visit, type Visit } from "./visit.ts";

const FEW = 20;
const SIZES = [FEW, 1_000, 10_000] as const;
const STEPS = 40;

interface SizedVisit extends Visit, Scrolled {
  sortMs: number;
}

/** Presses the first column that can be sorted by; NaN where none can. */
async function sort(page: Page): Promise<number> {
  const button = page.getByRole("columnheader").getByRole("button").first();
  if ((await button.count()) === 0) return Number.NaN;
  return page.evaluate(() => {
    const body = document.querySelector("tbody");
    const press = document.querySelector<HTMLElement>("[role=columnheader] button, th button");
    const from = performance.now();
    return new Promise<number>((done) => {
      const observer = new MutationObserver(() => {
        observer.disconnect();
        window.bench.afterPaint(() => done(performance.now() - from));
      });
      if (body) observer.observe(body, { childList: true, subtree: true, characterData: true });
      press?.click();
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
  let scrolled: Scrolled = { longestFrameMs: Number.NaN, medianFrameMs: Number.NaN, endMs: Number.NaN };
  let sortMs = Number.NaN;
  try {
    const cost = await visit(context, url, async ({ page }) => {
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
  const visits = new Map<number, SizedVisit[]>(SIZES.map((size) => [size, []]));
  try {
    for (let count = 0; count < rounds; count += 1) {
      for (const size of SIZES) visits.get(size)?.push(await visitSized(browser, url, stamp, size));
    }
  } finally {
    stamp.reset(FEW);
  }
  return SIZES.slice(1).flatMap((size) => {
    const group = `${size} backups (× ${FEW} backups)`;
    const compare = (name: string, key: keyof SizedVisit, digits = 0): Line => {
      const of = (backups: number) => visits.get(backups)?.map((one) => one[key]) ?? [];
      return { ...line(group, name, of(size), digits), ratio: pairedRatio(of(size), of(FEW)) };
    };
    const rows = compare("rows visible, ms", "rows");
    const heap = compare("heap, MB", "heapMb", 1);
    const most = size === 10_000;
    return [
      { ...rows, goals: most ? [atMost(rows.ratio, 1.5, " × few")] : [] },
      compare("list arrived to rows visible, ms", "rowsAfterList"),
      compare("everything, KB", "totalKb"),
      compare("blocking, ms", "blocking"),
      { ...heap, goals: most ? [atMost(heap.console, 10, " MB")] : [] },
      compare("DOM elements", "nodes"),
      compare("scroll: median frame, ms", "medianFrameMs"),
      compare("scroll: longest frame, ms", "longestFrameMs"),
      compare("scroll: jump to the end, ms", "endMs"),
      compare("sort, ms", "sortMs"),
    ];
  });
}
