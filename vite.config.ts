import { fileURLToPath } from "node:url";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";
import packageJson from "./package.json" with { type: "json" };
import { demoBudgetPlugin } from "./.config/demoBudget.ts";
import { earlyScript } from "./.config/earlyScript.ts";
import { inlineTokens } from "./.config/inlineTokens.ts";
import { mockFreePlugin } from "./.config/mockFree.ts";
import { portFromEnv, previewHeaders, printAddress } from "./.config/serving.ts";
import { partsPlugin } from "./.config/parts.ts";
import { sizeBudgetPlugin } from "./.config/sizeBudget.ts";
import { withoutComments } from "./.config/withoutComments.ts";
import { stampsOrExit, stampsPlugin } from "./.config/stampsPlugin.ts";

/**
 * Modes: `mock` (development on the simulator), `demo` (the same, built), `stamp` (development or preview in front of
 * real stamps) and `production`.
 */
export default defineConfig(({ mode, command, isPreview }) => {
  const mocks = mode === "mock" || mode === "demo";
  const stampsFile = mode === "stamp" && command === "serve" ? stampsOrExit(process.env["STAMPS"]) : null;
  const loginOrigins = (stampsFile?.stamps ?? []).flatMap(({ auth }) =>
    auth?.kind === "msal" ? [new URL(auth.authority).origin] : [],
  );
  const production = command === "build" && !mocks;
  // Builds are of production React whatever the shell says, and whatever Vite itself said while it ran our scripts.
  if (command === "build") process.env["NODE_ENV"] = "production";

  return {
    // Unknown paths are 404. With "spa" they would be 200 and HTML, also under a stamp's API; routes are in the hash.
    appType: "mpa",
    base: mode === "demo" ? "./" : "/",
    define: {
      "import.meta.env.VITE_MOCKS": JSON.stringify(String(mocks)),
      "import.meta.env.VITE_VERSION": JSON.stringify(packageJson.version),
    },
    resolve: mocks
      ? { alias: { "tough-cookie": fileURLToPath(new URL(".config/noCookies.ts", import.meta.url)) } }
      : {},
    plugins: [
      react(),
      inlineTokens(),
      withoutComments(),
      printAddress(),
      isPreview && previewHeaders({ mocks, loginOrigins }),
      stampsFile && stampsPlugin(stampsFile),
      !mocks && earlyScript(),
      partsPlugin(),
      mode === "demo" && demoBudgetPlugin(),
      production && [mockFreePlugin(), sizeBudgetPlugin()],
    ],
    // No CORS: a page of another origin has nothing to read here, least of all what a stamp answered.
    server: { host: "127.0.0.1", port: portFromEnv(5173), strictPort: true, cors: false },
    preview: { host: "127.0.0.1", port: portFromEnv(4173), strictPort: true, cors: false },
    build: {
      outDir: mode === "demo" ? "dist-demo" : "dist",
      target: "baseline-widely-available",
      // The policy allows no data: URLs but images, and a file of its own is cached by itself.
      assetsInlineLimit: 0,
      // Only styles are asked for ahead of a part: `fetchPartsWhenIdle` has its scripts in the cache, and the list of which
      // part needs which would be part of the first load.
      modulePreload: {
        polyfill: false,
        resolveDependencies: (_file, names) => names.filter((name) => name.endsWith(".css")),
      },
      sourcemap: false,
      reportCompressedSize: false,
      // The budget of our own is stricter, and fails.
      chunkSizeWarningLimit: 1000,
      // What the first load needs is one file, whatever lazy parts share with it: each further one is a request, and
      // compresses by itself (4 KB more).
      rolldownOptions: { output: { codeSplitting: { groups: [{ name: "initial", tags: ["$initial"] }] } } },
    },
    test: {
      environment: "node",
      // Properties and the model run thousands of cases; a busy machine takes its time over them.
      testTimeout: 60_000,
      include: ["src/**/*.test.{ts,tsx}", "mocks/**/*.test.ts", "e2e/**/*.test.ts", ".config/**/*.test.ts"],
    },
  };
});
