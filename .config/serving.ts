import type { AddressInfo } from "node:net";
import type { Connect, Plugin, PreviewServer, ViteDevServer } from "vite";
import { cacheControl, securityHeaders, type HeaderOptions } from "./headers.ts";

/** The port to listen on: PORT when it is set (0 picks a free one), the given one otherwise. */
export function portFromEnv(fallback: number): number {
  const text = process.env["PORT"];
  if (!text) return fallback;
  const port = Number(text);
  if (Number.isInteger(port) && port >= 0 && port < 65_536) return port;
  console.error(`PORT must be a number from 0 to 65535, not "${text}".`);
  process.exit(1);
}

/**
 * Prints the address for people and scripts: `http://localhost:5173/`, without colours inside. Vite would
 * print the address it is bound to, 127.0.0.1, which is another origin with other storage.
 */
export function printAddress(): Plugin {
  const print = (server: ViteDevServer | PreviewServer, host: string | boolean | undefined) => {
    const original = server.printUrls.bind(server);
    server.printUrls = () => {
      const address = server.httpServer?.address();
      if (host !== "127.0.0.1" || !isPort(address)) return original();
      server.config.logger.info(`  http://localhost:${address.port}/`);
    };
  };
  return {
    name: "print-address",
    configureServer: (server) => print(server, server.config.server.host),
    configurePreviewServer: (server) => print(server, server.config.preview.host),
  };
}

function isPort(address: AddressInfo | string | null | undefined): address is AddressInfo {
  return typeof address === "object" && address !== null;
}

/**
 * Sets security and cache headers on every answer of preview. A middleware rather than `preview.headers`, which
 * omits 404s and doesn't distinguish hashed assets from pages.
 */
export function previewHeaders(options: HeaderOptions): Plugin {
  const headers = Object.entries(securityHeaders(options));
  const setHeaders: Connect.NextHandleFunction = (req, res, next) => {
    for (const [name, value] of headers) res.setHeader(name, value);
    res.setHeader("Cache-Control", cacheControl(req.url ?? "/"));
    next();
  };
  return {
    name: "preview-headers",
    configurePreviewServer: (server) => {
      server.middlewares.use(setHeaders);
      // Runs when no file was found: a missing asset (an old page after a deployment) must not be kept for a year.
      return () =>
        server.middlewares.use((_req, res, next) => {
          res.setHeader("Cache-Control", "no-cache");
          next();
        });
    },
  };
}
