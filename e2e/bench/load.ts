import type { Browser } from "@playwright/test";
import { freshContext } from "./browser.ts";
import { atMost, type Goal, line, type Line, median, pairedRatio } from "./figures.ts";
import { visit, type Visit } from "./visit.ts";

/** Addresses of the three pages that show the same rows. */
export interface Pages {
  plain: string;
  floor: string;
  console: string;
}

interface Round {
  cold: Record<keyof Pages, Visit>;
  warm: Record<keyof Pages, Visit>;
}

async function coldAndWarm(browser: Browser, url: string): Promise<{ cold: Visit; warm: Visit }> {
  const context = await freshContext(browser);
  try {
    return { cold: await visit(context, url), warm: await visit(context, url) };
  } finally {
    await context.close();
  }
}

/** All pages once, cold and then with what the browser kept. */
async function round(browser: Browser, pages: Pages): Promise<Round> {
  const plain = await coldAndWarm(browser, pages.plain);
  const floor = await coldAndWarm(browser, pages.floor);
  const console = await coldAndWarm(browser, pages.console);
  return {
    cold: { plain: plain.cold, floor: floor.cold, console: console.cold },
    warm: { plain: plain.warm, floor: floor.warm, console: console.warm },
  };
}

/** The first load, page by page in turn, after a round that nobody counts. */
export async function measureLoad(browser: Browser, pages: Pages, rounds: number): Promise<Line[]> {
  await round(browser, pages);
  const done: Round[] = [];
  for (let count = 0; count < rounds; count += 1) done.push(await round(browser, pages));

  const compare = (
    group: string,
    name: string,
    key: keyof Visit,
    visits: "cold" | "warm",
    digits: number,
    goals: (console: number, ratio: number) => Goal[] = () => [],
  ): Line => {
    const of = (page: keyof Pages) => done.map((one) => one[visits][page][key]);
    const ratio = pairedRatio(of("console"), of("floor"));
    const result = line(group, name, of("console"), digits);
    return {
      ...result,
      plain: median(of("plain")),
      floor: median(of("floor")),
      ratio,
      goals: goals(result.console ?? Number.NaN, ratio),
    };
  };
  const toFloor = (limit: number) => (_: number, ratio: number) => [atMost(ratio, limit, " F")];
  const cold = "first load, cold";
  return [
    compare(cold, "JS, KB", "jsKb", "cold", 1, (kb, ratio) => [
      atMost(ratio, 1.15, " F"),
      atMost(kb, 105, " KB"),
    ]),
    compare(cold, "everything, KB", "totalKb", "cold", 1, (kb) => [atMost(kb, 112, " KB")]),
    compare(cold, "requests before the rows", "requests", "cold", 0, (count) => [atMost(count, 7, "")]),
    compare(cold, "first paint, ms", "firstPaint", "cold", 0, toFloor(0.6)),
    compare(cold, "rows visible, ms", "rows", "cold", 0, toFloor(1.1)),
    compare(cold, "list arrived to rows visible, ms", "rowsAfterList", "cold", 0),
    compare(cold, "blocking, ms", "blocking", "cold", 0, toFloor(1.1)),
    compare(cold, "blocking after the rows, ms", "blockingLate", "cold", 0),
    compare(cold, "longest task, ms", "longestTask", "cold", 0),
    compare(cold, "processor time of scripts, ms", "scriptCpu", "cold", 0),
    compare(cold, "processor time, ms", "cpu", "cold", 0),
    compare(cold, "heap, MB", "heapMb", "cold", 1, (mb) => [atMost(mb, 3.5, " MB")]),
    compare(cold, "DOM elements", "nodes", "cold", 0),
    compare(cold, "layout shift", "shift", "cold", 3, (shift) => [atMost(shift, 0.01, "")]),
    compare("second visit", "first paint, ms", "firstPaint", "warm", 0),
    compare("second visit", "rows visible, ms", "rows", "warm", 0, toFloor(1.15)),
    compare("second visit", "blocking, ms", "blocking", "warm", 0),
    compare("second visit", "requests over the link", "requests", "warm", 0),
  ];
}
