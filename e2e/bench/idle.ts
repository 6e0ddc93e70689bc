import { setTimeout as wait } from "node:timers/promises";
import type { BrowserContext } from "@playwright/test";
import { busyMs, launchWithTabs } from "./browser.ts";
import { atMost, line, type Line } from "./figures.ts";
import { watchMutations } from "./probe.ts";
import { openWatched, type OpenPage } from "./visit.ts";

/** What a page does while nothing changes. */
interface Idle {
  polls: number;
  requests: number;
  mutations: string[];
  scriptMs: number;
  taskMs: number;
  hidden: boolean;
}

interface IdlePages {
  floor: string;
  console: string;
}

interface Tab {
  visible: Idle;
  hidden: Idle;
  /** From being shown again until the first request. */
  backMs: number;
}

async function watch(opened: OpenPage, forMs: number): Promise<Idle> {
  const from = Date.now();
  const before = await busyMs(opened.session);
  await wait(forMs);
  const after = await busyMs(opened.session);
  const asked = opened.traffic.toStamp(from);
  const seen = await opened.page.evaluate(() => ({
    hidden: document.hidden,
    mutations: window.bench.mutations,
  }));
  return {
    polls: asked.filter(({ url }) => /\/list\.json|\/backups\?/.test(url)).length,
    requests: asked.length,
    mutations: seen.mutations.filter(({ at }) => at >= from).map(({ what }) => what),
    scriptMs: after.script - before.script,
    taskMs: after.task - before.task,
    hidden: seen.hidden,
  };
}

async function comeBack(opened: OpenPage): Promise<number> {
  const from = Date.now();
  await opened.page.bringToFront();
  for (let tries = 0; tries < 100; tries += 1) {
    const first = opened.traffic.toStamp(from)[0];
    if (first) return first.sentAt - from;
    await wait(100);
  }
  return Number.NaN;
}

async function open(context: BrowserContext, url: string): Promise<OpenPage> {
  const opened = await openWatched(context, url);
  await opened.traffic.quiet(1_500);
  await opened.page.evaluate(watchMutations);
  return opened;
}

/** Both pages as tabs of one window: while one of them is looked at, the other one is hidden. */
async function watchTabs(
  path: string,
  urls: IdlePages,
  forMs: number,
): Promise<Record<keyof IdlePages, Tab>> {
  const { context, close } = await launchWithTabs(path);
  try {
    const floor = await open(context, urls.floor);
    const console = await open(context, urls.console);
    const [floorHidden, consoleVisible] = await Promise.all([watch(floor, forMs), watch(console, forMs)]);
    await floor.page.bringToFront();
    // What had been sent before is not sent by a hidden tab.
    await wait(1_000);
    const [floorVisible, consoleHidden] = await Promise.all([watch(floor, forMs), watch(console, forMs)]);
    const backMs = { console: await comeBack(console), floor: await comeBack(floor) };
    return {
      floor: { visible: floorVisible, hidden: floorHidden, backMs: backMs.floor },
      console: { visible: consoleVisible, hidden: consoleHidden, backMs: backMs.console },
    };
  } finally {
    await close();
  }
}

/** What the page does of itself while nothing changes at the stamp, looked at and hidden. */
export async function measureIdle(path: string, urls: IdlePages, forMs: number): Promise<Line[]> {
  const { floor, console: own } = await watchTabs(path, urls, forMs);
  if (!own.hidden.hidden || own.visible.hidden) throw new Error("The tab was not hidden when it should be.");
  // Printed, since a number of changes does not say what to mend.
  for (const what of new Set(own.visible.mutations)) console.log(`  changed at rest: ${what}`);
  const group = `at rest, ${forMs / 1000} s each`;
  const compare = (name: string, of: (tab: Tab) => number, digits = 0): Line => ({
    ...line(group, name, [of(own)], digits),
    floor: of(floor),
  });
  const perPoll = (of: (idle: Idle) => number) => (tab: Tab) => of(tab.visible) / tab.visible.polls;
  const mutations = compare(
    "DOM mutations per unchanged poll",
    perPoll((idle) => idle.mutations.length),
    1,
  );
  const hidden = compare("requests, hidden", (tab) => tab.hidden.requests);
  return [
    compare("requests, visible", (tab) => tab.visible.requests),
    { ...mutations, goals: [atMost(mutations.console, 0, "")] },
    compare(
      "script per unchanged poll, ms",
      perPoll((idle) => idle.scriptMs),
      1,
    ),
    compare(
      "all main-thread work per poll, ms",
      perPoll((idle) => idle.taskMs),
      1,
    ),
    { ...hidden, goals: [atMost(hidden.console, 0, "")] },
    compare("DOM mutations, hidden", (tab) => tab.hidden.mutations.length),
    compare("main-thread work, hidden, ms", (tab) => tab.hidden.taskMs),
    compare("first request after coming back, ms", (tab) => tab.backMs),
  ];
}
