import type { Browser } from "@playwright/test";
import { freshContext } from "../bench/browser.ts";
import { startGuardedStamp, type GuardedStamp } from "../guardedStamp.ts";
import { isGoodToken, signToken } from "../openid/tokens.ts";
import { startStampApp } from "../stampApp.ts";
import { faultOfHour } from "./faults.ts";
import { LockStep } from "./lockStep.ts";
import { Tab, type Weight } from "./tab.ts";
import { askStamp, differences, falseClaims } from "./truth.ts";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
/** 2026-11-16, 12:00 in Los Angeles: a Monday. */
const STARTS_AT = Date.parse("2026-11-16T20:00:00Z");
const AUDIENCE = "https://adminmanagement.contoso.com/soak";
/** A page that may ask and has asked for its list no later than this is alive. */
const SILENT_MS = 2 * MINUTE;

const DAY_HOURS = 24;
/** In hour 1 of a day, hour 0 being noon, the clock of the browser's machine is so far off; ahead and behind in turn. */
const SKEW_MS = 2 * HOUR;
const TOKEN_AT_MINUTE = 3;
const FAULT_AT_MINUTE = 10;

export interface Soak {
  days: number;
  /** Hours of each day, from noon on, in which the machine is awake; it sleeps through the rest. */
  awakeHours: number;
  say: (line: string) => void;
}

/** How both tabs stand at the end of a day awake. */
export interface Day extends Weight {
  day: number;
  timers: number;
  storedBytes: number;
  /** Sent to the stamp by each tab, for each hour awake. */
  requestsPerHour: number[];
  /** Of them about jobs, both tabs together, in the whole day. */
  jobPolls: number;
}

export interface SoakResult {
  days: Day[];
  /** Hours in which a tab did not ask although it might. */
  silent: string[];
  /** Rows that said Succeeded while their job ran. */
  falseClaims: string[];
  /** At the end: rows that differ from the stamp's, and from a page that has just been opened. */
  differing: string[];
  rows: number;
  errors: string[];
  clicks: number;
  posts: number;
}

/** Two tabs of the production build before a simulated stamp, for days of simulated time. */
export async function runSoak(browser: Browser, { days, awakeHours, say }: Soak): Promise<SoakResult> {
  const context = await freshContext(browser);
  const clock = await LockStep.install(context, STARTS_AT);
  const stamp = await startGuardedStamp(clock.now);
  const app = await startStampApp({ stamps: [{ ...stamp.entry, auth: { kind: "token" } }] });
  stamp.accepts = (token) => isGoodToken(token, AUDIENCE, clock.now());
  const newToken = () =>
    signToken({ aud: AUDIENCE, exp: Math.floor((clock.now() + HOUR) / 1_000), iat: clock.now() });
  const result: SoakResult = {
    days: [],
    silent: [],
    falseClaims: [],
    differing: [],
    rows: 0,
    errors: [],
    clicks: 0,
    posts: 0,
  };
  try {
    clock.watch(stamp);
    const [first, second] = await clock.open(app.url);
    const tabs = [await Tab.watch(first, clock.now), await Tab.watch(second, clock.now)] as const;
    const signIn = async () => {
      for (const tab of tabs) await tab.signIn(newToken());
      await clock.pass(1_000);
    };
    await clock.pass(MINUTE);
    await signIn();
    for (let day = 1; day <= days; day += 1) {
      const before = tabs.map((tab) => tab.requests);
      const polledBefore = jobPolls(tabs);
      for (let hour = 0; hour < awakeHours; hour += 1) await passHour(hour, day);
      const timers = await Promise.all(tabs.map((tab) => tab.timers()));
      result.days.push({
        day,
        ...(await tabs[0].weigh()),
        timers: timers.reduce((sum, one) => sum + one, 0),
        storedBytes: await tabs[0].storedBytes(),
        requestsPerHour: tabs.map((tab, index) => (tab.requests - (before[index] ?? 0)) / awakeHours),
        jobPolls: jobPolls(tabs) - polledBefore,
      });
      say(`day ${day} of ${days}: ${JSON.stringify(result.days.at(-1))}`);
      if (awakeHours < DAY_HOURS) await clock.sleep((DAY_HOURS - awakeHours) * HOUR);
    }
    // The last night's backups have ended by now, and the tabs have had the time to hear of it.
    await signIn();
    await clock.pass(20 * MINUTE);
    const truth = await ask(stamp, newToken());
    const freshRows = await rowsOfFreshPage(browser, app.url, clock.now(), newToken());
    result.rows = truth.length;
    for (const [index, tab] of tabs.entries()) {
      const told = differences(await tab.rows(), truth).map((line) => `tab ${index + 1}: ${line}`);
      result.differing.push(...told);
      const texts = (await tab.rowTexts()).map(withoutAge);
      for (const [at, text] of freshRows.map(withoutAge).entries()) {
        if (texts[at] !== text)
          result.differing.push(`tab ${index + 1}: “${texts[at]}”, a fresh page “${text}”`);
      }
      result.errors.push(...tab.errors);
      result.posts += tab.posts;
    }
    return result;

    async function passHour(hour: number, day: number): Promise<void> {
      if (hour === 1) await clock.setSkew(day % 2 === 1 ? SKEW_MS : -SKEW_MS);
      if (hour === 2) await clock.setSkew(0);
      await clock.pass(TOKEN_AT_MINUTE * MINUTE);
      await signIn();
      await clock.pass((FAULT_AT_MINUTE - TOKEN_AT_MINUTE) * MINUTE);
      stamp.control({ clearFaults: true, fault: faultOfHour(day * DAY_HOURS + hour, clock.now()) });
      await clock.pass(20 * MINUTE);
      if (hour === 0) {
        await tabs[0].portal.startBackup();
        result.clicks += 1;
      }
      await clock.pass(25 * MINUTE);
      const where = (index: number) => `day ${day}, hour ${hour}, tab ${index + 1}`;
      const truth = await ask(stamp, newToken());
      for (const [index, tab] of tabs.entries()) {
        if (tab.silentMs > SILENT_MS) result.silent.push(`${where(index)}: ${tab.silentMs / MINUTE} min`);
        for (const claim of falseClaims(await tab.rows(), truth))
          result.falseClaims.push(`${where(index)}: ${claim}`);
      }
      await clock.pass(5 * MINUTE);
    }
  } finally {
    await context.close();
    await app.close();
    await stamp.close();
  }
}

function jobPolls(tabs: readonly Tab[]): number {
  return tabs.reduce((sum, { asked }) => sum + (asked.get("operation") ?? 0), 0);
}

/** Ages follow a beat of half a minute, which each page has to itself. */
function withoutAge(text: string): string {
  return text.replaceAll(/(?: ?\d+ (?:d|h|min|s)\b)+ ago/g, "");
}

/** What a page says that is opened now, in a profile of its own. */
async function rowsOfFreshPage(browser: Browser, url: string, now: number, token: string): Promise<string[]> {
  const context = await freshContext(browser);
  await context.clock.install({ time: now });
  const page = await context.newPage();
  const tab = await Tab.watch(page, () => now);
  await page.goto(url);
  await tab.signIn(token);
  await tab.portal.newest.waitFor();
  await tab.portal.countRows();
  const texts = await tab.rowTexts();
  await context.close();
  return texts;
}

function ask(stamp: GuardedStamp, token: string) {
  const { subscriptionId, region, apiVersion } = stamp.entry;
  const location = `/subscriptions/${String(subscriptionId)}/resourceGroups/system.${String(region)}/providers/Microsoft.Backup.Admin/backupLocations/${String(region)}`;
  return askStamp((path) =>
    fetch(`${stamp.endpoint}${location}/${path}?api-version=${String(apiVersion)}`, {
      headers: { Authorization: `Bearer ${token}` },
    }),
  );
}
