/** How long before its end a sign-in is warned of: time enough to fetch a token (WCAG 2.2.1). */
export const WARN_MS = 5 * 60_000;

/** Where a sign-in stands, as the page tells it. */
export type SignInStage =
  /** There is no token. */
  | "none"
  /** The stamp answered 401 to it. */
  | "refused"
  /** It came after a 401 and has not been answered yet. */
  | "checking"
  /** Past its own date and not refused: clocks differ, and the stamp alone decides. */
  | "over"
  | "soon"
  | "fine";

export interface SignInFacts {
  present: boolean;
  refused: boolean;
  /** Epoch ms; null where the token does not say. */
  expiresAt: number | null;
  /** Whether the last answer to anything was 401. */
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
