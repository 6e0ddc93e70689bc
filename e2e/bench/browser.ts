import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium, type Browser, type BrowserContext, type CDPSession, type Page } from "@playwright/test";
import { findBrowser } from "../browser.ts";

const FLAGS = [
  ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
  "--disable-quic",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--no-first-run",
];

/** A Chromium that starts. Nothing is installed for a benchmark; `npm run test:e2e` brings one. */
export function browserPath(): string {
  const found = findBrowser({
    env: process.env,
    playwrightPath: chromium.executablePath(),
    canInstallPackages: false,
    output: (command, args) => {
      const { status, stdout } = spawnSync(command, args, { encoding: "utf8", timeout: 30_000 });
      return status === 0 ? stdout : undefined;
    },
    run: () => false,
    say: () => {},
  });
  if (found === undefined) throw new Error("No browser: set CHROMIUM_PATH, or run npm run test:e2e once.");
  // Playwright wants a full path where a shell would search.
  const folders = found.includes("/") ? [] : (process.env["PATH"] ?? "").split(":");
  return folders.map((folder) => join(folder, found)).find(existsSync) ?? found;
}

export function launch(executablePath: string): Promise<Browser> {
  return chromium.launch({ executablePath, args: FLAGS });
}

/** The links that pages are loaded over: bytes a second, and ms until an answer begins. */
export const LINKS = {
  usual: { throughput: 10e6 / 8, latency: 40 },
  thin: { throughput: 1e6 / 8, latency: 600 },
};
export type Link = (typeof LINKS)[keyof typeof LINKS];

/** Slows a page down, to a link and a processor four times as slow, and opens its protocol. */
export async function slowDown(page: Page, { throughput, latency }: Link = LINKS.usual): Promise<CDPSession> {
  const session = await page.context().newCDPSession(page);
  await session.send("Network.enable");
  // What other processes do on the machine meanwhile is not the page's time.
  await session.send("Performance.enable", { timeDomain: "threadTicks" });
  await session.send("Emulation.setCPUThrottlingRate", { rate: 4 });
  await session.send("Network.emulateNetworkConditions", {
    offline: false,
    latency,
    downloadThroughput: throughput,
    uploadThroughput: throughput,
  });
  return session;
}

/** A context as every page gets it: nothing cached, nothing stored. */
export function freshContext(browser: Browser): Promise<BrowserContext> {
  return browser.newContext({
    locale: "en-US",
    timezoneId: "America/Los_Angeles",
    viewport: { width: 1280, height: 900 },
  });
}

/** The main thread's own processor time in scripts since the page began, ms. */
export async function scriptMs(session: CDPSession): Promise<number> {
  const { metrics } = await session.send("Performance.getMetrics");
  return (metrics.find(({ name }) => name === "ScriptDuration")?.value ?? Number.NaN) * 1000;
}

/** JavaScript heap after a collection, MB. */
export async function heapOf(session: CDPSession): Promise<number> {
  await session.send("HeapProfiler.collectGarbage");
  const { usedSize } = await session.send("Runtime.getHeapUsage");
  return usedSize / 2 ** 20;
}

/**
 * A browser whose tabs can be hidden. Playwright emulates focus on every page it opens, which keeps all of them
 * visible for ever; a browser that it only connects to, without its defaults, switches tabs like anybody's: the tab
 * behind another one has document.hidden and is throttled.
 */
export async function launchWithTabs(
  executablePath: string,
): Promise<{ context: BrowserContext; close: () => Promise<void> }> {
  const profile = mkdtempSync(join(tmpdir(), "console-bench-profile-"));
  const child = spawn(
    executablePath,
    [
      ...FLAGS,
      "--headless",
      "--remote-debugging-port=0",
      "--window-size=1280,1000",
      `--user-data-dir=${profile}`,
    ],
    { stdio: ["ignore", "ignore", "pipe"] },
  );
  const exited = once(child, "exit");
  const stop = async () => {
    child.kill();
    await exited;
    // Its other processes may write a last line after it.
    rmSync(profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 300 });
  };
  try {
    let said = "";
    const endpoint = await new Promise<string>((done, fail) => {
      child.stderr.on("data", (chunk) => {
        said += String(chunk);
        const address = /ws:\/\/\S+/.exec(said)?.[0];
        if (address !== undefined) done(address);
      });
      child.on("exit", () => fail(new Error(`The browser did not start: ${said}`)));
    });
    const browser = await chromium.connectOverCDP(endpoint, { noDefaults: true });
    const [context] = browser.contexts();
    if (!context) throw new Error("The browser has no window.");
    return {
      context,
      close: async () => {
        // Asked to close, it ends its other processes too; browser.close() would only hang up.
        await (await browser.newBrowserCDPSession()).send("Browser.close");
        await stop();
      },
    };
  } catch (error) {
    await stop();
    throw error;
  }
}
