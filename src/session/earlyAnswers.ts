import type { Stamp } from "../domain/stamp.ts";

/** What src/early.ts has asked before this page's own script was there. */
interface EarlyAnswer {
  /** Resolves once it has come whole. */
  answer: Promise<Response>;
  /** When it came (performance.now), null before. */
  arrivedAt: number | null;
  abort: AbortController;
}

/** Between two scripts of one page, which share no module. */
interface Early {
  /** By address; null once it has been taken. */
  answers: Map<string, EarlyAnswer | null>;
  /** The page's script is there. */
  over: boolean;
}

declare global {
  interface Window {
    early?: Early;
  }
}

/** Where the stamps of this page are written down. */
export function stampsFileUrl(): URL {
  return new URL("stamps.json", document.baseURI);
}

/**
 * Sends a GET ahead of the page's script, which will want its answer; resolves to that answer. Raises what fetch raises,
 * and when it is too late: what was asked before, or by the page's script itself, is not asked once more.
 */
export async function sendEarly(url: URL, init?: RequestInit): Promise<Response> {
  const { answers, over } = (window.early ??= { answers: new Map(), over: false });
  if (over || answers.has(url.href)) throw new Error("asked already");
  const abort = new AbortController();
  const ask = async () => {
    const response = await fetch(url, { ...init, signal: abort.signal });
    // Read to its end while nothing else is to be done: whoever wants it later has it at once, and more than once.
    const text = await response.text();
    response.text = () => Promise.resolve(text);
    early.arrivedAt = performance.now();
    return response;
  };
  const early: EarlyAnswer = { answer: ask(), arrivedAt: null, abort };
  answers.set(url.href, early);
  return early.answer;
}

/** An answer that waited longer for its reader says nothing about now: on a thin link the page's script may be late. */
const FRESH_MS = 2_000;

/**
 * The early answer to such a request, once, in place of a fetch; null where there is none or it is too old. Where the
 * early request failed, the request is sent now.
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

/** From here on the page's script asks by itself. Tells whether anything is on its way that was asked early. */
export function stopEarlyRequests(): boolean {
  if (!window.early) return false;
  window.early.over = true;
  return [...window.early.answers.values()].some((early) => early !== null);
}

const LAST_KEY = "azsh-backup:v1:early";

/** The stamp that was shown last, unread; undefined for none. Asked at once, before stamps.json has come. */
export function readShownLast(): unknown {
  try {
    return JSON.parse(localStorage.getItem(LAST_KEY) ?? "null") ?? undefined;
  } catch {
    return undefined;
  }
}

/** Remembers the stamp that is shown, for the next visit. */
export function rememberShown(stamp: Stamp): void {
  try {
    const known = JSON.stringify(stamp);
    if (localStorage.getItem(LAST_KEY) !== known) localStorage.setItem(LAST_KEY, known);
  } catch {
    // The next visit asks a little later.
  }
}
