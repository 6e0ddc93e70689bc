import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build, type Plugin } from "vite";
import { afterAll, describe, expect, test } from "vitest";
import { linkedFiles, packageOf } from "./initialLoad.ts";
import { mockFreePlugin, mockModule } from "./mockFree.ts";
import { BUDGET, judge, sizeBudgetPlugin } from "./sizeBudget.ts";

test("the first load is what the page links by itself, not what it prefetches or finds elsewhere", () => {
  const html = `
    <link rel="icon" href="./favicon.svg"><link rel=stylesheet href=/assets/a.css?v=1>
    <link rel="prefetch" href="/assets/later.js"><link rel="preload" as="fetch" href="/stamps.json" crossorigin>
    <script type="module" crossorigin src="/assets/a.js"></script><link rel="modulepreload" href="/assets/a.js">
    <a href="/docs">Docs</a><link rel="license" href="https://example.com/">`;
  expect(linkedFiles(html)).toEqual(["favicon.svg", "assets/a.css", "stamps.json", "assets/a.js"]);
});

test("a module belongs to its package, to us or to the bundler", () => {
  expect(packageOf("/x/node_modules/@fluentui/react-button/lib/index.js")).toBe("@fluentui/react-button");
  expect(packageOf("/x/node_modules/a/node_modules/react-dom/client.js")).toBe("react-dom");
  expect(packageOf("C:\\x\\node_modules\\react\\index.js")).toBe("react");
  expect(packageOf("/x/src/main.tsx")).toBe("src");
  expect(packageOf("\0vite/preload-helper.js")).toBe("(build)");
});

test("a budget is broken by the first byte above it", () => {
  const files = (js: number, css: number) => [
    { name: "a.js", kind: "js", bytes: js } as const,
    { name: "a.css", kind: "css", bytes: css } as const,
  ];
  const budget = { js: 2, everything: 3 };
  expect(judge(files(2048, 1024), budget).broken).toEqual([]);
  expect(judge(files(2049, 0), budget).broken).toEqual([
    "initial JS is 2.0 KB of brotli, its budget is 2 KB",
  ]);
  expect(judge(files(2048, 1025), budget).broken).toEqual([
    "everything initial is 3.0 KB of brotli, its budget is 3 KB",
  ]);
});

test("mocks and msw are recognized by where they lie", () => {
  expect(mockModule("/x/mocks/sim/facts.ts", "/x")).toBe("mocks/sim/facts.ts");
  expect(mockModule("/x/node_modules/msw/lib/index.js", "/x")).toBe("node_modules/msw/lib/index.js");
  expect(mockModule("/x/src/mocksAreFun.ts", "/x")).toBeUndefined();
});

describe("a build", () => {
  const root = realpathSync(mkdtempSync(join(tmpdir(), "console-build-")));
  afterAll(() => rmSync(root, { recursive: true }));
  writeFileSync(join(root, "index.html"), `<script type="module" src="/main.js"></script>`);

  const run = (main: string, plugin: Plugin) => {
    writeFileSync(join(root, "main.js"), main);
    return build({ root, configFile: false, logLevel: "silent", plugins: [plugin] });
  };

  test("fails over budget, and names the figures", async () => {
    // Digits that do not repeat are what brotli cannot shrink.
    const noise = Array.from({ length: 60_000 }, (_, i) => Math.sin(i).toString(36).slice(4, 9)).join("");
    await expect(run(`document.title = "${noise}";`, sizeBudgetPlugin())).rejects.toThrow(
      new RegExp(`Over budget: initial JS is \\d+\\.\\d KB of brotli, its budget is ${BUDGET.js} KB`),
    );
    await expect(run(`document.title = "small";`, sizeBudgetPlugin())).resolves.toBeDefined();
  });

  test("fails when a module of the mocks gets in", async () => {
    const mocks = join(root, "mocks");
    mkdirSync(mocks, { recursive: true });
    writeFileSync(join(mocks, "sim.js"), `document.title = "mock";`);
    await expect(run(`import "./mocks/sim.js";`, mockFreePlugin())).rejects.toThrow(
      /mocks\/sim\.js got into a production build/,
    );
  });
});
