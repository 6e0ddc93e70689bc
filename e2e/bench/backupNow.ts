import type { Browser, Locator, Page } from "@playwright/test";
import { freshContext } from "./browser.ts";
import { atMost, line, type Line } from "./figures.ts";
import { type Feedback, feedbackTo } from "./probe.ts";
import type { BenchStamp } from "./stamp.ts";
import { openWatched } from "./visit.ts";

interface Answers {
  question: Feedback;
  start: Feedback;
}

/** How long a finger stays on the button of a mouse. */
const PRESS_MS = 60;

/**
 * Clicks as a hand does: the pointer is there before the button is pressed, and lets go a moment later. Everything in
 * one instant would count what the page does about hovering into the answer to the click.
 */
async function click(page: Page, button: Locator, selector: string): Promise<Feedback> {
  const box = await button.boundingBox();
  if (!box) throw new Error("The button is not on the page.");
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  await page.mouse.move(x, y);
  await page.evaluate(() => new Promise<void>((done) => window.bench.afterPaint(done)));
  const answer = page.evaluate(feedbackTo, selector);
  // Round trip: the listener is there before the click is.
  await page.evaluate(() => {});
  await page.mouse.click(x, y, { delay: PRESS_MS });
  return answer;
}

/** A start from the click on Backup now to the running backup, on a fresh page and an idle stamp. */
async function round(browser: Browser, url: string, stamp: BenchStamp): Promise<Answers> {
  stamp.reset(20);
  const context = await freshContext(browser);
  try {
    const { page, traffic } = await openWatched(context, url);
    await traffic.quiet(1_500);
    const question = await click(
      page,
      page.getByRole("button", { name: "Backup now" }),
      "[role=alertdialog]",
    );
    const start = await click(page, page.getByRole("button", { name: "Yes" }), '[aria-label="Backup run"]');
    await page.getByRole("region", { name: "Backup run" }).getByText("In progress").waitFor();
    return { question, start };
  } finally {
    await context.close();
    stamp.reset(20);
  }
}

/** How soon a person sees that a click was heard. */
export async function measureBackupNow(
  browser: Browser,
  url: string,
  stamp: BenchStamp,
  rounds: number,
): Promise<Line[]> {
  await round(browser, url, stamp);
  const done: Answers[] = [];
  for (let count = 0; count < rounds; count += 1) done.push(await round(browser, url, stamp));
  const to = (name: string, key: keyof Answers): Line[] => [
    line(
      "clicks",
      `${name}: painted, ms`,
      0,
      done.map((one) => one[key].paintedMs),
      { goal: atMost(50, " ms") },
    ),
    line(
      "clicks",
      `${name}: input delay, ms`,
      1,
      done.map((one) => one[key].inputDelayMs),
    ),
  ];
  return [...to("Backup now to its question", "question"), ...to("Yes to the run", "start")];
}
