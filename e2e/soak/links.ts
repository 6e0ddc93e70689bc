import type { Browser } from "@playwright/test";
import { startGuardedStamp } from "../guardedStamp.ts";
import { LinkClock } from "../linkClock.ts";
import { NOON, Portal } from "../portal.ts";
import { startShapingProxy, type Link } from "../shapingProxy.ts";
import { startStampApp } from "../stampApp.ts";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

const NO_LIMIT: Link = { bitsPerSecond: null, roundTripMs: 0 };
const SATELLITE: Link = { bitsPerSecond: 1e6, roundTripMs: 600 };

/** Links by name; `away`: for the first two minutes of every five nothing gets through. */
const LINKS: Record<string, { link: Link; away?: true }> = {
  "no limit": { link: NO_LIMIT },
  "1 Mbit/s, 600 ms": { link: SATELLITE },
  "128 kbit/s, 2 s": { link: { bitsPerSecond: 128e3, roundTripMs: 2_000 } },
  "1 Mbit/s, 600 ms, away two minutes in five": { link: SATELLITE, away: true },
};

/** What a link costs, in simulated time, to a second. */
interface LinkFigures {
  /** From Use token to the rows, ms: the stamp's answers alone, since the page's files were there before. */
  rowsMs: number;
  /** From the job's end at the stamp to Succeeded on the page, ms. */
  succeededMs: number;
  /** Both ways, in an hour in which nothing runs. */
  bytesAtRest: number;
  /** Requests that reached the stamp in that hour. */
  requestsAtRest: number;
}

async function measureLink(browser: Browser, { link, away }: (typeof LINKS)[string]): Promise<LinkFigures> {
  const context = await browser.newContext({ locale: "en-US" });
  const page = await context.newPage();
  const portal = new Portal(page);
  const clock = await LinkClock.install(page, NOON.getTime());
  const stamp = await startGuardedStamp(clock.now);
  const app = await startStampApp({ stamps: [{ ...stamp.entry, auth: { kind: "token" } }] });
  const target = Number(new URL(app.url).port);
  const proxy = await startShapingProxy({ target, link: NO_LIMIT, wait: clock.wait, now: clock.now });
  const begins = clock.now();
  const shape = () => {
    const isAway = away && (clock.now() - begins) % (5 * MINUTE) < 2 * MINUTE;
    proxy.fault = isAway ? { kind: "away" } : null;
  };
  /** Lets time pass until it is so; answers how long that took, ms. */
  const until = async (isSo: () => Promise<boolean>): Promise<number> => {
    const from = clock.now();
    await clock.letPassUntil(() => {
      shape();
      return isSo();
    }, HOUR);
    return clock.now() - from;
  };
  try {
    await page.goto(`http://127.0.0.1:${proxy.port}/`);
    const field = page.getByLabel("Bearer token");
    await clock.letPassUntil(() => field.isVisible(), MINUTE);
    await field.fill("opaque-token");
    proxy.link = link;
    shape();
    await page.getByRole("button", { name: "Use token" }).click();
    const rowsMs = await until(() => portal.newest.isVisible());

    const [up, down, seen] = [proxy.carried.up, proxy.carried.down, stamp.seen.length];
    const from = clock.now();
    await until(() => Promise.resolve(clock.now() >= from + HOUR));
    const bytesAtRest = proxy.carried.up - up + proxy.carried.down - down;
    const requestsAtRest = stamp.seen.length - seen;

    await until(() => portal.backupNow.isEnabled());
    await portal.startBackup();
    await until(() => portal.run.getByText("In progress").first().isVisible());
    const row = portal.rows.filter({ hasText: await portal.newest.getByRole("rowheader").innerText() });
    stamp.control({ jump: { before: "end", leadMs: 2 * MINUTE } });
    const endsAt = clock.now() + 2 * MINUTE;
    await until(() => row.getByText("Succeeded").isVisible());
    return { rowsMs, succeededMs: clock.now() - endsAt, bytesAtRest, requestsAtRest };
  } finally {
    await context.close();
    await Promise.all([proxy.close(), app.close(), stamp.close()]);
  }
}

/** The table of docs/soak.md "Links". */
export async function linksReport(browser: Browser): Promise<string> {
  const lines = ["| link | rows, s | Succeeded after the job's end, s | at rest, KB/h | requests/h |"];
  lines.push("| --- | --- | --- | --- | --- |");
  for (const [name, link] of Object.entries(LINKS)) {
    const { rowsMs, succeededMs, bytesAtRest, requestsAtRest } = await measureLink(browser, link);
    const kb = Math.round(bytesAtRest / 1024);
    lines.push(
      `| ${name} | ${Math.round(rowsMs / 1_000)} | ${Math.round(succeededMs / 1_000)} | ${kb} | ${requestsAtRest} |`,
    );
  }
  return lines.join("\n");
}
