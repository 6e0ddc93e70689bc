/** How long before expiry the page warns: enough time to get a token (WCAG 2.2.1). */
export const WARN_MS = 5 * 60_000;

/** Stage of a sign-in, as shown. */
export type SignInStage =
  /** There is no token. */
  | "none"
  /** The stamp refused it (401). */
  | "refused"
  /** Entered after a 401, not used in an answered request yet. */
  | "checking"
  /** Past its expiry but not refused: clocks differ, and the stamp decides. */
  | "over"
  | "soon"
  | "fine";

export interface SignInFacts {
  present: boolean;
  refused: boolean;
  /** Epoch ms; null if the token has no expiry. */
  expiresAt: number | null;
  /** Whether the last answer was a 401. */
  asked: boolean;
}

/** The stage of a sign-in at `now`, stamp time. */
export function signInStage({ present, refused, expiresAt, asked }: SignInFacts, now: number): SignInStage {
  if (!present) return "none";
  if (refused) return "refused";
  if (asked) return "checking";
  if (expiresAt === null || expiresAt - now > WARN_MS) return "fine";
  return expiresAt <= now ? "over" : "soon";
}
