import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, constants } from "node:zlib";
import { minifySync, type Rolldown } from "vite";

/** A build, as Rolldown passes it to its final hooks. */
export type Bundle = Readonly<Record<string, Rolldown.OutputChunk | Rolldown.OutputAsset>>;

/** One file of the first load and its size as served, in bytes of brotli. */
export interface LoadedFile {
  name: string;
  kind: "js" | "css" | "html" | "fixed";
  bytes: number;
}

/** Brotli at its highest quality, as a deployment compresses static files. */
export function brotliBytes(content: string | Uint8Array): number {
  return brotliCompressSync(content, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;
}

function attribute(tag: string, name: string): string | undefined {
  return new RegExp(`\\s${name}=["']?([^"'\\s>]+)`, "i").exec(tag)?.[1];
}

/** What a page requests on its own: scripts, style sheets, preloads and icons, as file names in the build. */
export function linkedFiles(html: string): string[] {
  const links = [...html.matchAll(/<(?:script|link)\b[^>]*>/gi)].map(([tag]) => {
    const href = attribute(tag, /^<script/i.test(tag) ? "src" : "href");
    // A prefetch waits until the page is idle; it is not part of the first load.
    return attribute(tag, "rel") === "prefetch" ? undefined : href;
  });
  const own = links.filter((href) => href !== undefined && !/^(?:[a-z]+:|\/\/)/i.test(href));
  return [
    ...new Set(
      own.map((href) =>
        String(href)
          .replace(/^\.?\//, "")
          .replace(/[?#].*$/, ""),
      ),
    ),
  ];
}

/** The chunks that `names` import statically, including themselves. */
export function chunkClosure(bundle: Bundle, names: Iterable<string>): Rolldown.OutputChunk[] {
  const chunks = new Map<string, Rolldown.OutputChunk>();
  const visit = (name: string): void => {
    const file = bundle[name];
    if (file?.type !== "chunk" || chunks.has(name)) return;
    chunks.set(name, file);
    for (const imported of file.imports) visit(imported);
  };
  for (const name of names) visit(name);
  return [...chunks.values()];
}

// Fetched by the page before its rows can show, with the same content for everybody.
const FIXED = ["stamps.json"];

/** File names of the page and of everything it requests before the first rows can show. */
function firstNames(bundle: Bundle): string[] {
  const html = bundle["index.html"];
  if (html?.type !== "asset") throw new Error("The build has no index.html.");
  const linked = linkedFiles(String(html.source));
  const chunks = chunkClosure(bundle, linked);
  const styles = chunks.flatMap((chunk) => [...(chunk.viteMetadata?.importedCss ?? [])]);
  return [...new Set(["index.html", ...chunks.map(({ fileName }) => fileName), ...linked, ...styles])];
}

const KINDS: Readonly<Record<string, LoadedFile["kind"]>> = { js: "js", css: "css", html: "html" };

/** Every file requested before the first rows can show, except the stamp's answers. */
export function initialLoad(bundle: Bundle, publicDir: string): LoadedFile[] {
  return [...new Set([...firstNames(bundle), ...FIXED])].flatMap((name): LoadedFile[] => {
    const kind = KINDS[name.split(".").at(-1) ?? ""] ?? "fixed";
    const file = bundle[name];
    if (file) return [{ name, kind, bytes: brotliBytes(file.type === "chunk" ? file.code : file.source) }];
    const path = join(publicDir, name);
    return existsSync(path) ? [{ name, kind, bytes: brotliBytes(readFileSync(path)) }] : [];
  });
}

/** The npm package a module belongs to; "src" for ours, "(build)" for what the bundler adds. */
export function packageOf(id: string): string {
  const path = id.replaceAll("\\", "/");
  const inside = /.*\/node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path)?.[1];
  if (inside !== undefined) return inside;
  return path.startsWith("\0") || path.startsWith("/__") || path.startsWith("rolldown:") ? "(build)" : "src";
}

/** Bytes of a module after minifying, so that comments don't count. */
function minifiedLength(id: string, { code, renderedLength }: Rolldown.RenderedModule): number {
  if (!code) return renderedLength;
  const small = minifySync(`${id}.js`, code, {
    compress: false,
    mangle: true,
    codegen: { removeWhitespace: true },
  });
  return small.errors.length > 0 ? renderedLength : small.code.length;
}

/** Each package's part of some chunks, largest first: minified bytes, and its share of the compressed ones. */
export function weightByPackage(chunks: readonly Rolldown.OutputChunk[]) {
  const weights = new Map<string, { minified: number; brotli: number }>();
  for (const chunk of chunks) {
    const modules = Object.entries(chunk.modules).map(([id, module]) => ({
      id,
      length: minifiedLength(id, module),
    }));
    const total = modules.reduce((sum, { length }) => sum + length, 0);
    const compressed = brotliBytes(chunk.code);
    for (const { id, length } of modules) {
      const name = packageOf(id);
      const { minified, brotli } = weights.get(name) ?? { minified: 0, brotli: 0 };
      // Brotli has no sizes per module; the share of the minified code is an estimate.
      const share = total === 0 ? 0 : length / total;
      weights.set(name, {
        minified: minified + share * chunk.code.length,
        brotli: brotli + share * compressed,
      });
    }
  }
  return [...weights]
    .map(([name, weight]) => ({ name, ...weight }))
    .toSorted((a, b) => b.minified - a.minified);
}
