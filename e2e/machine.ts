// The machine that the browser tests run on: its commands, its packages, its builds.
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, statSync } from "node:fs";
import { createServer } from "node:net";
import { join, resolve } from "node:path";

const root = resolve(import.meta.dirname, "..");

/** Root of a Debian or Ubuntu, who may install packages. */
export const canInstallPackages = process.getuid?.() === 0 && existsSync("/usr/bin/apt-get");

/** Runs a command to its end; its output, or nothing when it failed or does not exist. */
export function output(command: string, args: readonly string[]): string | undefined {
  const { status, stdout } = spawnSync(command, args, { encoding: "utf8", timeout: 30_000 });
  return status === 0 ? stdout : undefined;
}

/** Runs a command in the project's folder with its output on the screen; whether it succeeded. */
export function run(
  command: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): boolean {
  const { status } = spawnSync(command, args, {
    cwd: root,
    stdio: "inherit",
    env: { ...process.env, DEBIAN_FRONTEND: "noninteractive", ...env },
    shell: process.platform === "win32",
  });
  return status === 0;
}

/** Prints a line of its own among a reporter's. */
export function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

function newest(path: string): number {
  const stats = statSync(path, { throwIfNoEntry: false });
  if (!stats?.isDirectory()) return stats?.mtimeMs ?? 0;
  return Math.max(0, ...readdirSync(path).map((name) => newest(join(path, name))));
}

const SOURCES = ["src", "mocks", "public", ".config", "index.html", "vite.config.ts", "package-lock.json"];

/** Builds `folder` anew where it is missing or older than its sources, since tests of an old build prove nothing. */
function buildIfOld(folder: string, script: string): boolean {
  const builtAt = statSync(join(root, folder, "index.html"), { throwIfNoEntry: false })?.mtimeMs ?? 0;
  if (builtAt > Math.max(...SOURCES.map((name) => newest(join(root, name))))) return true;
  say(`e2e: ${folder}/ is ${builtAt === 0 ? "missing" : "older than its sources"}: npm run ${script}`);
  return run("npm", ["run", "--silent", script]);
}

/** Brings both builds up to date; false where one fails, which has then said why. */
export function buildWhatIsOld(): boolean {
  return buildIfOld("dist", "build") && buildIfOld("dist-demo", "build:demo");
}

/** A port that is free now, so that two checkouts can test at the same time. */
export function freePort(): Promise<number> {
  return new Promise((done, fail) => {
    const server = createServer().once("error", fail);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() =>
        typeof address === "object" && address ? done(address.port) : fail(new Error("No port")),
      );
    });
  });
}
