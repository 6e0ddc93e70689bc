import type { Plugin } from "vite";
import { type Bundle, chunkClosure, linkedFiles } from "./initialLoad.ts";

/** Parts that are rarely used and larger than all others: fetched on first use only. */
const RARE = /\/node_modules\/@azure\/msal-/;

/** Files of lazy parts that aren't in the first load, smallest first; without rarely used ones. */
export function partFiles(bundle: Bundle): string[] {
  const html = bundle["index.html"];
  const first = new Set(
    html?.type === "asset"
      ? chunkClosure(bundle, linkedFiles(String(html.source))).map((chunk) => chunk.fileName)
      : [],
  );
  const files = new Map<string, number>();
  for (const file of Object.values(bundle)) {
    if (file.type !== "chunk" || first.has(file.fileName)) continue;
    if (Object.keys(file.modules).some((id) => RARE.test(id.replaceAll("\\", "/")))) continue;
    files.set(file.fileName, file.code.length);
    for (const style of file.viteMetadata?.importedCss ?? []) files.set(style, 0);
  }
  return [...files].toSorted((a, b) => a[1] - b[1]).map(([name]) => name);
}

/** Writes parts.json: the files that `fetchPartsWhenIdle` fetches into the browser's cache. */
export function partsPlugin(): Plugin {
  return {
    name: "parts",
    apply: "build",
    enforce: "post",
    generateBundle: {
      order: "post",
      handler(_options, bundle) {
        this.emitFile({ type: "asset", fileName: "parts.json", source: JSON.stringify(partFiles(bundle)) });
      },
    },
  };
}
