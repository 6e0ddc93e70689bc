// `npm run soak -- [week|consoles|links] [--days <n>] [--awake <hours of each day>]`: two tabs left open for a week of
// simulated time, fifty consoles on one stamp, or what a thin link costs.
// Figures to read, not a test; e2e/soak.e2e.ts is the short version that fails.
import { parseArgs } from "node:util";
import { browserPath, launch } from "../bench/browser.ts";
import { consolesReport } from "./consolesReport.ts";
import { linksReport } from "./links.ts";
import { soakReport } from "./report.ts";
import { runSoak } from "./week.ts";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    days: { type: "string", default: "7" },
    awake: { type: "string", default: "16" },
  },
});

const [part = "week"] = positionals;
if (part === "week") await week();
// A program of the command line: the reports that it prints are its result.
else if (part === "consoles") console.log(await consolesReport());
else if (part === "links") await links();
else {
  console.error(`No part ${part}; there are week, consoles and links.`);
  process.exitCode = 2;
}

async function week(): Promise<void> {
  const browser = await launch(browserPath());
  try {
    const startedAt = Date.now();
    const result = await runSoak(browser, {
      days: Number(values.days),
      awakeHours: Number(values.awake),
      // A week takes an hour: how far it is.
      say: (line) => console.log(`${((Date.now() - startedAt) / 60_000).toFixed(1)} min: ${line}`),
    });
    // The result, as above.
    console.log(`\n${soakReport(result)}`);
  } finally {
    await browser.close();
  }
}

async function links(): Promise<void> {
  const browser = await launch(browserPath());
  try {
    // The result, as above.
    console.log(await linksReport(browser));
  } finally {
    await browser.close();
  }
}
