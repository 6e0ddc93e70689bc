import { request as httpRequest, type IncomingMessage, type ServerResponse } from "node:http";
import { request as httpsRequest } from "node:https";
import { pipeline } from "node:stream";
import { rootCertificates } from "node:tls";
import { rewriteLink } from "./armLinks.ts";
import { METHODS, passedHeaders, picked, refusalOf, TO_STAMP } from "./armProxyRules.ts";
import { armHeaders } from "./headers.ts";
import type { StampEntry } from "./stampsFile.ts";

const LINKS = ["location", "azure-asyncoperation"];

/** Answers with ARM's error envelope, so that the page reads all errors the same way. */
function sendError(
  res: ServerResponse,
  status: number,
  code: string,
  message: string,
  headers: Record<string, string> = {},
): void {
  res.writeHead(status, {
    ...armHeaders(),
    "Content-Type": "application/json; charset=utf-8",
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
  // `hostname` of an IPv6 URL has brackets, which a socket doesn't accept.
  const options = {
    method: req.method,
    host: endpoint.hostname.replace(/^\[|\]$/g, ""),
    port: endpoint.port || undefined,
    path: endpoint.pathname.replace(/\/$/, "") + path,
    headers: { ...picked(req.headers, TO_STAMP), host: endpoint.host },
    // A new connection each time: a kept one may be dead when a POST is sent, and a POST is never sent twice.
    agent: false,
  } as const;
  const upstream =
    endpoint.protocol === "https:"
      ? httpsRequest({ ...options, ...(ca === undefined ? {} : { ca: [...rootCertificates, ca] }) })
      : httpRequest(options);

  const unreachable = (reason: string) => {
    if (res.destroyed || res.writableEnded) return;
    if (res.headersSent) return void res.destroy();
    const message = `The stamp "${id}" at ${endpoint.host} did not answer: ${reason}.`;
    sendError(res, 502, "StampUnreachable", message, { "x-stamp-unreachable": "1" });
  };
  upstream.on("response", (answer) => {
    const status = answer.statusCode ?? 0;
    // Node throws on writing some statuses that it accepts on reading.
    if (status < 200) {
      upstream.destroy();
      return unreachable(`its status ${status} is no answer`);
    }
    const back = passedHeaders(answer.headers);
    for (const name of LINKS) {
      const link = back[name];
      if (typeof link === "string") back[name] = rewriteLink(link, `/arm/${id}`, endpoint);
    }
    res.writeHead(status, back);
    // A truncated body must stay truncated for the page; a normal end would look complete.
    pipeline(answer, res, (error) => {
      if (error) res.destroy();
    });
  });
  upstream.on("error", (error) => unreachable(explain(error)));
  // No upgrade was offered; without a listener, this event would leave the page without an answer.
  upstream.on("upgrade", (_answer, socket) => {
    socket.destroy();
    unreachable("it changed the protocol");
  });
  // The page cancelled the request (timeout or reload): stop reading from the stamp.
  res.on("close", () => upstream.destroy());
  // Not a pipeline: it would close the page's connection with the stamp's, before the 502 is written.
  req.pipe(upstream);
}

/** Number of POST ids kept: days of an operator's clicks. */
const MOST_POSTS = 1_000;

/**
 * Whether a POST was forwarded before, by its client request id. Chromium repeats a POST on its own, even
 * twice, when a kept connection breaks before the answer.
 */
function watchPosts() {
  const ids = new Set<string>();
  return ({ method, headers }: IncomingMessage): boolean => {
    const id = headers["x-ms-client-request-id"];
    if (method !== "POST" || typeof id !== "string") return false;
    if (ids.has(id)) return true;
    ids.add(id);
    for (const oldest of ids) if (ids.size > MOST_POSTS) ids.delete(oldest);
    return false;
  };
}

/**
 * Middleware that carries `/arm/<stamp id>/…` to the stamp's endpoint. Redirects are passed on, never followed;
 * nothing is retried; an unreachable stamp is a 502 with ARM's envelope and `x-stamp-unreachable: 1`. What
 * passes is `armProxyRules.ts`.
 */
export function createArmProxy(stamps: readonly StampEntry[]) {
  const byId = new Map(stamps.map((stamp) => [stamp.id, stamp]));
  const isRepeated = watchPosts();
  return (req: IncomingMessage, res: ServerResponse, next: () => void): void => {
    const target = req.url ?? "/";
    // URL takes out dot segments, encoded ones too, before anything is compared or forwarded.
    if (!URL.canParse(target, "http://page")) return next();
    const { pathname, search } = new URL(target, "http://page");
    if (![target, pathname].some((path) => path.startsWith("/arm/"))) return next();
    const refused = refusalOf({ method: req.method, target, headers: req.headers });
    if (refused !== null) {
      const { status, code, message } = refused;
      return sendError(res, status, code, message, status === 405 ? { Allow: METHODS.join(", ") } : {});
    }
    const [, id = "", path = "/"] = /^\/arm\/([^/]*)(\/.*)?$/.exec(pathname) ?? [];
    const stamp = byId.get(id);
    if (stamp === undefined) {
      return sendError(res, 404, "StampNotFound", `There is no stamp "${id}" in the stamps file.`);
    }
    // Don't answer: only the stamp knows the first one's outcome.
    if (isRepeated(req)) return void res.destroy();
    forward(req, res, stamp, path + search);
  };
}
