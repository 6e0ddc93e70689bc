// `npm run test:e2e -- [arguments of playwright test]`: finds a browser, builds what is missing or older than its
// sources, and runs the browser tests.
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, statSync } from "node:fs";
import { createServer } from "node:net";
import { join, resolve } from "node:path";
import { chromium } from "@playwright/test";
import { runnerImport } from "vite";

const root = resolve(import.meta.dirname, "..");
const windows = process.platform === "win32";

function output(command, args) {
  const { status, stdout } = spawnSync(command, args, { encoding: "utf8", timeout: 30_000 });
  return status === 0 ? stdout : undefined;
}

function run(command, args, env = {}) {
  const { status } = spawnSync(command, args, {
    cwd: root,
    stdio: "inherit",
    env: { ...process.env, DEBIAN_FRONTEND: "noninteractive", ...env },
    shell: windows,
  });
  return status === 0;
}

/** The full path of a command, which Playwright wants where a shell would search. */
function absolute(command) {
  if (command.includes("/") || windows) return command;
  return (
    (process.env.PATH ?? "")
      .split(":")
      .map((folder) => join(folder, command))
      .find(existsSync) ?? command
  );
}

function newest(path) {
  const stats = statSync(path, { throwIfNoEntry: false });
  if (!stats?.isDirectory()) return stats?.mtimeMs ?? 0;
  return Math.max(0, ...readdirSync(path).map((name) => newest(join(path, name))));
}

/** Tests of an old build prove nothing about the sources beside it. */
function buildIfOld(folder, script) {
  const sources = ["src", "mocks", "public", ".config", "index.html", "vite.config.ts", "package-lock.json"];
  const builtAt = statSync(join(root, folder, "index.html"), { throwIfNoEntry: false })?.mtimeMs ?? 0;
  if (builtAt > Math.max(...sources.map((name) => newest(join(root, name))))) return;
  console.log(
    `e2e: ${folder}/ is ${builtAt === 0 ? "missing" : "older than its sources"}: npm run ${script}`,
  );
  if (!run("npm", ["run", "--silent", script])) process.exit(1);
}

/** A port that is free now, so that two checkouts can test at the same time. */
function freePort() {
  return new Promise((done, fail) => {
    const server = createServer().once("error", fail);
    server.listen(0, "127.0.0.1", () => {
      const { port } = server.address();
      server.close(() => done(port));
    });
  });
}

const { module } = await runnerImport(join(import.meta.dirname, "browser.ts"), { logLevel: "warn" });
const browser = module.findBrowser({
  env: process.env,
  playwrightPath: chromium.executablePath(),
  canInstallPackages: process.getuid?.() === 0 && existsSync("/usr/bin/apt-get"),
  output,
  run,
  say: console.log,
});
if (browser === undefined) {
  console.error("No browser: set CHROMIUM_PATH to a Chromium or Chrome that starts, then run this again.");
  process.exit(1);
}

buildIfOld("dist", "build");
buildIfOld("dist-demo", "build:demo");
const args = ["playwright", "test", "-c", "e2e/playwright.config.ts", ...process.argv.slice(2)];
const passed = run("npx", args, {
  CHROMIUM_PATH: absolute(browser),
  E2E_PORT: process.env.E2E_PORT ?? String(await freePort()),
});
process.exit(passed ? 0 : 1);
