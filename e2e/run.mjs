// `npm run test:e2e -- [arguments of playwright test]`: finds a browser, builds what is missing or older than its
// sources, and runs the browser tests.
import { existsSync } from "node:fs";
import { join } from "node:path";
import { chromium } from "@playwright/test";
import { runnerImport } from "vite";

/** The full path of a command, which Playwright wants where a shell would search. */
function absolute(command) {
  if (command.includes("/") || process.platform === "win32") return command;
  return (
    (process.env.PATH ?? "")
      .split(":")
      .map((folder) => join(folder, command))
      .find(existsSync) ?? command
  );
}

async function imported(name) {
  const { module } = await runnerImport(join(import.meta.dirname, name), { logLevel: "warn" });
  return module;
}

const { findBrowser } = await imported("browser.ts");
const { buildWhatIsOld, canInstallPackages, freePort, output, run, say } = await imported("machine.ts");
const browser = findBrowser({
  env: process.env,
  playwrightPath: chromium.executablePath(),
  canInstallPackages,
  output,
  run,
  say,
});
if (browser === undefined) {
  console.error("No browser: set CHROMIUM_PATH to a Chromium or Chrome that starts, then run this again.");
  process.exit(1);
}

if (!buildWhatIsOld()) process.exit(1);
const args = ["playwright", "test", "-c", "e2e/playwright.config.ts", ...process.argv.slice(2)];
const passed = run("npx", args, {
  CHROMIUM_PATH: absolute(browser),
  E2E_PORT: process.env.E2E_PORT ?? String(await freePort()),
});
process.exit(passed ? 0 : 1);
