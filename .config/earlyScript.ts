import { createHash } from "node:crypto";
import { join } from "node:path";
import { build, type HtmlTagDescriptor, type Plugin } from "vite";

const ENTRY = "src/early.ts";

const PRELOAD: HtmlTagDescriptor = {
  tag: "link",
  // Matches the fetch in src/early.ts, and precedes that script; otherwise the file would be requested twice.
  attrs: { rel: "preload", href: "/stamps.json", as: "fetch", crossorigin: "" },
  injectTo: "head-prepend",
};

/**
 * Builds src/early.ts as a separate, self-contained file before the main script: a module shared
 * with that script would make it wait. In a build it also starts the main script. stamps.json, which it reads first, is
 * requested in parallel.
 */
export function earlyScript(): Plugin {
  let building = false;
  let root = "";
  let base = "/";
  let fileName = "";
  return {
    name: "early-script",
    configResolved(config) {
      building = config.command === "build";
      ({ root, base } = config);
    },
    async buildStart() {
      if (!building) return;
      const source = await bundled(join(root, ENTRY));
      fileName = `assets/early-${createHash("sha256").update(source).digest("hex").slice(0, 8)}.js`;
      this.emitFile({ type: "asset", fileName, source });
    },
    transformIndexHtml: {
      // After Vite has inserted the main script.
      order: "post",
      handler(html) {
        if (!building) return { html, tags: [PRELOAD, script({ type: "module", src: base + ENTRY })] };
        const found = PAGE_SCRIPT.exec(html);
        if (!found?.[1]) throw new Error("index.html has no script that src/early.ts could start.");
        const preload = `<link rel="modulepreload" crossorigin href="${found[1]}">`;
        // Not a module: modules run after the page is parsed; this one must run as soon as it arrives.
        const tags = [PRELOAD, script({ async: true, src: base + fileName, "data-page": found[1] })];
        return { html: html.replace(found[0], preload), tags };
      },
    },
  };
}

/** As Vite writes it. */
const PAGE_SCRIPT = /<script type="module" crossorigin src="([^"]+)"><\/script>/;

function script(attrs: Record<string, string | boolean>): HtmlTagDescriptor {
  return { tag: "script", attrs, injectTo: "head-prepend" };
}

async function bundled(entry: string): Promise<string> {
  const result = await build({
    configFile: false,
    logLevel: "warn",
    build: {
      write: false,
      target: "baseline-widely-available",
      modulePreload: false,
      reportCompressedSize: false,
      rolldownOptions: { input: entry, output: { format: "iife" } },
    },
  });
  const output = Array.isArray(result) || !("output" in result) ? [] : result.output;
  const [script, ...others] = output;
  if (script?.type !== "chunk" || others.length > 0)
    throw new Error(`${entry} must become one file, not ${output.length}.`);
  return script.code;
}
