import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import react from "@vitejs/plugin-react";
import { build, type InlineConfig } from "vite";
import { cacheControl, securityHeaders } from "../../.config/headers.ts";
import { siteFile, type Site } from "./server.ts";

const root = resolve(import.meta.dirname, "../..");

type Files = ReadonlyMap<string, string | Buffer>;

/** Builds into a folder of its own, so that a test run that builds dist/ meanwhile changes nothing here. */
async function buildFiles(config: InlineConfig): Promise<Files> {
  const folder = mkdtempSync(join(tmpdir(), "console-bench-"));
  try {
    process.env["NODE_ENV"] = "production";
    await build({
      logLevel: "warn",
      ...config,
      build: { ...config.build, outDir: folder, emptyOutDir: true },
    });
    return readFiles(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function readFiles(folder: string): Files {
  const names = readdirSync(folder, { recursive: true, encoding: "utf8" });
  const files = names.filter((name) => /\.\w+$/.test(name)).map((name) => name.replaceAll("\\", "/"));
  return new Map(files.map((name) => [`/${name}`, readFileSync(join(folder, name))]));
}

/** All pages have the console's headers: COOP alone moves a page into a new process, which is no difference between them. */
function siteOf(files: Files): Site {
  const headers = securityHeaders({ mocks: false });
  return new Map(
    [...files].map(([path, body]) => [
      path,
      siteFile(path, body, { ...headers, "Cache-Control": cacheControl(path) }),
    ]),
  );
}

/** The console's production build, made anew or taken from `folder`, in front of these stamps; and without src/early.ts. */
export async function productSites(
  stamps: unknown,
  folder: string | undefined,
): Promise<{ console: Site; consoleLate: Site }> {
  const built = folder === undefined ? await buildFiles({ root }) : readFiles(folder);
  const files = new Map([...built, ["/stamps.json", JSON.stringify(stamps)]]);
  const late = withoutEarly(String(files.get("/index.html")));
  return { console: siteOf(files), consoleLate: siteOf(new Map([...files, ["/index.html", late]])) };
}

/** The page as it would be built without .config/earlyScript.ts: its own script in place of the one that starts it. */
function withoutEarly(html: string): string {
  const early = /<script\b[^>]*\bdata-page="([^"]+)"[^>]*><\/script>/.exec(html);
  const preload = `<link rel="modulepreload" crossorigin href="${early?.[1]}">`;
  if (!early || !html.includes(preload)) throw new Error("The page does not start with src/early.ts.");
  return html
    .replace(early[0], "")
    .replace(preload, `<script type="module" crossorigin src="${early[1]}"></script>`);
}

/** The floor, built with the console's own settings. */
export async function floorSite(): Promise<Site> {
  const files = await buildFiles({
    root: join(import.meta.dirname, "floor"),
    configFile: false,
    plugins: [react()],
    build: {
      target: "baseline-widely-available",
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      reportCompressedSize: false,
      chunkSizeWarningLimit: 1000,
    },
  });
  return siteOf(files);
}
