import type { BrowserContext, CDPSession, Page } from "@playwright/test";
import { heapOf, type Link, scriptMs, slowDown } from "./browser.ts";
import { watchPage } from "./probe.ts";
import { Traffic, type Transfer } from "./traffic.ts";

/** What one visit to a page cost. Times in ms from the navigation, sizes of bodies as sent. */
export interface Visit {
  firstPaint: number;
  rows: number;
  /** What long tasks take beyond 50 ms. */
  blocking: number;
  /** The main thread's processor time in scripts, until everything has been fetched. */
  script: number;
  requests: number;
  jsKb: number;
  /** The page's own files, without the stamp's answers. */
  filesKb: number;
  heapMb: number;
  nodes: number;
  shift: number;
}

export interface OpenPage {
  page: Page;
  session: CDPSession;
  traffic: Traffic;
}

const LONG_MS = 50;

/** Opens `url` in a tab of its own, slowed down and watched, and waits until its rows can be seen. */
export async function openWatched(context: BrowserContext, url: string, link?: Link): Promise<OpenPage> {
  const page = await context.newPage();
  const session = await slowDown(page, link);
  const traffic = new Traffic(session);
  await watchPage(page);
  await page.goto(url, { waitUntil: "commit", timeout: 120_000 });
  await page.waitForFunction(() => window.bench.rowsAt !== null, undefined, {
    timeout: 120_000,
    polling: 200,
  });
  return { page, session, traffic };
}

/** Until its rows can be seen, and no further. */
export async function rowsVisible(
  context: BrowserContext,
  url: string,
  link: Link,
): Promise<Pick<Visit, "rows">> {
  const { page } = await openWatched(context, url, link);
  const rows = await page.evaluate(() => window.bench.rowsAt ?? Number.NaN);
  await page.close();
  return { rows };
}

/** Visits `url` once and tells what it cost; `more` does further things on the page that was opened. */
export async function visit(
  context: BrowserContext,
  url: string,
  more?: (page: Page) => Promise<void>,
): Promise<Visit> {
  const { page, session, traffic } = await openWatched(context, url);
  // Until the page has fetched what it fetches in idle time, too.
  await traffic.quiet(700);
  const seen = await page.evaluate(() => ({
    timeOrigin: performance.timeOrigin,
    firstPaint: performance.getEntriesByName("first-paint")[0]?.startTime ?? Number.NaN,
    rows: window.bench.rowsAt ?? Number.NaN,
    shift: window.bench.shift,
    longTasks: window.bench.longTasks,
    nodes: document.getElementsByTagName("*").length,
  }));
  const script = await scriptMs(session);
  const heapMb = await heapOf(session);
  const before = traffic.all.filter(({ sentAt }) => sentAt <= seen.timeOrigin + seen.rows);
  const kb = (transfers: Transfer[]) => transfers.reduce((sum, { bytes }) => sum + bytes, 0) / 1024;
  await more?.(page);
  await page.close();
  return {
    firstPaint: seen.firstPaint,
    rows: seen.rows,
    blocking: seen.longTasks.reduce((sum, ms) => sum + Math.max(0, ms - LONG_MS), 0),
    script,
    requests: before.filter(({ fromCache }) => !fromCache).length,
    jsKb: kb(before.filter(({ isScript }) => isScript)),
    filesKb: kb(before.filter(({ isStamps }) => !isStamps)),
    heapMb,
    nodes: seen.nodes,
    shift: seen.shift,
  };
}
