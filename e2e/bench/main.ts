// `npm run bench -- [--quick] [--only <part>…] [--build <folder>]`: the console beside two floors, in one run.
// Figures to read, not a test: on a busy machine only the ratios mean anything.
import { mkdirSync, writeFileSync } from "node:fs";
import { cpus, loadavg } from "node:os";
import { resolve } from "node:path";
import { parseArgs } from "node:util";
import type { Browser } from "@playwright/test";
import { measureBackupNow } from "./backupNow.ts";
import { browserPath, launch } from "./browser.ts";
import { measureDemo } from "./demo.ts";
import type { Line } from "./figures.ts";
import { measureGrowth } from "./growth.ts";
import { measureIdle } from "./idle.ts";
import { isList } from "./list.ts";
import { measureLoad } from "./load.ts";
import { demoSite, productSite, reactFloorSite, staticFloorSite } from "./pages.ts";
import { missed, table } from "./report.ts";
import { type ServedPage, servePage, type Site } from "./server.ts";
import { measureSizes } from "./sizes.ts";
import { startStamp } from "./stamp.ts";

const PARTS = ["load", "idle", "backup-now", "sizes", "growth", "demo"] as const;
type Part = (typeof PARTS)[number];

const { values } = parseArgs({
  options: {
    /** One round, short idle times, few polls: to see that everything still measures. */
    quick: { type: "boolean", default: false },
    only: { type: "string", multiple: true, default: [...PARTS] },
    /** A production build to measure in place of a fresh one, to compare two of them. */
    build: { type: "string" },
  },
});
const unknown = values.only.filter((name) => !PARTS.some((part) => part === name));
if (unknown.length > 0) {
  console.error(`No part ${unknown.join(", ")}; there are ${PARTS.join(", ")}.`);
  process.exit(2);
}

const rounds = values.quick ? 1 : 5;
const load = () => (loadavg()[0] ?? 0).toFixed(1);
const startedAt = new Date();
const loadBefore = load();

const closers: (() => Promise<void> | void)[] = [];
try {
  const path = browserPath();
  const stamp = await startStamp();
  closers.push(stamp.close);
  const serve = async (site: Site): Promise<ServedPage> => {
    const served = await servePage(site, stamp);
    closers.push(served.close);
    return served;
  };
  stamp.reset(20);
  // A program of the command line: what it prints is its result.
  console.log("bench: building the pages");
  const product = await serve(await productSite(stamp.stamps, values.build));
  const floor = await serve(await reactFloorSite());
  const list: unknown = await (await fetch(new URL(stamp.listPath, product.url))).json();
  if (!isList(list) || list.value.length !== 20) throw new Error("The stamp does not list its 20 backups.");
  const plain = await serve(staticFloorSite(list));

  const pages = { plain: plain.url, floor: floor.url, console: product.url };
  // Each part has a browser of its own: what one leaves behind does not weigh on the next, nor take it along.
  const inBrowser = async (run: (browser: Browser) => Promise<Line[]>): Promise<Line[]> => {
    const browser = await launch(path);
    try {
      return await run(browser);
    } finally {
      await browser.close();
    }
  };
  const measure: Record<Part, () => Promise<Line[]>> = {
    load: () => inBrowser((browser) => measureLoad(browser, pages, rounds)),
    idle: () => measureIdle(path, pages, values.quick ? 35_000 : 95_000),
    "backup-now": () => inBrowser((browser) => measureBackupNow(browser, product.url, stamp, rounds)),
    sizes: () => inBrowser((browser) => measureSizes(browser, product.url, stamp, Math.min(rounds, 3))),
    growth: () => inBrowser((browser) => measureGrowth(browser, product.url, stamp, values.quick ? 50 : 500)),
    demo: async () => {
      const demo = await serve(await demoSite());
      return inBrowser((browser) => measureDemo(browser, demo, rounds));
    },
  };
  const lines: Line[] = [];
  const failed: string[] = [];
  for (const part of PARTS) {
    if (!values.only.includes(part)) continue;
    console.log(`bench: ${part}`);
    try {
      lines.push(...(await measure[part]()));
    } catch (error) {
      failed.push(`Not measured: ${part}: ${error instanceof Error ? error.message : String(error)}`);
      process.exitCode = 1;
    }
  }

  const machine =
    `Node ${process.version}, ${cpus().length} processors, ` +
    `load ${loadBefore} at the start and ${load()} at the end; CPU × 4, 10 Mbit/s, 40 ms; medians of ${rounds}`;
  console.log(
    `\n${machine}\nRatios are medians of the ratios within a round; ± is largest minus smallest.\n`,
  );
  console.log(table(lines));
  console.log(`\n${[...missed(lines), ...failed].join("\n") || "Every goal is met."}`);

  const file = resolve(import.meta.dirname, "../../test-results/bench.json");
  mkdirSync(resolve(file, ".."), { recursive: true });
  writeFileSync(file, `${JSON.stringify({ startedAt, machine, lines }, null, 2)}\n`);
} finally {
  for (const close of closers.toReversed()) await close();
}
