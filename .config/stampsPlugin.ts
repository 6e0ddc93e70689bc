import type { Connect, Plugin } from "vite";
import { createArmProxy } from "./armProxy.ts";
import { loadStampsFile, publicStamps, StampsFileError, type StampsFile } from "./stampsFile.ts";

/** Reads the file in STAMPS, or exits: there is nothing to serve, and a stack trace wouldn't help. */
export function stampsOrExit(file: string | undefined): StampsFile {
  try {
    if (!file) {
      throw new StampsFileError("STAMPS is not set. Start with STAMPS=path/to/stamps.json, see README.md.");
    }
    return loadStampsFile(file);
  } catch (error) {
    if (!(error instanceof StampsFileError)) throw error;
    console.error(error.message);
    process.exit(1);
  }
}

/**
 * Serves `/stamps.json` to the browser and forwards `/arm/<id>` to each stamp, in development and preview. Invalid
 * entries are reported on the console.
 */
export function stampsPlugin(file: StampsFile): Plugin {
  const body = JSON.stringify(publicStamps(file));
  const use = (middlewares: Connect.Server) => {
    for (const problem of file.problems) console.warn(`${problem}.`);
    if (file.problems.length > 0) console.warn("The other stamps are served.");
    middlewares.use((req, res, next) => {
      if (req.url?.replace(/\?.*$/, "") !== "/stamps.json") return next();
      res.writeHead(200, { "Content-Type": "application/json; charset=utf-8", "Cache-Control": "no-cache" });
      res.end(req.method === "HEAD" ? undefined : body);
    });
    middlewares.use(createArmProxy(file.stamps));
  };
  return {
    name: "stamps",
    configureServer: (server) => use(server.middlewares),
    configurePreviewServer: (server) => use(server.middlewares),
  };
}
