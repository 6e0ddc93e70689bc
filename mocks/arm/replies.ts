import type { Refusal, StampFacts } from "../sim/facts.ts";
import { base64, guid, hash } from "../sim/random.ts";
import { formatCompact, formatHttpDate } from "./instants.ts";

/** One request on its way through the simulator, and what its answer's headers need. */
export interface Exchange {
  facts: StampFacts;
  /** Simulated now. */
  now: number;
  method: string;
  url: URL;
  /** Origin and path that the stamp's ARM answers under, no trailing slash. */
  armRoot: string;
  /** Counts requests, so that no two answers share a request id. */
  count: number;
  /** How many of the stamp's seconds pass in one second of whoever polls. */
  pollRate: number;
}

/** Headers of every recorded answer, in the recorded names (recordings/Start-AzsBackup, Get-AzsBackup). */
function commonHeaders({ facts, now, method, count }: Exchange): Headers {
  const requestId = guid(facts.seed, "request", now, count);
  const isRead = method === "GET";
  return new Headers({
    "Cache-Control": "no-cache",
    Date: formatHttpDate(now),
    Expires: "-1",
    Pragma: "no-cache",
    Server: "Microsoft-HTTPAPI/2.0",
    "Strict-Transport-Security": "max-age=31536000; includeSubDomains",
    // A Kerberos blob on successful answers, as recorded; it stands for no failure and must reach no log.
    "WWW-Authenticate": base64(hash(facts.seed, "blob"), 248),
    "X-Content-Type-Options": "nosniff",
    "x-ms-correlation-request-id": requestId,
    // The recorded budgets shrink from about 15,000 and 1,200; how they refill is not recorded.
    [`x-ms-ratelimit-remaining-subscription-${isRead ? "reads" : "writes"}`]: String(
      isRead ? 14_999 - (count % 100) : 1_199 - (count % 10),
    ),
    "x-ms-request-id": requestId,
    "x-ms-routing-request-id": `${facts.region.toUpperCase()}:${formatCompact(now)}:${requestId}`,
  });
}

/** A JSON answer; operationResults names no charset, lists and single resources do (recorded). */
export function jsonReply(
  exchange: Exchange,
  body: unknown,
  charset: "; charset=utf-8" | "" = "; charset=utf-8",
): Response {
  return textReply(exchange, 200, JSON.stringify(body), `application/json${charset}`);
}

/**
 * 202 without a body, its operation at `location` (recorded: absolute, on the request's own host), to be asked after
 * so many seconds of the stamp.
 */
export function acceptedReply(
  exchange: Exchange,
  location: string,
  retryAfterSeconds: number,
  asyncOperation?: string,
): Response {
  const headers = commonHeaders(exchange);
  headers.set("Content-Length", "0");
  if (asyncOperation !== undefined) headers.set("Azure-AsyncOperation", asyncOperation);
  headers.set("Location", location);
  headers.set("Retry-After", retryAfter(exchange, retryAfterSeconds));
  return new Response(null, { status: 202, headers });
}

/** So many of the stamp's seconds, in those of whoever polls; at least one. */
export function retryAfter({ pollRate }: Exchange, seconds: number): string {
  return String(Math.max(1, Math.round(seconds / pollRate)));
}

/** An error in ARM's envelope. */
export function errorReply(exchange: Exchange, status: number, code: string, message: string): Response {
  return refusalReply(exchange, { status, code, message });
}

/** A refusal in ARM's envelope, with the field it is about where it names one. */
export function refusalReply(exchange: Exchange, { status, ...error }: Refusal): Response {
  return textReply(exchange, status, JSON.stringify({ error }), "application/json; charset=utf-8");
}

/** Any text answer under the common headers; `extra` headers win. */
export function textReply(
  exchange: Exchange,
  status: number,
  text: string,
  contentType: string,
  extra: Record<string, string> = {},
): Response {
  const headers = commonHeaders(exchange);
  headers.set("Content-Type", contentType);
  const bytes = new TextEncoder().encode(text);
  headers.set("Content-Length", String(bytes.length));
  for (const [name, value] of Object.entries(extra)) headers.set(name, value);
  return new Response(bytes, { status, headers });
}
