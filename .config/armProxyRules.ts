import type { IncomingHttpHeaders } from "node:http";
import { armHeaders } from "./headers.ts";

/** A request to `/arm/<id>/…`, before its body is read. `target`: from the request line. */
export interface ArmRequest {
  method: string | undefined;
  target: string;
  headers: IncomingHttpHeaders;
}

/** The answer to a refused request. */
export interface Refusal {
  status: 400 | 403 | 405;
  code: string;
  message: string;
}

/** What the page sends. */
export const METHODS = ["GET", "PUT", "PATCH", "POST"];

// Also encoded twice or more: a stamp's own servers may decode more than once. A client's encoder writes none of these.
const AMBIGUOUS_PATH = /%(?:25)*(?:2e|2f|5c)|\\|\/\.\.?(?:[/;]|$)/i;

/**
 * Checks whether a request may be forwarded to a stamp; null if so. Only the page's own `fetch` may: browsers report
 * a request's origin and purpose, and a client that doesn't (curl) can't be abused by another site.
 */
export function refusalOf({ method = "", target, headers }: ArmRequest): Refusal | null {
  if (!METHODS.includes(method)) {
    return refusal(405, "MethodNotAllowed", `This proxy passes ${METHODS.join(", ")}.`);
  }
  if (AMBIGUOUS_PATH.test(target.replace(/\?.*$/s, ""))) {
    return refusal(400, "AmbiguousPath", "A path with dot segments or encoded slashes is not passed on.");
  }
  const { "sec-fetch-site": site = "same-origin", origin, host } = headers;
  if (site !== "same-origin" || (origin !== undefined && !isOf(origin, host))) {
    return refusal(403, "CrossOriginRequest", "Stamps answer to this console's own pages only.");
  }
  const { "sec-fetch-mode": mode = "cors", "sec-fetch-dest": destination = "empty" } = headers;
  if (!/^(?:cors|same-origin)$/.test(String(mode)) || destination !== "empty") {
    return refusal(403, "NotAnApiRequest", "A stamp's answer is data: it cannot be opened as a page or run.");
  }
  return null;
}

function refusal(status: Refusal["status"], code: string, message: string): Refusal {
  return { status, code, message };
}

/** Whether an Origin header matches the requested host. */
function isOf(origin: string, host: string | undefined): boolean {
  return /^https?:\/\/(.+)$/i.exec(origin)?.[1]?.toLowerCase() === host?.toLowerCase();
}

/** Headers forwarded to a stamp: no cookies of this origin, nothing that overrides the method. */
export const TO_STAMP = [
  "accept",
  "accept-encoding",
  "accept-language",
  "authorization",
  "content-length",
  "content-type",
  "user-agent",
  "x-ms-client-request-id",
];

/** Answer headers that the page reads (`src/api/client.ts`) or its body needs. Content-Type has its own rules. */
const FROM_STAMP = [
  "azure-asyncoperation",
  "content-encoding",
  "content-length",
  "date",
  "location",
  "retry-after",
  "x-ms-request-id",
];

type Headers = Record<string, string | string[]>;

/** The named headers that are present. */
export function picked(headers: IncomingHttpHeaders, names: readonly string[]): Headers {
  return Object.fromEntries(
    names.flatMap((name) => {
      const value = headers[name];
      return value === undefined ? [] : [[name, value]];
    }),
  );
}

const JSON_TYPE = /^\s*(?:application|text)\/(?:[\w.-]+\+)?json\s*(?:;[^,]*)?$/i;

/** Headers of a stamp's answer for the page: JSON stays JSON, everything else becomes plain text. */
export function passedHeaders(headers: IncomingHttpHeaders): Headers {
  const isJson = JSON_TYPE.test(headers["content-type"] ?? "");
  return {
    ...picked(headers, FROM_STAMP),
    ...armHeaders(),
    "Content-Type": `${isJson ? "application/json" : "text/plain"}; charset=utf-8`,
  };
}
