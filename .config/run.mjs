// Runs a TypeScript file of this repository: `node .config/run.mjs path/to/file.ts --its own --arguments`.
// Node 20 cannot strip types by itself, and Vite, which we have anyway, can. Imports made after the file's
// own top level are not transformed any more, so a script run this way imports statically.
import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { runnerImport } from "vite";

const [node, , file, ...args] = process.argv;
if (file === undefined || !existsSync(file)) {
  console.error(
    file === undefined ? "usage: node .config/run.mjs <file.ts> [arguments]" : `No such file: ${file}`,
  );
  process.exit(2);
}
const path = resolve(file);
process.argv = [node ?? process.execPath, path, ...args];
await runnerImport(path, { logLevel: "warn" });
