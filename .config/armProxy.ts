import {
  request as httpRequest,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type ServerResponse,
} from "node:http";
import { request as httpsRequest } from "node:https";
import { pipeline } from "node:stream";
import { rootCertificates } from "node:tls";
import { rewriteLink } from "./armLinks.ts";
import type { StampEntry } from "./stampsFile.ts";

const HOP_BY_HOP = new Set([
  "connection",
  "keep-alive",
  "proxy-authenticate",
  "proxy-authorization",
  "proxy-connection",
  "te",
  "trailer",
  "transfer-encoding",
  "upgrade",
]);
// Cookies of this origin are not the stamp's business; the rest would only tell it about this page.
const NOT_FORWARDED = /^(?:cookie|expect|host|origin|referer|sec-.*)$/;
// What a stamp says about its own origin must not become true of ours.
const NOT_RETURNED = /^(?:set-cookie|content-security-policy|clear-site-data|alt-svc|access-control-.*)$/;
const LINKS = new Set(["location", "azure-asyncoperation"]);

type Headers = Record<string, string | string[]>;

/** Copies headers without the connection's own, those that the sender lists in `Connection`, and the dropped ones. */
function copyHeaders(headers: IncomingHttpHeaders, dropped: RegExp): Headers {
  const listed = new Set((headers.connection ?? "").toLowerCase().split(/\s*,\s*/));
  const copy: Headers = {};
  for (const [name, value] of Object.entries(headers)) {
    if (value === undefined || HOP_BY_HOP.has(name) || listed.has(name) || dropped.test(name)) continue;
    copy[name] = value;
  }
  return copy;
}

/** Answers with ARM's own error envelope, so that the page needs one way of reading errors. */
function sendError(
  res: ServerResponse,
  status: number,
  code: string,
  message: string,
  headers: Headers = {},
): void {
  res.writeHead(status, {
    "Content-Type": "application/json; charset=utf-8",
    "Cache-Control": "no-store",
    ...headers,
  });
  res.end(JSON.stringify({ error: { code, message } }));
}

function explain(error: NodeJS.ErrnoException): string {
  // A failed attempt on several addresses (::1 and 127.0.0.1) is one AggregateError with an empty message.
  const reason = error.message || error.code || "the connection failed";
  return /certificate|self-signed|CERT/i.test(`${error.code} ${reason}`)
    ? `${reason}. Name the authority that signed its certificate as "caFile" in the stamps file`
    : reason;
}

function forward(req: IncomingMessage, res: ServerResponse, stamp: StampEntry, path: string): void {
  const { endpoint, id, ca } = stamp;
  // `hostname` of an IPv6 URL carries brackets, which a socket does not understand.
  const options = {
    method: req.method,
    host: endpoint.hostname.replace(/^\[|\]$/g, ""),
    port: endpoint.port || undefined,
    path: endpoint.pathname.replace(/\/$/, "") + path,
    headers: { ...copyHeaders(req.headers, NOT_FORWARDED), host: endpoint.host },
    // A fresh connection each time: a kept one may turn out dead under a POST, and a POST is never sent twice.
    agent: false,
  } as const;
  const upstream =
    endpoint.protocol === "https:"
      ? httpsRequest({ ...options, ...(ca === undefined ? {} : { ca: [...rootCertificates, ca] }) })
      : httpRequest(options);

  upstream.on("response", (answer) => {
    const back = copyHeaders(answer.headers, NOT_RETURNED);
    for (const [name, value] of Object.entries(back)) {
      if (LINKS.has(name) && typeof value === "string")
        back[name] = rewriteLink(value, `/arm/${id}`, endpoint);
    }
    res.writeHead(answer.statusCode ?? 502, back);
    // A body that breaks off must break off for the page too; a quiet end would pass as a whole answer.
    pipeline(answer, res, (error) => {
      if (error) res.destroy();
    });
  });
  upstream.on("error", (error) => {
    if (res.destroyed) return;
    if (res.headersSent) return void res.destroy();
    const message = `The stamp "${id}" at ${endpoint.host} did not answer: ${explain(error)}.`;
    sendError(res, 502, "StampUnreachable", message, { "x-stamp-unreachable": "1" });
  });
  // The page gave up (its own time limit, a reload): the stamp need not go on answering.
  res.on("close", () => upstream.destroy());
  // Not a pipeline: that would end the page's connection with the stamp's, before the 502 is written.
  req.pipe(upstream);
}

/**
 * Middleware that carries `/arm/<stamp id>/…` to the stamp's endpoint. Redirects are passed on, never followed;
 * nothing is retried; a stamp that cannot be reached is a 502 with ARM's envelope and `x-stamp-unreachable: 1`.
 */
export function createArmProxy(stamps: readonly StampEntry[]) {
  const byId = new Map(stamps.map((stamp) => [stamp.id, stamp]));
  return (req: IncomingMessage, res: ServerResponse, next: () => void): void => {
    const target = req.url ?? "/";
    // URL takes out dot segments, encoded ones too, before anything is compared or forwarded.
    if (!URL.canParse(target, "http://page")) return next();
    const { pathname, search } = new URL(target, "http://page");
    const [, id, path = "/"] = /^\/arm\/([^/]+)(\/.*)?$/.exec(pathname) ?? [];
    if (id === undefined) return next();

    // A page of another origin can send a simple POST here and start a backup on a stamp without sign-in. Browsers
    // say where a request comes from; clients that say nothing (curl) are not a browser's victim.
    const site = req.headers["sec-fetch-site"];
    if (site === "cross-site" || site === "same-site") {
      return sendError(res, 403, "CrossOriginRequest", "Stamps answer to this console's own pages only.");
    }
    const stamp = byId.get(id);
    if (stamp === undefined) {
      return sendError(res, 404, "StampNotFound", `There is no stamp "${id}" in the stamps file.`);
    }
    forward(req, res, stamp, path + search);
  };
}
