import type { BrowserContext, CDPSession, Page } from "@playwright/test";
import { busyMs, heapOf, slowDown } from "./browser.ts";
import { watchPage } from "./probe.ts";
import { Traffic } from "./traffic.ts";

/** What one visit to a page cost. Times in ms from the navigation, sizes as transferred. */
export interface Visit {
  firstPaint: number;
  rows: number;
  /** From the arrival of the list until its rows were visible. */
  rowsAfterList: number;
  blocking: number;
  /** The part of it that lies behind the rows. */
  blockingLate: number;
  longestTask: number;
  /** The main thread's processor time, until everything has been fetched. */
  scriptCpu: number;
  cpu: number;
  requests: number;
  jsKb: number;
  totalKb: number;
  heapMb: number;
  nodes: number;
  shift: number;
}

export interface OpenPage {
  page: Page;
  session: CDPSession;
  traffic: Traffic;
}

const KB = 1024;
const LONG_MS = 50;

/** Opens `url` in a tab of its own, slowed down and watched, and waits until its rows can be seen. */
export async function openWatched(context: BrowserContext, url: string): Promise<OpenPage> {
  const page = await context.newPage();
  const session = await slowDown(page);
  const traffic = new Traffic(session);
  await watchPage(page);
  await page.goto(url, { waitUntil: "commit", timeout: 120_000 });
  await page.waitForFunction(() => window.bench.rowsAt !== null, undefined, {
    timeout: 120_000,
    polling: 200,
  });
  return { page, session, traffic };
}

/** Visits `url` once and tells what it cost; `more` does further things on the page that was opened. */
export async function visit(
  context: BrowserContext,
  url: string,
  more?: (opened: OpenPage) => Promise<void>,
): Promise<Visit> {
  const opened = await openWatched(context, url);
  const { page, session, traffic } = opened;
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
  const busy = await busyMs(session);
  const heapMb = await heapOf(session);
  const rowsAt = seen.timeOrigin + seen.rows;
  const before = traffic.all.filter(({ sentAt }) => sentAt <= rowsAt);
  const list = before.findLast(({ url: asked }) => /\/list\.json|\/backups\?/.test(asked)) ?? before[0];
  const bytes = (transfers: typeof before) => transfers.reduce((sum, one) => sum + one.bytes, 0) / KB;
  const blocking = (tasks: typeof seen.longTasks) =>
    tasks.reduce((sum, { ms }) => sum + Math.max(0, ms - LONG_MS), 0);
  const result: Visit = {
    firstPaint: seen.firstPaint,
    rows: seen.rows,
    rowsAfterList: rowsAt - (list?.endedAt ?? Number.NaN),
    blocking: blocking(seen.longTasks),
    blockingLate: blocking(seen.longTasks.filter(({ at }) => at > seen.rows)),
    longestTask: Math.max(0, ...seen.longTasks.map(({ ms }) => ms)),
    scriptCpu: busy.script,
    cpu: busy.task,
    requests: before.filter(({ fromCache }) => !fromCache).length,
    jsKb: bytes(before.filter(({ script }) => script)),
    totalKb: bytes(before),
    heapMb,
    nodes: seen.nodes,
    shift: seen.shift,
  };
  await more?.(opened);
  await page.close();
  return result;
}
