import type { Browser } from "@playwright/test";
import { freshContext } from "./browser.ts";
import { atMost, line, type Line } from "./figures.ts";
import type { ServedPage } from "./server.ts";
import { openWatched } from "./visit.ts";

/** What the demo's first load takes, its service worker included, as its server saw it. */
export async function measureDemo(browser: Browser, served: ServedPage, rounds: number): Promise<Line[]> {
  const sizes: number[] = [];
  const rows: number[] = [];
  for (let count = 0; count < rounds; count += 1) {
    served.sent.splice(0);
    const context = await freshContext(browser);
    try {
      const { page } = await openWatched(context, served.url);
      sizes.push(served.sent.reduce((sum, { bytes }) => sum + bytes, 0) / 1024);
      rows.push(await page.evaluate(() => window.bench.rowsAt ?? Number.NaN));
    } finally {
      await context.close();
    }
  }
  const size = line("demo", "everything until the rows, KB", sizes, 1);
  return [{ ...size, goals: [atMost(size.console, 195, " KB")] }, line("demo", "rows visible, ms", rows, 0)];
}
