import type { Plugin } from "vite";
import { type Bundle, chunkClosure, linkedFiles } from "./initialLoad.ts";

/** Parts that most pages never use and that weigh more than all the others: fetched on first use only. */
const RARE = /\/node_modules\/@azure\/msal-/;

/** Files that lazy parts bring along and the first load does not have, smallest first; rare ones left out. */
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

/** Writes parts.json: what `fetchPartsWhenIdle` brings into the browser's cache before it is used. */
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
