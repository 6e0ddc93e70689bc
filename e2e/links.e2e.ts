import type { Locator } from "@playwright/test";
import { startGuardedStamp, type GuardedStamp } from "./guardedStamp.ts";
import { LinkClock } from "./linkClock.ts";
import { expect, NOON, type Portal } from "./portal.ts";
import { test as base } from "./servedStamps.ts";
import { startShapingProxy, type Link, type ShapingProxy } from "./shapingProxy.ts";
import { posts } from "./signedIn.ts";

const MINUTE = 60_000;
const NO_LINK: Link = { bitsPerSecond: null, roundTripMs: 0 };
const SATELLITE: Link = { bitsPerSecond: 1e6, roundTripMs: 600 };
const MODEM: Link = { bitsPerSecond: 128e3, roundTripMs: 2_000 };

interface Fixtures {
  clock: LinkClock;
  stamp: GuardedStamp;
  /** Opens the production build, signs in over the link, and waits for the rows. */
  open: (link: Link) => Promise<ShapingProxy>;
}

const test = base.extend<Fixtures>({
  clock: async ({ page }, use) => use(await LinkClock.install(page, NOON.getTime())),
  stamp: async ({ clock }, use) => {
    const stamp = await startGuardedStamp(clock.now);
    await use(stamp);
    await stamp.close();
  },
  open: async ({ page, clock, stamp, serve, portal }, use) => {
    const links: ShapingProxy[] = [];
    await use(async (link) => {
      const url = new URL(await serve([{ ...stamp.entry, auth: { kind: "token" } }]));
      const { wait, now } = clock;
      const proxy = await startShapingProxy({ target: Number(url.port), link: NO_LINK, wait, now });
      links.push(proxy);
      await page.goto(`http://127.0.0.1:${proxy.port}/`);
      const field = page.getByLabel("Bearer token");
      await clock.letPassUntil(() => field.isVisible(), MINUTE);
      await field.fill("opaque-token");
      // The page's own files are the benchmark's; from here on everything comes over the link.
      proxy.link = link;
      await page.getByRole("button", { name: "Use token" }).click();
      await clock.letPassUntil(() => portal.newest.isVisible(), MINUTE);
      await expect(portal.newest).toContainText("Succeeded");
      return proxy;
    });
    await Promise.all(links.map((link) => link.close()));
  },
});

const noConnection = (portal: Portal): Locator => portal.page.getByText("No connection to Redmond");

for (const [name, link] of Object.entries({
  "1 Mbit/s with 600 ms": SATELLITE,
  "128 kbit/s with 2 s": MODEM,
})) {
  test(`over ${name} one press starts one backup, which is Succeeded when its job has ended`, async ({
    portal,
    clock,
    stamp,
    open,
  }) => {
    await open(link);
    await portal.startBackup();
    await clock.letPassUntil(() => portal.run.getByText("In progress").first().isVisible(), MINUTE);
    await expect(portal.run).toContainText("In progress");
    const id = await portal.newest.getByRole("rowheader").innerText();
    const row = portal.rows.filter({ hasText: id });
    stamp.control({ jump: { before: "end", leadMs: 2 * MINUTE } });
    await clock.letPassUntil(() => row.getByText("Finishing").isVisible(), MINUTE);
    await expect(row).toContainText("Finishing");
    await expect(row).not.toContainText("Succeeded");
    await clock.letPassUntil(() => row.getByText("Succeeded").isVisible(), 4 * MINUTE);
    await expect(row).toContainText("Succeeded");
    await expect(noConnection(portal)).toBeHidden();
    expect(posts(stamp)).toHaveLength(1);
  });
}

test("on a link that is away two minutes in every five a run is followed to its end, and every gap is told", async ({
  portal,
  clock,
  stamp,
  open,
}) => {
  const link = await open(SATELLITE);
  await portal.startBackup();
  await clock.letPassUntil(() => portal.run.getByText("In progress").first().isVisible(), MINUTE);
  const id = await portal.newest.getByRole("rowheader").innerText();
  const row = portal.rows.filter({ hasText: id });
  for (const jump of ["listed", "end"]) {
    link.fault = { kind: "away" };
    await clock.letPass(1 * MINUTE);
    stamp.control({ jump: { before: jump, leadMs: 0 } });
    await clock.letPass(1 * MINUTE);
    await expect(noConnection(portal)).toBeVisible();
    await expect(portal.page.getByText(/Last answer at .*; everything below is as of then/)).toBeVisible();
    // What happened at the stamp meanwhile is not known here.
    await expect(row).toContainText(jump === "listed" ? "In progress" : "Finishing");
    link.fault = null;
    await clock.letPass(3 * MINUTE);
    await expect(noConnection(portal)).toBeHidden();
    await expect(row).toContainText(jump === "listed" ? "Finishing" : "Succeeded");
  }
  expect(posts(stamp)).toHaveLength(1);
});

test("a link that breaks over the answer to Backup now sends nothing again, then or later", async ({
  portal,
  page,
  clock,
  stamp,
  open,
}) => {
  const link = await open(SATELLITE);
  link.fault = { kind: "reset", afterBytes: 20 };
  await portal.startBackup();
  const notice = page.getByText("A backup may have started");
  await clock.letPassUntil(() => notice.isVisible(), MINUTE);
  await expect(notice).toBeVisible();
  expect(posts(stamp)).toHaveLength(1);
  await clock.letPass(1 * MINUTE);
  link.fault = null;
  await clock.letPass(2 * MINUTE);
  await expect(notice).toBeHidden();
  await expect(portal.newest).toContainText("In progress");
  expect(posts(stamp)).toHaveLength(1);
});

test("answers cut short, reset, of a captive portal or silent for long leave the rows, with their age", async ({
  portal,
  page,
  clock,
  open,
}) => {
  const link = await open(SATELLITE);
  const rows = await portal.rows.allInnerTexts();
  for (const fault of [
    { kind: "cut", afterBytes: 3_000 },
    { kind: "reset", afterBytes: 3_000 },
    { kind: "captive" },
    { kind: "stall", afterBytes: 0, ms: 40_000 },
  ] as const) {
    link.fault = fault;
    await clock.letPassUntil(() => noConnection(portal).isVisible(), 2 * MINUTE);
    await expect(noConnection(portal), fault.kind).toBeVisible();
    await expect(page.getByText(/Last answer at .*; everything below is as of then/)).toBeVisible();
    expect(await portal.rows.count()).toBe(rows.length);
    link.fault = null;
    await clock.letPassUntil(() => noConnection(portal).isHidden(), 2 * MINUTE);
    await expect(noConnection(portal), fault.kind).toBeHidden();
  }
});
