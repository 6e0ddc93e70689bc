import type { StampAuth } from "../domain/stamp.ts";

export type MsalAuth = Extract<StampAuth, { kind: "msal" }>;

/** Why there is no fresh token. */
export type SignInProblem =
  /** The operator must sign in interactively. */
  | { kind: "interaction" }
  | { kind: "unreachable" }
  /** The page is served over plain http, where browsers provide no WebCrypto. */
  | { kind: "insecure" }
  | { kind: "notLoaded" }
  /** The authority, or MSAL, refused with this message. */
  | { kind: "answered"; text: string };

export interface MsalToken {
  text: string;
  /** By this machine's clock, epoch ms; null if not reported. */
  expiresAt: number | null;
  /** User name, as the authority reports it. */
  account: string | null;
}

/** The only error an MsalApp raises. */
export class SignInError extends Error {
  readonly problem: SignInProblem;
  override readonly name = "SignInError";

  constructor(problem: SignInProblem) {
    super(problem.kind);
    this.problem = problem;
  }
}

/** One sign-in at one authority as one client, for all stamps that share them. */
export interface MsalApp {
  /** The error that the sign-in page returned with the redirect; null for none. */
  refusal: SignInProblem | null;
  /** Gets a token without interaction: from the cache or with the refresh token. Raises SignInError. */
  silent(scope: string, fresh: boolean): Promise<MsalToken>;
  /** Redirects to the sign-in page. Raises SignInError if it can't. `anew`: lets the operator choose another account. */
  leave(scope: string, anew: boolean): Promise<void>;
  /** Removes the account and its tokens from this browser. */
  forget(): Promise<void>;
}

/** Opens the sign-in of an authority and client; raises SignInError. */
export type OpenMsalApp = (auth: MsalAuth) => Promise<MsalApp>;

/** Authority and client; stamps that have both in common share a sign-in. */
export function msalAppKey({ authority, clientId }: MsalAuth): string {
  return `${authority.replace(/\/+$/, "").toLowerCase()} ${clientId.toLowerCase()}`;
}
