// `npm run bench -- [--quick] [--only <part>…] [--build <folder>]`: the console beside its floor, in one run.
// Figures to read, not a test: on a busy machine only the ratios mean anything.
import { mkdirSync, writeFileSync } from "node:fs";
import { cpus, loadavg } from "node:os";
import { resolve } from "node:path";
import { parseArgs } from "node:util";
import type { Browser } from "@playwright/test";
import { measureBackupNow } from "./backupNow.ts";
import { browserPath, launch } from "./browser.ts";
import type { Line } from "./figures.ts";
import { measureIdle } from "./idle.ts";
import { measureLoad } from "./load.ts";
import { floorSite, productSites } from "./pages.ts";
import { missed, table } from "./report.ts";
import { servePage, type Site } from "./server.ts";
import { measureSizes } from "./sizes.ts";
import { startStamp } from "./stamp.ts";

const PARTS = ["load", "idle", "backup-now", "sizes"] as const;
type Part = (typeof PARTS)[number];

const { values } = parseArgs({
  options: {
    /** One round, short idle times: to see that everything still measures. */
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
  const serve = async (site: Site): Promise<string> => {
    const served = await servePage(site, stamp);
    closers.push(served.close);
    return served.url;
  };
  stamp.reset(20);
  // Said as it takes a while.
  console.log("bench: building the pages");
  const product = await productSites(stamp.stamps, values.build);
  const pages = {
    floor: await serve(await floorSite()),
    console: await serve(product.console),
    consoleLate: await serve(product.consoleLate),
  };
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
    idle: () => measureIdle(path, pages.console, values.quick ? 35_000 : 95_000),
    "backup-now": () => inBrowser((browser) => measureBackupNow(browser, pages.console, stamp, rounds)),
    sizes: () => inBrowser((browser) => measureSizes(browser, pages.console, stamp, Math.min(rounds, 3))),
  };
  const lines: Line[] = [];
  const failed: string[] = [];
  for (const part of PARTS) {
    if (!values.only.includes(part)) continue;
    // It runs for ten minutes: how far it is.
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
    `load ${loadBefore} at the start and ${load()} at the end; medians of ${rounds}; ` +
    `CPU × 4, 10 Mbit/s, 40 ms; slow link 1 Mbit/s, 600 ms`;
  const report = [
    `${machine}\nRatios are medians of the ratios within a round; ± is largest minus smallest.`,
    table(lines),
    [...missed(lines), ...failed].join("\n") || "Every goal is met.",
  ];
  // A program of the command line: what it prints is its result.
  console.log(`\n${report.join("\n\n")}`);

  const file = resolve(import.meta.dirname, "../../test-results/bench.json");
  mkdirSync(resolve(file, ".."), { recursive: true });
  writeFileSync(file, `${JSON.stringify({ startedAt, machine, lines }, null, 2)}\n`);
} finally {
  for (const close of closers.toReversed()) await close();
}
