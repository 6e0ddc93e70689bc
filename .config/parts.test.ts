import { describe, expect, test } from "vitest";
import { build } from "vite";
import type { Bundle } from "./initialLoad.ts";
import { partFiles } from "./parts.ts";

const SOURCES: Record<string, string> = {
  "/index.html": `<script type="module" src="/main.js"></script>`,
  "/main.js": `import("/pane.js"); import("/msal.js"); document.title = "x";`,
  "/pane.js": `import "/pane.css"; document.title = "pane";`,
  "/pane.css": `p { color: red }`,
  "/msal.js": `import "/node_modules/@azure/msal-browser/index.js";`,
  "/node_modules/@azure/msal-browser/index.js": `document.title = "msal";`,
};

async function buildSources(): Promise<Bundle> {
  let seen: Bundle = {};
  await build({
    root: "/",
    configFile: false,
    logLevel: "silent",
    build: { write: false, rolldownOptions: { input: "/index.html" } },
    plugins: [
      {
        name: "sources",
        enforce: "pre",
        resolveId: (id) => (id in SOURCES ? id : null),
        load: (id) => SOURCES[id] ?? null,
        generateBundle: { order: "post", handler: (_options, bundle) => void (seen = { ...bundle }) },
      },
    ],
  });
  return seen;
}

describe("partFiles", () => {
  test("names what lazy parts need, without the first load and without rare parts", async () => {
    const names = partFiles(await buildSources());
    expect(names.map((name) => name.replace(/-[\w-]{8}\./, "."))).toEqual([
      "assets/pane.css",
      "assets/pane.js",
    ]);
  });
});
