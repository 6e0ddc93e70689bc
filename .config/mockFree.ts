import { rm } from "node:fs/promises";
import { join } from "node:path";
import type { Plugin } from "vite";

/** The short path of a module that must not be in a production build; nothing for every other module. */
export function mockModule(id: string, root: string): string | undefined {
  const path = id.replaceAll("\\", "/");
  if (path.startsWith(`${root}/mocks/`)) return path.slice(root.length + 1);
  return /\/(node_modules\/(?:msw|@mswjs)\/.*)/.exec(path)?.[1];
}

/**
 * Keeps mocks out of a production build: fails it if a chunk contains one of their modules, and removes the
 * worker scripts that public/ has for mocked builds.
 */
export function mockFreePlugin(): Plugin {
  let root = "";
  return {
    name: "mock-free",
    configResolved(config) {
      root = config.root.replaceAll("\\", "/");
    },
    generateBundle(_options, bundle) {
      for (const file of Object.values(bundle)) {
        const modules = file.type === "chunk" ? Object.keys(file.modules) : [];
        const mock = modules.map((id) => mockModule(id, root)).find((id) => id !== undefined);
        if (mock !== undefined) this.error(`${mock} got into a production build, in ${file.fileName}.`);
      }
    },
    async writeBundle({ dir }) {
      if (dir === undefined) return;
      for (const worker of ["mockServiceWorker.js", "demoWorker.js"])
        await rm(join(dir, worker), { force: true });
    },
  };
}
