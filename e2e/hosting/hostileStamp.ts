import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";

const SCRIPT = `document.title = "ran as " + origin + " and read " + localStorage.getItem("secret");`;
// A file beside the page: the console's own policy lets no inline script run, and scripts of its own origin do.
const PAGE = `<!doctype html><title>harmless</title><script src="evil.js"></script>`;

/** Paths below the stamp and the type that it says they have; each runs the stamp's script where it is opened as what it is. */
export const TRAPS: Readonly<Record<string, { type: string | undefined; body: string }>> = {
  "/evil.html": { type: "text/html", body: PAGE },
  "/untyped": { type: undefined, body: PAGE },
  "/xhtml": {
    type: "application/xhtml+xml",
    body: `<html xmlns="http://www.w3.org/1999/xhtml"><head><title>harmless</title><script src="evil.js"></script></head></html>`,
  },
  "/picture.svg": {
    type: "image/svg+xml",
    body: `<svg xmlns="http://www.w3.org/2000/svg"><script href="evil.js"/></svg>`,
  },
  "/two-types": { type: "application/json, text/html", body: PAGE },
};

/** Headers by which a stamp would speak for the console's origin, or to the proxy. */
export const CLAIMS: Readonly<Record<string, string>> = {
  "Access-Control-Allow-Origin": "*",
  "Alt-Svc": 'h3="evil.example.com:443"',
  "Clear-Site-Data": '"*"',
  "Content-Disposition": 'attachment; filename="update.exe"',
  "Content-Security-Policy": "default-src * 'unsafe-inline'",
  "Content-Security-Policy-Report-Only": "default-src 'none'; report-uri https://evil.example.com/",
  "Cross-Origin-Embedder-Policy": "require-corp",
  "Cross-Origin-Opener-Policy": "unsafe-none",
  "Cross-Origin-Resource-Policy": "cross-origin",
  Link: "<https://evil.example.com/x.js>; rel=preload; as=script",
  NEL: '{"report_to":"evil","max_age":99999}',
  "Origin-Agent-Cluster": "?0",
  "Permissions-Policy": "camera=*",
  "Proxy-Authenticate": "Basic",
  "Referrer-Policy": "unsafe-url",
  Refresh: "0; url=https://evil.example.com/",
  "Report-To": '{"group":"evil","max_age":99999,"endpoints":[{"url":"https://evil.example.com/"}]}',
  "Reporting-Endpoints": 'default="https://evil.example.com/"',
  "Service-Worker-Allowed": "/",
  "Set-Cookie": "a=b",
  SourceMap: "https://evil.example.com/map",
  "Speculation-Rules": '"/arm/redmond/rules.json"',
  "Strict-Transport-Security": "max-age=0",
  "Timing-Allow-Origin": "*",
  "WWW-Authenticate": "Basic",
  "X-Content-Type-Options": "sniff",
  "X-Stamp-Unreachable": "1",
};

/** Answers with the trap of this path. */
export function springTrap(req: IncomingMessage, res: ServerResponse): void {
  const trap = TRAPS[req.url ?? ""] ?? { type: "text/javascript", body: SCRIPT };
  res.writeHead(200, trap.type === undefined ? {} : { "Content-Type": trap.type });
  res.end(trap.body);
}

/** A stamp, over plain http on loopback, that answers with traps. */
export async function startHostileStamp() {
  const server = createServer(springTrap);
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  return {
    endpoint: `http://127.0.0.1:${typeof address === "object" && address ? address.port : 0}`,
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}
