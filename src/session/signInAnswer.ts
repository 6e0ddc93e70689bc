/** A sign-in that this tab has begun: what must be known when the sign-in page sends it back. */
export interface PendingSignIn {
  /** Authority and client that it was begun with. */
  app: string;
  scope: string;
  /** Address on this page to come back to: "#/redmond/backup". */
  hash: string;
}

const KEY = "azsh-backup:signIn";

/** The sign-in page's answer, and what it answers. Holds a code that is good once, together with MSAL's verifier. */
export interface SignInAnswer extends PendingSignIn {
  answer: string;
}

let taken: SignInAnswer | null = null;

/** Remembers a sign-in across the way to the sign-in page and back; in this tab only. */
export function rememberSignIn(pending: PendingSignIn): void {
  sessionStorage.setItem(KEY, JSON.stringify(pending));
}

/** The sign-in did not leave this page, or is over. */
export function forgetSignIn(): void {
  sessionStorage.removeItem(KEY);
}

/**
 * Takes the sign-in page's answer out of the address, before the router reads that or anything else copies it, and
 * restores the address that the sign-in was begun at. An answer that this tab did not ask for is dropped.
 */
export function takeAnswer(): void {
  const answer = location.hash;
  const pending = readPending();
  history.replaceState(null, "", location.pathname + location.search + (pending?.hash ?? ""));
  taken = pending && { ...pending, answer };
}

/** The answer that came for this authority and client, once. */
export function answerFor(app: string): SignInAnswer | null {
  if (taken?.app !== app) return null;
  const answer = taken;
  taken = null;
  return answer;
}

function readPending(): PendingSignIn | null {
  try {
    const pending: unknown = JSON.parse(sessionStorage.getItem(KEY) ?? "null");
    sessionStorage.removeItem(KEY);
    if (!isPending(pending)) return null;
    // Whatever lies in the storage, the way back leads to an address of this page.
    return {
      app: pending.app,
      scope: pending.scope,
      hash: pending.hash.startsWith("#/") ? pending.hash : "",
    };
  } catch {
    return null;
  }
}

function isPending(value: unknown): value is PendingSignIn {
  if (typeof value !== "object" || value === null) return false;
  return (
    "app" in value &&
    typeof value.app === "string" &&
    "scope" in value &&
    typeof value.scope === "string" &&
    "hash" in value &&
    typeof value.hash === "string"
  );
}
