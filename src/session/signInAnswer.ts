/** A sign-in started by this tab, as needed when the sign-in page redirects back. */
export interface PendingSignIn {
  /** Its authority and client. */
  app: string;
  scope: string;
  /** Hash to return to: "#/redmond/backup". */
  hash: string;
}

const KEY = "azsh-backup:signIn";

/** The sign-in page's answer and its request. Its code works once, and only with MSAL's verifier. */
export interface SignInAnswer extends PendingSignIn {
  answer: string;
}

let taken: SignInAnswer | null = null;

/** Stores a sign-in across the redirect and back, in this tab only. */
export function rememberSignIn(pending: PendingSignIn): void {
  sessionStorage.setItem(KEY, JSON.stringify(pending));
}

/** Removes it: the redirect failed, or the sign-in is over. */
export function forgetSignIn(): void {
  sessionStorage.removeItem(KEY);
}

/**
 * Removes the sign-in page's answer from the address before the router or anything else reads it, and restores the
 * address where the sign-in started. An answer that this tab didn't request is dropped.
 */
export function takeAnswer(): void {
  const answer = location.hash;
  const pending = readPending();
  history.replaceState(null, "", location.pathname + location.search + (pending?.hash ?? ""));
  taken = pending && { ...pending, answer };
}

/** The answer for this authority and client; returned once. */
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
    // Whatever is stored, the return address must be a hash of this page.
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
