import type { Browser, CDPSession } from "@playwright/test";
import { freshContext, heapOf } from "./browser.ts";
import { atMost, line, type Line } from "./figures.ts";
import { type HeapKinds, heapKinds } from "./heapKinds.ts";
import { watchPage } from "./probe.ts";
import type { BenchStamp } from "./stamp.ts";
import { Traffic } from "./traffic.ts";

const POLL_MS = 30_000;
const SAMPLES = 10;

interface Sample {
  heapKb: number;
  nodes: number;
  listeners: number;
}

async function sample(session: CDPSession): Promise<Sample> {
  // What a collection frees may hold what the next one frees.
  await heapOf(session);
  const heapKb = (await heapOf(session)) * 1024;
  const { nodes, jsEventListeners } = await session.send("Memory.getDOMCounters");
  return { heapKb, nodes, listeners: jsEventListeners };
}

/** Lets the page poll so many times on a clock of its own, the stamp's time going along, and looks at its memory. */
export async function measureGrowth(
  browser: Browser,
  url: string,
  stamp: BenchStamp,
  polls: number,
): Promise<Line[]> {
  stamp.reset(20);
  const context = await freshContext(browser);
  try {
    const page = await context.newPage();
    const session = await context.newCDPSession(page);
    await session.send("Network.enable");
    const traffic = new Traffic(session);
    await watchPage(page);
    await page.clock.install({ time: Date.now() });
    await page.goto(url);
    await page.getByRole("grid").getByRole("row").nth(14).waitFor();
    await traffic.quiet(1_500);
    const samples: Sample[] = [];
    let kindsBefore: HeapKinds | null = null;
    const asked = () => traffic.toStamp(0).filter(({ url: one }) => /\/backups\?/.test(one)).length;
    const first = asked();
    const every = Math.max(1, Math.floor(polls / SAMPLES));
    for (let poll = 1; poll <= polls; poll += 1) {
      stamp.putForward(POLL_MS);
      await page.clock.runFor(POLL_MS);
      await traffic.quiet(30);
      if (poll % every !== 0) continue;
      samples.push(await sample(session));
      kindsBefore ??= await heapKinds(session);
    }
    const kinds = await heapKinds(session);
    const done = asked() - first;
    const [warm, last] = [samples[0], samples.at(-1)];
    if (!warm || !last || !kindsBefore) throw new Error("No sample was taken.");
    const group = `${polls} polls (${done} list requests)`;
    const grown = line(group, `heap growth after the first ${every}, KB`, [last.heapKb - warm.heapKb], 0);
    const code = line(group, "of it code that the engine compiled, KB", [kinds.code - kindsBefore.code], 0);
    const held = line(group, "of it what the page holds, KB", [kinds.held - kindsBefore.held], 0);
    const nodes = line(group, "growth of DOM nodes", [last.nodes - warm.nodes], 0);
    const listeners = line(group, "growth of listeners", [last.listeners - warm.listeners], 0);
    // Printed one by one: whether growth goes on or flattens is not to be seen in a single figure.
    for (const one of samples) {
      console.log(`  heap ${one.heapKb.toFixed(0)} KB, ${one.nodes} nodes, ${one.listeners} listeners`);
    }
    return [
      grown,
      code,
      // Caches of the engine itself come and go within this.
      { ...held, goals: [atMost(held.console, 100, " KB")] },
      { ...nodes, goals: [atMost(nodes.console, 0, "")] },
      { ...listeners, goals: [atMost(listeners.console, 0, "")] },
    ];
  } finally {
    await context.close();
    stamp.reset(20);
  }
}
