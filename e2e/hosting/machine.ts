import { spawnSync } from "node:child_process";
import { existsSync, rmSync, writeFileSync } from "node:fs";
import type { Machine } from "./findNginx.ts";

/** Asked by Debian's package scripts before they start a service; 101 says no. */
const POLICY = "/usr/sbin/policy-rc.d";

function run(command: string, args: readonly string[]): boolean {
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  return spawnSync(command, args, { stdio: "inherit", env }).status === 0;
}

/** A policy that is there already is the owner's, and stays. */
function withoutServices<T>(work: () => T): T {
  if (existsSync(POLICY)) return work();
  writeFileSync(POLICY, "#!/bin/sh\nexit 101\n", { mode: 0o755 });
  try {
    return work();
  } finally {
    rmSync(POLICY);
  }
}

/** The machine that the tests run on. */
export const thisMachine: Machine = {
  canInstallPackages: process.getuid?.() === 0 && existsSync("/usr/bin/apt-get"),
  starts: (command, args) => spawnSync(command, args, { timeout: 30_000 }).status === 0,
  run,
  withoutServices,
  hasSystemd: existsSync("/run/systemd/system"),
  // On a line of its own among the reporter's.
  say: (line) => process.stdout.write(`${line}\n`),
};
