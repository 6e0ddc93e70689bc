import type { Stamp } from "../domain/stamp.ts";
import { parseRetryAfter } from "../domain/retryAfter.ts";
import { failureOf } from "../domain/failure.ts";
import { armUrl, requestInit, requestUrl } from "./armRequest.ts";
import { ArmError, failureKindOf } from "./errors.ts";
import { resolveLink, type ResolvedLink } from "./links.ts";
import { toErrorBody } from "./wire.ts";

/** A request without an answer is cancelled after this long and counts as failed (docs/faults.md "Following a run"). */
const TIMEOUT_MS = 30_000;

export interface ArmClientOptions {
  fetch: typeof globalThis.fetch;
  /** The page's address, to resolve a relative armBase. */
  pageUrl: string;
  /** The bearer token to send; null for none. Called for each request; never stored here. */
  token: () => string | null;
  /** Called for every answer: the request's token, and whether the answer was a 401. */
  onAnswer?: (token: string | null, unauthorized: boolean) => void;
  /** Called with the Date header of every successful answer, epoch ms: the stamp's clock. */
  onDate?: (dateAt: number) => void;
  /** Makes x-ms-client-request-id values. */
  newRequestId: () => string;
}

/** A complete answer. `body` is undefined if empty. */
export interface ArmReply {
  status: number;
  body: unknown;
  /** The Location header, resolved and checked; null if absent. */
  location: ResolvedLink | null;
  /** The Azure-AsyncOperation header, likewise: only pruning sends one (docs/stamp-api.md "Long-running operations"). */
  asyncOperation: ResolvedLink | null;
  retryAfterMs: number | null;
  requestId: string | null;
  /** Stamp time from the Date header; null if unreadable. */
  dateAt: number | null;
}

export interface ArmRequest {
  /** Path below armBase, with or without query; a missing api-version is added. */
  path: string;
  signal?: AbortSignal | undefined;
  requestId?: string;
  /** Sent as JSON. May hold a secret: it goes into the request and nowhere else. */
  body?: object;
  /** Sent without a token, for endpoints that require none. */
  anonymous?: boolean;
}

export type ChangeMethod = "PUT" | "PATCH";

type Method = "GET" | "POST" | ChangeMethod;

export interface ArmClient {
  stamp: Stamp;
  /** Raises ArmError for anything but a 2xx. */
  get(request: ArmRequest): Promise<ArmReply>;
  /** Sends exactly one request and never repeats it. Raises ArmError for anything but a 2xx. */
  post(request: ArmRequest): Promise<ArmReply>;
  /** The same for PUT and PATCH. */
  change(method: ChangeMethod, request: ArmRequest): Promise<ArmReply>;
  /** Resolves a nextLink on this stamp's own ARM. */
  resolve(link: string): ResolvedLink;
}

/** A client for one stamp's admin ARM. Sends the token to `armBase` and nowhere else: redirects are errors. */
export function createArmClient(stamp: Stamp, options: ArmClientOptions): ArmClient {
  const base = armUrl(stamp.armBase, options.pageUrl);
  const resolve = (link: string) => resolveLink(link, base);
  const send = async (method: Method, request: ArmRequest): Promise<ArmReply> => {
    const token = request.anonymous ? null : options.token();
    // A stamp that requires a token would only refuse.
    if (token === null && !request.anonymous && stamp.auth.kind !== "none") {
      throw new ArmError(failureOf("auth"));
    }
    const abort = new AbortController();
    const onAbort = () => abort.abort(request.signal?.reason);
    request.signal?.addEventListener("abort", onAbort);
    // Aborted between two pages of a list: the event has already fired.
    if (request.signal?.aborted) onAbort();
    let timedOut = false;
    // setTimeout rather than AbortSignal.timeout, so that a test clock drives it.
    const timer = setTimeout(() => {
      timedOut = true;
      abort.abort();
    }, TIMEOUT_MS);
    try {
      const response = await options.fetch(
        requestUrl(base, request.path, stamp.apiVersion),
        initOf(method, request, token, abort.signal),
      );
      const unauthorized = response.status === 401;
      options.onAnswer?.(token, unauthorized);
      // The refused token has been replaced meanwhile: repeat a read, never a POST.
      if (unauthorized && method === "GET" && !request.anonymous && options.token() !== token) {
        return await send(method, request);
      }
      const reply = await readReply(response, resolve, options.onDate);
      if (response.ok) return reply;
      throw errorOf(reply, token);
    } catch (error) {
      if (error instanceof ArmError || request.signal?.aborted) throw error;
      // A network error's text may contain anything and doesn't help an operator: only its kind is kept.
      throw new ArmError(failureOf(timedOut ? "timeout" : "offline"));
    } finally {
      clearTimeout(timer);
      request.signal?.removeEventListener("abort", onAbort);
    }
  };
  const initOf = (
    method: Method,
    request: ArmRequest,
    token: string | null,
    signal: AbortSignal,
  ): RequestInit => {
    const { headers, ...init } = requestInit(request.requestId ?? options.newRequestId());
    return {
      ...init,
      method,
      headers: {
        ...headers,
        ...(token === null ? {} : { Authorization: `Bearer ${token}` }),
        ...(request.body ? { "Content-Type": "application/json" } : {}),
      },
      ...(request.body ? { body: JSON.stringify(request.body) } : {}),
      signal,
    };
  };
  return {
    stamp,
    get: (request) => send("GET", request),
    post: (request) => send("POST", request),
    change: send,
    resolve,
  };
}

async function readReply(
  response: Response,
  resolve: (link: string) => ResolvedLink,
  onDate: ((dateAt: number) => void) | undefined,
): Promise<ArmReply> {
  const dateAt = dateOf(response);
  // An error may come from a proxy with another clock, which must not move this one.
  if (dateAt !== null && response.ok) onDate?.(dateAt);
  const link = (header: string) => {
    const value = response.headers.get(header);
    return value === null ? null : resolve(value);
  };
  return {
    status: response.status,
    body: await readBody(response),
    location: link("Location"),
    asyncOperation: link("Azure-AsyncOperation"),
    retryAfterMs: parseRetryAfter(response.headers.get("Retry-After"), dateAt ?? Date.now()),
    requestId: response.headers.get("x-ms-request-id")?.slice(0, 200) ?? null,
    dateAt,
  };
}

function dateOf(response: Response): number | null {
  const parsed = Date.parse(response.headers.get("Date") ?? "");
  return Number.isNaN(parsed) ? null : parsed;
}

/** Reads a body as JSON. A success must be JSON; an error need not be (docs/faults.md "Unreadable answers"). */
async function readBody(response: Response): Promise<unknown> {
  const text = await response.text();
  if (text.trim() === "") return undefined;
  try {
    const parsed: unknown = JSON.parse(text);
    return parsed;
  } catch {
    if (!response.ok) return undefined;
    const html = /^\s*</.test(text);
    throw new ArmError(
      failureOf("unexpected", { status: response.status, code: html ? "HTML" : "InvalidJson" }),
    );
  }
}

function errorOf(reply: ArmReply, token: string | null): ArmError {
  const error = toErrorBody(reply.body);
  // Servers and proxies may quote the request in an error; the token must not be shown that way (I15).
  const said = (text: string | null) => (token ? (text?.replaceAll(token, "…") ?? null) : text);
  const failure = failureOf(failureKindOf(reply.status, error.code), {
    status: reply.status,
    code: said(error.code),
    text: said(error.text),
    requestId: said(reply.requestId),
    retryAfterMs: reply.retryAfterMs,
  });
  return new ArmError(failure, error.failedOperation, error.target);
}
