import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import type { Plugin } from "vite";

/** Maximum size of dist-demo/ on disk, in KB: docs/architecture.md "Budgets". */
export const DEMO_BUDGET_KB = 2304;

/** Bytes of all files below a folder. */
export function folderBytes(folder: string): number {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .reduce((bytes, entry) => bytes + statSync(join(entry.parentPath, entry.name)).size, 0);
}

/** A line about the demo's size, and whether it exceeds the budget. */
export function judgeDemo(bytes: number): { line: string; isBroken: boolean } {
  const kb = Math.ceil(bytes / 1024);
  const isBroken = kb > DEMO_BUDGET_KB;
  return { line: `dist-demo ${kb} KB of ${DEMO_BUDGET_KB} ${isBroken ? "BROKEN" : "ok"}`, isBroken };
}

/** Reports the demo's size at the end of its build, and fails the build over budget. */
export function demoBudgetPlugin(): Plugin {
  let folder = "";
  return {
    name: "demo-budget",
    apply: "build",
    enforce: "post",
    configResolved(config) {
      folder = config.build.outDir;
    },
    // After the files of public/ have been copied too.
    closeBundle: {
      order: "post",
      handler(error) {
        if (error) return;
        const { line, isBroken } = judgeDemo(folderBytes(folder));
        this.info(line);
        if (isBroken) this.error(`Over budget: ${line}`);
      },
    },
  };
}
