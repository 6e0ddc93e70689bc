import type { Logger, Plugin } from "vite";
import {
  type Bundle,
  chunkClosure,
  initialLoad,
  linkedFiles,
  type LoadedFile,
  weightByPackage,
} from "./initialLoad.ts";

/** Budgets of the first load in KB (1024 bytes) of brotli: docs/architecture.md "Budgets". */
export const BUDGET = { js: 145, everything: 155 };

const KB = 1024;
const kb = (bytes: number): string => (bytes / KB).toFixed(1).padStart(7);

function sum(files: readonly LoadedFile[]): number {
  return files.reduce((bytes, file) => bytes + file.bytes, 0);
}

/** Compares sizes with budgets: one line each, and which are exceeded. */
export function judge(files: readonly LoadedFile[], budget = BUDGET): { lines: string[]; broken: string[] } {
  const rows = [
    { name: "initial JS", bytes: sum(files.filter(({ kind }) => kind === "js")), limit: budget.js },
    { name: "everything initial", bytes: sum(files), limit: budget.everything },
  ];
  return {
    lines: rows.map(
      ({ name, bytes, limit }) =>
        `${name.padEnd(34)}${kb(bytes)} KB of ${limit} ${bytes > limit * KB ? "BROKEN" : "ok"}`,
    ),
    broken: rows
      .filter(({ bytes, limit }) => bytes > limit * KB)
      .map(
        ({ name, bytes, limit }) => `${name} is ${kb(bytes).trim()} KB of brotli, its budget is ${limit} KB`,
      ),
  };
}

/** The whole report: packages, files, budgets. `rows` limits how many packages are listed. */
export function sizeReport(bundle: Bundle, publicDir: string, rows = Infinity) {
  const files = initialLoad(bundle, publicDir);
  const html = bundle["index.html"];
  const chunks = html?.type === "asset" ? chunkClosure(bundle, linkedFiles(String(html.source))) : [];
  const weights = weightByPackage(chunks);
  const rest = weights.slice(rows);
  const row = (name: string, minified: number, brotli: number) =>
    `${name.padEnd(34)}${kb(minified)}${kb(brotli)}`;
  const { lines, broken } = judge(files);
  return {
    text: [
      `${"initial JS by package".padEnd(34)}  min KB  br KB`,
      ...weights.slice(0, rows).map(({ name, minified, brotli }) => row(name, minified, brotli)),
      ...(rest.length === 0
        ? []
        : [
            row(
              `${rest.length} more (npm run size)`,
              rest.reduce((bytes, { minified }) => bytes + minified, 0),
              rest.reduce((bytes, { brotli }) => bytes + brotli, 0),
            ),
          ]),
      "",
      `${"initial files".padEnd(41)}  br KB`,
      ...files.map(({ name, bytes }) => `${name.padEnd(41)}${kb(bytes)}`),
      "",
      ...lines,
    ].join("\n"),
    broken,
  };
}

/** Reports sizes at the end of a production build, and fails it over budget. */
export function sizeBudgetPlugin(): Plugin {
  let publicDir = "";
  let logger: Logger | undefined;
  return {
    name: "size-budget",
    enforce: "post",
    configResolved(config) {
      ({ publicDir, logger } = config);
    },
    writeBundle: {
      order: "post",
      handler(_options, bundle) {
        const { text, broken } = sizeReport(bundle, publicDir, 12);
        logger?.info(`\n${text}`);
        if (broken.length > 0)
          this.error(`Over budget: ${broken.join("; ")}. What weighs what is listed above.`);
      },
    },
  };
}
