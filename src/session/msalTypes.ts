import type { StampAuth } from "../domain/stamp.ts";

export type MsalAuth = Extract<StampAuth, { kind: "msal" }>;

/** Why there is no fresh token. */
export type SignInProblem =
  /** The sign-in page wants to see the operator. */
  | { kind: "interaction" }
  | { kind: "unreachable" }
  /** The page is served over plain http, where browsers have no cryptography for it. */
  | { kind: "insecure" }
  | { kind: "notLoaded" }
  /** The authority, or MSAL itself, said no in these words. */
  | { kind: "answered"; text: string };

export interface MsalToken {
  text: string;
  /** By this machine's clock, epoch ms; null where it is not said. */
  expiresAt: number | null;
  /** Who is signed in, as the authority names them. */
  account: string | null;
}

/** The one error that an MsalApp raises. */
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
  /** What the sign-in page answered when it sent the operator back with a no; null where it did not. */
  refusal: SignInProblem | null;
  /** A token without a word of the operator's: from the cache or by the refresh token. Raises SignInError. */
  silent(scope: string, fresh: boolean): Promise<MsalToken>;
  /** Leaves for the sign-in page. Raises SignInError where it cannot. `anew`: as somebody else, perhaps. */
  leave(scope: string, anew: boolean): Promise<void>;
  /** Forgets the account and its tokens in this browser. */
  forget(): Promise<void>;
}

/** Opens the sign-in of an authority and client; raises SignInError. */
export type OpenMsalApp = (auth: MsalAuth) => Promise<MsalApp>;

/** Authority and client: what stamps must have in common to share a sign-in. */
export function msalAppKey({ authority, clientId }: MsalAuth): string {
  return `${authority.replace(/\/+$/, "").toLowerCase()} ${clientId.toLowerCase()}`;
}
