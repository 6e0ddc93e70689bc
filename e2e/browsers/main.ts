// `npm run test:browsers -- [--engine firefox|webkit] [--journey <part of its name>]`: the main journeys in Firefox and in
// WebKit, which are installed where that is possible. A browser that is not there is said in one line, and no failure.
import { existsSync } from "node:fs";
import { mkdir, rm, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { parseArgs } from "node:util";
import { buildWhatIsOld, canInstallPackages, output, run, say } from "../machine.ts";
import type { RunningEngine } from "./engine.ts";
import { findFirefox, findWebKit, type Found } from "./findEngines.ts";
import { startFirefox } from "./firefox.ts";
import { mockedJourneys, type Journey, type Setting } from "./journeys.ts";
import { Page } from "./page.ts";
import { productionJourneys } from "./productionJourneys.ts";
import { ownOrigin, serveDemo, type Served } from "./servers.ts";
import { startWebKit } from "./webkit.ts";

const JOURNEYS: Readonly<Record<string, Journey>> = { ...mockedJourneys, ...productionJourneys };
/** Far more than the longest takes; a browser that hangs must not hang the tests. */
const LONGEST_MS = 180_000;
/** The same for a picture, or the end of a tab. */
const SHORT_MS = 10_000;
const pictures = resolve(import.meta.dirname, "../../test-results/browsers");

// Told to stop, it takes its browsers along.
for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, () => process.exit(1));

const { values } = parseArgs({ options: { engine: { type: "string" }, journey: { type: "string" } } });
const journeys = Object.entries(JOURNEYS).filter(([name]) => name.includes(values.journey ?? ""));
const machine = { canInstallPackages, output, run, say, exists: existsSync };
const engines: readonly { name: string; find: () => Found<() => Promise<RunningEngine>> }[] = [
  { name: "Firefox", find: () => starting(findFirefox(machine), startFirefox) },
  { name: "WebKit", find: () => starting(findWebKit(machine), startWebKit) },
].filter(({ name }) => name.toLowerCase().includes(values.engine?.toLowerCase() ?? ""));

if (journeys.length === 0 || engines.length === 0) {
  say(`Nothing to run: engines are Firefox and WebKit; journeys are ${Object.keys(JOURNEYS).join("; ")}`);
  process.exit(2);
}
if (!buildWhatIsOld()) process.exit(1);
await rm(pictures, { recursive: true, force: true });

// Packages are installed one after the other; the browsers then run side by side.
const found = engines.map(({ name, find }) => ({ name, start: find() }));
const demo = await serveDemo();
const results = await Promise.all(
  found.map(async ({ name, start }) =>
    "found" in start
      ? walk(name, start.found, demo)
      : { line: `${name}: not tested: ${start.missing}`, passed: true },
  ),
);
await demo.close();
say(results.map(({ line }) => line).join(" · "));
process.exit(results.every(({ passed }) => passed) ? 0 : 1);

function starting<T>(
  found: Found<T>,
  start: (found: T) => Promise<RunningEngine>,
): Found<() => Promise<RunningEngine>> {
  return "found" in found ? { found: () => start(found.found) } : found;
}

interface Result {
  line: string;
  passed: boolean;
}

/** All journeys in one browser, one after the other. */
async function walk(name: string, start: () => Promise<RunningEngine>, served: Served): Promise<Result> {
  let engine: RunningEngine;
  try {
    engine = await start();
  } catch (error) {
    return { line: `${name}: not tested: does not start: ${firstLine(error)}`, passed: true };
  }
  const title = `${name} ${engine.version}`;
  const count = { passed: 0, failed: 0, skipped: 0 };
  let flaky = 0;
  for (const [journey, walked] of journeys) {
    const startedAt = Date.now();
    const took = () => `${((Date.now() - startedAt) / 1000).toFixed(1)} s`;
    const picture = join(pictures, slug(`${name}-${journey}`));
    let outcome = await walkOne(engine, served, walked, picture);
    // Once more, as Playwright's tests are in CI: a busy machine may be slower than the patience above. Told as flaky.
    // In a new browser, since the old one may have crashed.
    if (outcome.kind === "failed") {
      say(`again   ${title}: ${journey}\n${outcome.text}`);
      await within(SHORT_MS, engine.close()).catch(() => undefined);
      engine = await start();
      outcome = await walkOne(engine, served, walked, picture);
      if (outcome.kind === "passed") flaky++;
    }
    count[outcome.kind]++;
    const words = { passed: "ok", failed: "FAILED", skipped: "skipped" }[outcome.kind];
    say(`${words.padEnd(8)}${title}: ${journey} (${took()})${outcome.text ? `\n${outcome.text}` : ""}`);
  }
  await within(SHORT_MS, engine.close()).catch(() => undefined);
  const parts = [
    `${count.passed} journeys passed`,
    ...(flaky > 0 ? [`${flaky} of them flaky`] : []),
    ...(count.failed > 0 ? [`${count.failed} failed`] : []),
    ...(count.skipped > 0 ? [`${count.skipped} skipped`] : []),
  ];
  return { line: `${title}: ${parts.join(", ")}`, passed: count.failed === 0 };
}

async function walkOne(engine: RunningEngine, served: Served, journey: Journey, picture: string) {
  const pages: Page[] = [];
  const closers: (() => Promise<unknown>)[] = [];
  const origin = await ownOrigin(served);
  closers.push(() => origin.close());
  try {
    const setting: Setting = {
      demo: origin.url,
      newPage: async () => {
        const page = new Page(await engine.newTab());
        pages.push(page);
        return page;
      },
      defer: (close) => void closers.push(close),
    };
    const skipped = await within(LONGEST_MS, journey(setting));
    return skipped ? { kind: "skipped" as const, text: skipped } : { kind: "passed" as const, text: "" };
  } catch (error) {
    const kept = await keepPictures(pages, picture);
    return { kind: "failed" as const, text: [textOf(error), ...kept].join("\n") };
  } finally {
    for (const { tab } of pages) await within(SHORT_MS, tab.close()).catch(() => undefined);
    for (const close of closers.toReversed()) await close().catch(() => undefined);
  }
}

/** What comes of `work`, unless it takes too long. */
async function within<T>(spanMs: number, work: Promise<T>): Promise<T> {
  const over = new AbortController();
  const late = wait(spanMs, undefined, { signal: over.signal }).then(() => {
    throw new Error(`Not done after ${spanMs / 1000} s`);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    over.abort();
    late.catch(() => undefined);
  }
}

/** What each page showed at a failure; the paths. */
async function keepPictures(pages: readonly Page[], path: string): Promise<string[]> {
  await mkdir(pictures, { recursive: true });
  const kept: string[] = [];
  for (const [index, { tab }] of pages.entries()) {
    const file = `${path}${index === 0 ? "" : `-${index + 1}`}.png`;
    try {
      await writeFile(file, await within(SHORT_MS, tab.screenshot()));
      kept.push(file);
    } catch (error) {
      kept.push(`No picture: ${firstLine(error)}`);
    }
  }
  return kept;
}

function slug(text: string): string {
  return text.toLowerCase().replace(/[^a-z0-9]+/g, "-");
}

function firstLine(error: unknown): string {
  return String(error instanceof Error ? error.message || error.name : error).split("\n", 1)[0] ?? "";
}

/** An error with its place in these tests, and what caused it. */
function textOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const lines = (error.stack ?? error.message)
    .split("\n")
    .filter((line) => !/ at (?!.*e2e\/browsers)/.test(line));
  return [...lines, ...(error.cause === undefined ? [] : [`because of: ${firstLine(error.cause)}`])].join(
    "\n",
  );
}
