import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import react from "@vitejs/plugin-react";
import { build, type InlineConfig } from "vite";
import { cacheControl, securityHeaders } from "../../.config/headers.ts";
import { cellsOf, COLUMNS, type List } from "./list.ts";
import { siteFile, type Site } from "./server.ts";

const root = resolve(import.meta.dirname, "../..");

/** Builds into a folder of its own, so that a test run that builds dist/ meanwhile changes nothing here. */
async function buildSite(config: InlineConfig, headers: Record<string, string>): Promise<Site> {
  const folder = mkdtempSync(join(tmpdir(), "console-bench-"));
  try {
    process.env["NODE_ENV"] = "production";
    await build({
      logLevel: "warn",
      ...config,
      build: { ...config.build, outDir: folder, emptyOutDir: true },
    });
    return readSite(folder, headers);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function readSite(folder: string, headers: Record<string, string>): Map<string, ReturnType<typeof siteFile>> {
  const names = readdirSync(folder, { recursive: true, encoding: "utf8" });
  const files = names.filter((name) => /\.\w+$/.test(name)).map((name) => `/${name.replaceAll("\\", "/")}`);
  return new Map(
    files.map((path) => [
      path,
      siteFile(path, readFileSync(join(folder, path)), { ...headers, "Cache-Control": cacheControl(path) }),
    ]),
  );
}

/** The console's production build, made anew or taken from `folder`, in front of these stamps. */
export async function productSite(stamps: unknown, folder: string | undefined): Promise<Site> {
  const headers = securityHeaders({ mocks: false });
  const site = folder === undefined ? await buildSite({ root }, headers) : readSite(folder, headers);
  return new Map([...site, ["/stamps.json", siteFile("/stamps.json", JSON.stringify(stamps), headers)]]);
}

/** The demo: the console with the simulator in the page. */
export function demoSite(): Promise<Site> {
  return buildSite({ root, mode: "demo" }, securityHeaders({ mocks: true }));
}

/**
 * The React floor, built with the console's own settings and served with its headers: COOP alone moves a page into a new
 * process, which is the deployment's doing and no difference between the two.
 */
export function reactFloorSite(): Promise<Site> {
  return buildSite(
    {
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
    },
    securityHeaders({ mocks: false }),
  );
}

const escape = (text: string): string => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");

/** The static floor: the same rows, written down. */
export function staticFloorSite(list: List): Site {
  const row = (cells: readonly string[], tag: "td" | "th") =>
    `<tr>${cells.map((cell) => `<${tag}>${escape(cell)}</${tag}>`).join("")}</tr>`;
  const page =
    `<!doctype html><html lang="en"><meta charset="utf-8"><title>The static floor</title><link rel="icon" href="data:,">` +
    `<table><thead>${row(COLUMNS, "th")}</thead><tbody>` +
    `${list.value.map((item) => row(cellsOf(item), "td")).join("")}</tbody></table></html>`;
  return new Map([["/index.html", siteFile("/index.html", page)]]);
}
