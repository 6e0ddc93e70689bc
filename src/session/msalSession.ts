import { readToken } from "../domain/token.ts";
import {
  msalAppKey,
  SignInError,
  type MsalApp,
  type MsalAuth,
  type OpenMsalApp,
  type SignInProblem,
} from "./msalTypes.ts";
import type { StampSession } from "./stampSession.ts";
import { createStore, type Readable } from "../store.ts";

/** State of silent sign-in. The token itself is in the session's token store. */
export interface MsalStatus {
  /** In progress: the first silent attempt, a renewal, or the redirect to the sign-in page. */
  busy: boolean;
  account: string | null;
  problem: SignInProblem | null;
}

/** Keeps one stamp signed in. Redirects only when the operator selects Sign in. */
export interface MsalSession extends Readable<MsalStatus> {
  /** Redirects to the sign-in page. */
  signIn: () => void;
  /** Retries silently. */
  retry: () => void;
  /** Removes the account from this browser, for all stamps that share it. */
  signOut: () => void;
}

/** A token is renewed this long before it expires, one minute before the page would warn. */
const LEAD_MS = 6 * 60_000;
const FIRST_RETRY_MS = 5_000;
const LONGEST_RETRY_MS = 60_000;

const sessions = new WeakMap<StampSession, MsalSession>();
const apps = new Map<string, Promise<MsalApp>>();
const sharing = new Map<string, Set<() => void>>();

/** Silent sign-in of a stamp whose `auth` is `msal`: one per session, started by the first call. */
export function msalSessionOf(session: StampSession, auth: MsalAuth): MsalSession {
  const existing = sessions.get(session) ?? createMsalSession(session, auth, sharedApp);
  sessions.set(session, existing);
  return existing;
}

/** One MSAL instance per authority and client, shared by stamps; opening it is retried after a failure. */
function sharedApp(auth: MsalAuth): Promise<MsalApp> {
  const key = msalAppKey(auth);
  const open = apps.get(key) ?? openApp(auth);
  apps.set(key, open);
  open.catch(() => apps.delete(key));
  return open;
}

async function openApp(auth: MsalAuth): Promise<MsalApp> {
  if (!window.isSecureContext) throw new SignInError({ kind: "insecure" });
  let module: { openMsalApp: OpenMsalApp };
  try {
    module = await import("./msalApp.ts");
  } catch {
    throw new SignInError({ kind: "notLoaded" });
  }
  return module.openMsalApp(auth);
}

/** Silent sign-in through the given MSAL. */
export function createMsalSession(session: StampSession, auth: MsalAuth, open: OpenMsalApp): MsalSession {
  const status = createStore<MsalStatus>({ busy: false, account: null, problem: null });
  let timer: ReturnType<typeof setTimeout> | undefined;
  let failures = 0;
  /** Raised by signing out, so that an answer that arrives later is ignored. */
  let generation = 0;
  /** The last token fetched because of a 401; if it is refused too, fetching more is pointless. */
  let fetchedFor401: string | null = null;
  const update = (change: Partial<MsalStatus>) => status.set({ ...status.get(), ...change });
  const later = (delayMs: number) => {
    clearTimeout(timer);
    timer = setTimeout(() => void renew(true), delayMs);
  };

  const renew = async (fresh: boolean) => {
    if (status.get().busy) return;
    clearTimeout(timer);
    update({ busy: true });
    const began = generation;
    let app: MsalApp | null = null;
    try {
      app = await open(auth);
      const token = await app.silent(auth.scope, fresh);
      if (generation !== began) return;
      failures = 0;
      app.refusal = null;
      if (session.token.get()?.refused) fetchedFor401 = token.text;
      update({ busy: false, account: token.account, problem: null });
      // Tokens are judged by the stamp's clock and dated by the authority's; this machine's may be wrong.
      session.token.set(token.text, readToken(token.text).expiresAt ?? token.expiresAt);
      const leftMs = token.expiresAt === null ? null : token.expiresAt - session.world.wallClock();
      if (leftMs !== null) later(renewalDelay(leftMs));
    } catch (error) {
      if (generation !== began) return;
      const problem = problemOf(error);
      update({ busy: false, problem: problem.kind === "interaction" ? (app?.refusal ?? problem) : problem });
      if (problem.kind !== "unreachable") return;
      failures += 1;
      later(Math.min(FIRST_RETRY_MS * 2 ** Math.min(failures - 1, 10), LONGEST_RETRY_MS));
    }
  };

  const leave = async () => {
    if (status.get().busy) return;
    clearTimeout(timer);
    update({ busy: true });
    try {
      const app = await open(auth);
      await app.leave(auth.scope, session.token.get()?.refused ?? false);
    } catch (error) {
      update({ busy: false, problem: problemOf(error) });
    }
  };

  const dropHere = () => {
    clearTimeout(timer);
    generation += 1;
    session.token.set(null);
    update({ busy: false, account: null, problem: { kind: "interaction" } });
  };

  session.token.subscribe(() => {
    const held = session.token.get();
    if (held?.refused && held.text !== fetchedFor401) void renew(true);
  });
  const key = msalAppKey(auth);
  sharing.set(key, (sharing.get(key) ?? new Set()).add(dropHere));
  void renew(false);
  return {
    get: status.get,
    subscribe: status.subscribe,
    signIn: () => void leave(),
    retry: () => void renew(session.token.get() !== null),
    signOut() {
      for (const drop of sharing.get(key) ?? []) drop();
      open(auth)
        .then((app) => app.forget())
        .catch(() => undefined);
    },
  };
}

/** Delay before renewing a token with this much life left, ms; a short-lived one is renewed at half its life. */
function renewalDelay(leftMs: number): number {
  return Math.max(leftMs > 2 * LEAD_MS ? leftMs - LEAD_MS : leftMs / 2, FIRST_RETRY_MS);
}

function problemOf(error: unknown): SignInProblem {
  return error instanceof SignInError ? error.problem : { kind: "answered", text: "unexpected error" };
}
