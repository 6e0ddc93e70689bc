import type { Stamp } from "../domain/stamp.ts";

/** A request that src/early.ts sent before the main script loaded. */
interface EarlyAnswer {
  /** Resolves once the body has been received. */
  answer: Promise<Response>;
  /** When it was received (performance.now); null before that. */
  arrivedAt: number | null;
  abort: AbortController;
}

/** Shared by the page's two scripts, which have no module in common. */
interface Early {
  /** By address; null once used. */
  answers: Map<string, EarlyAnswer | null>;
  /** The main script has loaded. */
  over: boolean;
}

declare global {
  interface Window {
    early?: Early;
  }
}

/** Address of stamps.json. */
export function stampsFileUrl(): URL {
  return new URL("stamps.json", document.baseURI);
}

/**
 * Sends a GET that the main script will need, and resolves to its answer. Raises what fetch raises, and if the request
 * was already sent or the main script has loaded.
 */
export async function sendEarly(url: URL, init?: RequestInit): Promise<Response> {
  const { answers, over } = (window.early ??= { answers: new Map(), over: false });
  if (over || answers.has(url.href)) throw new Error("asked already");
  const abort = new AbortController();
  const ask = async () => {
    const response = await fetch(url, { ...init, signal: abort.signal });
    // Read the body now, while the page is idle, so that later readers get it immediately and repeatedly.
    const text = await response.text();
    response.text = () => Promise.resolve(text);
    early.arrivedAt = performance.now();
    return response;
  };
  const early: EarlyAnswer = { answer: ask(), arrivedAt: null, abort };
  answers.set(url.href, early);
  return early.answer;
}

/** An older answer is stale: on a slow link the main script may load late. */
const FRESH_MS = 2_000;

/**
 * The early answer to this request, in place of a fetch; null if there is none or it is stale. Each is used once. If the
 * early request failed, it is sent again.
 */
export function takeEarlyAnswer(input: RequestInfo | URL, init?: RequestInit): Promise<Response> | null {
  const key = input instanceof URL ? input.href : "";
  const early = (init?.method ?? "GET") === "GET" ? window.early?.answers.get(key) : null;
  if (!early) return null;
  window.early?.answers.set(key, null);
  if (early.arrivedAt !== null && performance.now() - early.arrivedAt > FRESH_MS) return null;
  init?.signal?.addEventListener("abort", () => early.abort.abort());
  return early.answer.catch((error: unknown) => {
    if (init?.signal?.aborted) throw error;
    return fetch(input, init);
  });
}

/** Ends early requests: the main script sends its own from now on. Returns whether any early request was sent. */
export function stopEarlyRequests(): boolean {
  if (!window.early) return false;
  window.early.over = true;
  return [...window.early.answers.values()].some((early) => early !== null);
}

const LAST_KEY = "azsh-backup:v1:early";

/** The stamp shown last, unparsed; undefined for none. Its data is requested before stamps.json arrives. */
export function readShownLast(): unknown {
  try {
    return JSON.parse(localStorage.getItem(LAST_KEY) ?? "null") ?? undefined;
  } catch {
    return undefined;
  }
}

/** Stores the shown stamp for the next visit. */
export function rememberShown(stamp: Stamp): void {
  try {
    const known = JSON.stringify(stamp);
    if (localStorage.getItem(LAST_KEY) !== known) localStorage.setItem(LAST_KEY, known);
  } catch {
    // The next visit requests its data a little later.
  }
}
