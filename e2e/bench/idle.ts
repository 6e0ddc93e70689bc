import { setTimeout as wait } from "node:timers/promises";
import { launchWithTabs } from "./browser.ts";
import { atMost, line, type Line } from "./figures.ts";
import { type Mutation, watchMutations } from "./probe.ts";
import { openWatched, type OpenPage } from "./visit.ts";

/** What a page does while nothing changes. */
interface Idle {
  polls: number;
  requests: number;
  mutations: Mutation[];
  hidden: boolean;
}

async function watch({ page, traffic }: OpenPage, forMs: number): Promise<Idle> {
  const from = Date.now();
  await wait(forMs);
  const asked = traffic.toStamp(from);
  const seen = await page.evaluate(() => ({ hidden: document.hidden, mutations: window.bench.mutations }));
  return {
    polls: asked.filter(({ url }) => /\/backups\?/.test(url)).length,
    requests: asked.length,
    mutations: seen.mutations.filter(({ at }) => at >= from),
    hidden: seen.hidden,
  };
}

/** What the console does of itself while nothing changes at the stamp, looked at and hidden. */
export async function measureIdle(path: string, url: string, forMs: number): Promise<Line[]> {
  const { context, close } = await launchWithTabs(path);
  try {
    const opened = await openWatched(context, url);
    await opened.traffic.quiet(1_500);
    await opened.page.evaluate(watchMutations);
    const visible = await watch(opened, forMs);
    await (await context.newPage()).bringToFront();
    // What had been sent before is not sent by a hidden tab.
    await wait(1_000);
    const hidden = await watch(opened, forMs);
    if (!hidden.hidden || visible.hidden) throw new Error("The tab was not hidden when it should be.");
    const others = visible.mutations.filter(({ isTime }) => !isTime);
    // Printed, since a number of changes does not say what to mend.
    for (const what of new Set(others.map((one) => one.what))) console.log(`  changed at rest: ${what}`);
    const group = `at rest, ${forMs / 1000} s each`;
    return [
      line(group, "polls of the list, visible", 0, [visible.polls]),
      line(group, "DOM mutations per unchanged poll", 1, [visible.mutations.length / visible.polls]),
      line(group, "of them neither that answer's time nor an age", 1, [others.length / visible.polls], {
        goal: atMost(0),
      }),
      line(group, "requests, hidden", 0, [hidden.requests], { goal: atMost(0) }),
    ];
  } finally {
    await close();
  }
}
