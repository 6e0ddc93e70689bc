import { resolve } from "node:path";
import { defineConfig } from "@playwright/test";

// e2e/run.mjs sets both; without it (an editor's test runner) Playwright's own browser and a fixed port serve.
const executablePath = process.env["CHROMIUM_PATH"];
const port = process.env["E2E_PORT"] ?? "5183";
const baseURL = `http://localhost:${port}/`;

export default defineConfig({
  testDir: ".",
  testMatch: "**/*.e2e.ts",
  outputDir: "../test-results",
  fullyParallel: true,
  workers: 2,
  // A test that does not pass the first time is listed as flaky, by name.
  retries: process.env["CI"] ? 2 : 1,
  forbidOnly: Boolean(process.env["CI"]),
  reporter: "list",
  // Time on the page is the installed clock's; this is only how long a busy machine may take over it.
  timeout: 240_000,
  expect: { timeout: 20_000 },
  use: {
    baseURL,
    locale: "en-US",
    timezoneId: "America/Los_Angeles",
    colorScheme: "dark",
    screenshot: "only-on-failure",
    // Not of every run: recording the rules that Griffel inserts by CSSOM doubles the time of each test.
    trace: "on-first-retry",
    launchOptions: {
      ...(executablePath ? { executablePath } : {}),
      args: [
        // Chromium refuses its sandbox to root, which is what containers run as.
        ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
        // A closed network must neither delay a page nor be called.
        "--disable-quic",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--no-first-run",
      ],
    },
  },
  // The mocked app, as built for anybody's static host. Tests of the production build start theirs: stampApp.ts.
  webServer: {
    command: "node node_modules/vite/bin/vite.js preview --mode demo",
    cwd: resolve(import.meta.dirname, ".."),
    env: { PORT: port },
    url: baseURL,
    reuseExistingServer: false,
    timeout: 30_000,
  },
});
