import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import type { Plugin } from "vite";

/** What dist-demo/ may weigh in all, in KB as it lies on a disk: docs/architecture.md "Budgets". */
export const DEMO_BUDGET_KB = 2304;

/** Bytes of all files below a folder. */
export function folderBytes(folder: string): number {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .reduce((bytes, entry) => bytes + statSync(join(entry.parentPath, entry.name)).size, 0);
}

/** The line about the demo's size, and whether it is over its budget. */
export function judgeDemo(bytes: number): { line: string; isBroken: boolean } {
  const kb = Math.ceil(bytes / 1024);
  const isBroken = kb > DEMO_BUDGET_KB;
  return { line: `dist-demo ${kb} KB of ${DEMO_BUDGET_KB} ${isBroken ? "BROKEN" : "ok"}`, isBroken };
}

/** Ends a build of the demo with its size, and fails it over its budget. */
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
