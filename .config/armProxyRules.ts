import type { IncomingHttpHeaders } from "node:http";
import { armHeaders } from "./headers.ts";

/** A request that came for `/arm/<id>/…`, before anything of it is read: `target` is the request line's own. */
export interface ArmRequest {
  method: string | undefined;
  target: string;
  headers: IncomingHttpHeaders;
}

/** Why a request does not pass, in the form of an answer. */
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
 * Whether a request may go to a stamp: null, or why not. Only what the page's own `fetch` sends may: a browser says of
 * itself where a request comes from and what for, and a client that says nothing (curl) is not a browser's victim.
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

/** Whether an Origin header names the host that was asked. */
function isOf(origin: string, host: string | undefined): boolean {
  return /^https?:\/\/(.+)$/i.exec(origin)?.[1]?.toLowerCase() === host?.toLowerCase();
}

/** What a stamp is told of a request; above all no cookie of this origin, and nothing that overrides the method. */
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

/** What the page reads of an answer (`src/api/client.ts`), and what its body needs. The type has rules of its own. */
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

/** Those of the named headers that are there. */
export function picked(headers: IncomingHttpHeaders, names: readonly string[]): Headers {
  return Object.fromEntries(
    names.flatMap((name) => {
      const value = headers[name];
      return value === undefined ? [] : [[name, value]];
    }),
  );
}

const JSON_TYPE = /^\s*(?:application|text)\/(?:[\w.-]+\+)?json\s*(?:;[^,]*)?$/i;

/** The headers of a stamp's answer as the page gets them: JSON stays JSON, everything else becomes text. */
export function passedHeaders(headers: IncomingHttpHeaders): Headers {
  const isJson = JSON_TYPE.test(headers["content-type"] ?? "");
  return {
    ...picked(headers, FROM_STAMP),
    ...armHeaders(),
    "Content-Type": `${isJson ? "application/json" : "text/plain"}; charset=utf-8`,
  };
}
