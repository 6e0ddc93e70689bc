import type { Fault } from "../sim/facts.ts";
import { errorReply, textReply } from "./replies.ts";
import type { Exchange } from "./replies.ts";

/** Codes and texts of refusals: none of these was recorded on a stamp (unverified). */
const REFUSALS: Readonly<Record<number, { code: string; message: string }>> = {
  401: { code: "AuthenticationFailed", message: "Authentication failed. The access token has expired." },
  403: {
    code: "AuthorizationFailed",
    message: "The client does not have authorization to perform this action.",
  },
  404: { code: "ResourceNotFound", message: "The resource was not found." },
  429: { code: "TooManyRequests", message: "The request is being throttled. Retry later." },
  500: { code: "InternalServerError", message: "The server encountered an internal error." },
  503: { code: "ServiceUnavailable", message: "The service is temporarily unavailable." },
  504: { code: "GatewayTimeout", message: "The gateway did not receive a response in the specified time." },
};

type ReplacingKind = "status" | "hang" | "network" | "html" | "unauthorizedUntilSignIn";

/** A fault that replaces the answer, rather than delaying it or changing a word of it. */
type ReplacingFault = Extract<Fault, { kind: ReplacingKind }>;

const REPLACING: Record<Fault["kind"], boolean> = {
  status: true,
  hang: true,
  network: true,
  html: true,
  unauthorizedUntilSignIn: true,
  delay: false,
  truncated: false,
  operationGone: false,
  noLocation: false,
  foreignLocation: false,
  retryAfter: false,
  listSaysStatus: false,
  listHides: false,
};

/** Whether the fault replaces the answer. */
export function replacesAnswer(fault: Fault): fault is ReplacingFault {
  return REPLACING[fault.kind];
}

/** The answer that a replacing fault gives instead. */
export async function faultReply(
  exchange: Exchange,
  fault: ReplacingFault,
  signal: AbortSignal,
): Promise<Response> {
  switch (fault.kind) {
    case "status":
      return statusReply(exchange, fault.status, fault.body, fault.headers);
    case "hang":
      return forever(signal);
    case "network":
      return Response.error();
    case "html":
      return textReply(
        exchange,
        200,
        "<!doctype html><title>Sign in</title><p>Sign in to continue.",
        "text/html",
      );
    case "unauthorizedUntilSignIn":
      return unauthorizedReply(exchange);
  }
}

/** 401 as public ARM sends it; none was recorded on a stamp (unverified). */
export function unauthorizedReply(exchange: Exchange): Response {
  return statusReply(exchange, 401, undefined, {
    "WWW-Authenticate": 'Bearer error="invalid_token", error_description="The access token has expired."',
  });
}

/** The answer with the faults' changes: links, Retry-After, a body that breaks off. */
export async function altered(reply: Response, faults: readonly Fault[]): Promise<Response> {
  let current = reply;
  for (const fault of faults) {
    if (fault.kind === "truncated") current = await truncated(current);
    if (fault.kind === "noLocation") current.headers.delete("Location");
    if (fault.kind === "foreignLocation" && current.headers.has("Location")) {
      current.headers.set("Location", fault.location);
    }
    if (fault.kind === "retryAfter" && current.status !== 200)
      current.headers.set("Retry-After", fault.value);
  }
  return current;
}

function statusReply(
  exchange: Exchange,
  status: number,
  body: string | undefined,
  extra: Record<string, string> = {},
): Response {
  const refusal = REFUSALS[status] ?? { code: "UnexpectedError", message: `The stamp answered ${status}.` };
  const reply =
    body === undefined
      ? errorReply(exchange, status, refusal.code, refusal.message)
      : textReply(exchange, status, body, "application/json; charset=utf-8");
  for (const [name, value] of Object.entries(extra)) reply.headers.set(name, value);
  return reply;
}

async function truncated(reply: Response): Promise<Response> {
  const text = await reply.text();
  const headers = new Headers(reply.headers);
  headers.delete("Content-Length");
  return new Response(text.slice(0, Math.floor(text.length / 2)), { status: reply.status, headers });
}

function forever(signal: AbortSignal): Promise<Response> {
  return new Promise((_resolve, reject) => {
    const abort = (): void => reject(new DOMException("The request was aborted.", "AbortError"));
    if (signal.aborted) abort();
    else signal.addEventListener("abort", abort, { once: true });
  });
}
