import type { Browser, BrowserContext } from "@playwright/test";
import { BUDGET } from "../../.config/sizeBudget.ts";
import { freshContext, LINKS } from "./browser.ts";
import { atMost, atMostTimes, type Goal, line, type Line } from "./figures.ts";
import { rowsVisible, visit, type Visit } from "./visit.ts";

/** Addresses of the pages that show the same rows. */
export interface Pages {
  floor: string;
  console: string;
  /** The console without src/early.ts. */
  consoleLate: string;
}

interface Twice<Cost> {
  cold: Cost;
  warm: Cost;
}

async function coldAndWarm<Cost>(
  browser: Browser,
  cost: (context: BrowserContext) => Promise<Cost>,
): Promise<Twice<Cost>> {
  const context = await freshContext(browser);
  try {
    return { cold: await cost(context), warm: await cost(context) };
  } finally {
    await context.close();
  }
}

/** All pages in turn, each cold and then with what the browser kept, over both links. */
async function round(browser: Browser, { floor, console, consoleLate }: Pages) {
  const usual = (url: string) => coldAndWarm(browser, (context) => visit(context, url));
  const thin = (url: string) => coldAndWarm(browser, (context) => rowsVisible(context, url, LINKS.thin));
  return {
    usual: { floor: await usual(floor), console: await usual(console) },
    thin: { floor: await thin(floor), console: await thin(console), late: await thin(consoleLate) },
  };
}

/** The first load, after a round that nobody counts. */
export async function measureLoad(browser: Browser, pages: Pages, rounds: number): Promise<Line[]> {
  await round(browser, pages);
  const done: Awaited<ReturnType<typeof round>>[] = [];
  for (let count = 0; count < rounds; count += 1) done.push(await round(browser, pages));

  const usual = (name: string, digits: number, key: keyof Visit, goal: Goal, when: keyof Twice<Visit>) => {
    const of = (page: "floor" | "console") => done.map((one) => one.usual[page][when][key]);
    const group = when === "cold" ? "first load" : "second visit";
    return line(group, name, digits, of("console"), { base: of("floor"), goal });
  };
  const thin = (name: string, base: "floor" | "late", when: keyof Twice<Visit>, goal: Goal | null) => {
    const of = (page: "floor" | "console" | "late") => done.map((one) => one.thin[page][when].rows);
    return line("slow link", `${name}, ${when}, ms`, 0, of("console"), { base: of(base), goal });
  };
  return [
    usual("JS, KB", 1, "jsKb", atMost(BUDGET.js, " KB"), "cold"),
    usual("all files, KB", 1, "filesKb", atMost(BUDGET.everything, " KB"), "cold"),
    usual("requests before the rows", 0, "requests", atMost(8), "cold"),
    usual("first paint, ms", 0, "firstPaint", atMostTimes(0.6, "F"), "cold"),
    usual("rows visible, ms", 0, "rows", atMostTimes(1.05, "F"), "cold"),
    usual("blocking, ms", 0, "blocking", atMostTimes(1.1, "F"), "cold"),
    usual("script time, ms", 0, "script", atMostTimes(1.25, "F"), "cold"),
    usual("heap, MB", 1, "heapMb", atMostTimes(1.3, "F"), "cold"),
    usual("layout shift", 3, "shift", atMost(0.01), "cold"),
    usual("rows visible, ms", 0, "rows", atMostTimes(1.1, "F"), "warm"),
    thin("rows visible", "floor", "cold", atMostTimes(0.9, "F")),
    thin("rows visible", "floor", "warm", null),
    // Above this, src/early.ts is not worth its lines.
    thin("the same, F: without src/early.ts", "late", "cold", atMostTimes(0.9, "without")),
    thin("the same, F: without src/early.ts", "late", "warm", null),
  ];
}
