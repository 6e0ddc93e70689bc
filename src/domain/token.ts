/** A bearer token's claims: unverified, only for display. */
export interface TokenClaims {
  /** `exp`, epoch ms; null if absent. */
  expiresAt: number | null;
  /** `aud`: the token's audience; null if absent. */
  audience: string | null;
}

const UNREADABLE: TokenClaims = { expiresAt: null, audience: null };
/** The largest instant that a Date can hold. */
const LATEST_MS = 8.64e15;
const LONGEST_AUDIENCE = 200;

/** A pasted token without "Bearer", quotes and line breaks; null if empty. */
export function cleanToken(pasted: string): string | null {
  const token = pasted.replace(/^["'\s]*(authorization\s*:)?\s*bearer\s+/i, "").replace(/["'\s]/g, "");
  return /^[\w.~+/=-]+$/.test(token) ? token : null;
}

/** Reads a JWT's claims (RFC 7519) without verification; empty for any other token. Never throws. */
export function readToken(token: string): TokenClaims {
  const [, payload, signature] = token.split(".");
  if (payload === undefined || signature === undefined) return UNREADABLE;
  try {
    const text = atob(payload.replaceAll("-", "+").replaceAll("_", "/"));
    const claims: unknown = JSON.parse(text);
    if (typeof claims !== "object" || claims === null) return UNREADABLE;
    return { expiresAt: expiryOf(own(claims, "exp")), audience: audienceOf(own(claims, "aud")) };
  } catch {
    return UNREADABLE;
  }
}

function own(claims: object, name: string): unknown {
  return Object.getOwnPropertyDescriptor(claims, name)?.value;
}

function expiryOf(exp: unknown): number | null {
  return typeof exp === "number" && exp > 0 && exp * 1_000 <= LATEST_MS ? exp * 1_000 : null;
}

function audienceOf(aud: unknown): string | null {
  const first: unknown = Array.isArray(aud) ? aud[0] : aud;
  return typeof first === "string" && first !== "" ? first.slice(0, LONGEST_AUDIENCE) : null;
}

/** Why a token may not work. It can still be used: the stamp decides. */
export type TokenDoubt = { kind: "expired"; at: number } | { kind: "audience"; audience: string };

/** Audiences of public Azure, the result of a missing `-ResourceUrl` or `--resource`. */
const PUBLIC_AUDIENCE =
  /^https:\/\/(management\.azure\.com|management\.core\.windows\.net|graph\.(windows\.net|microsoft\.com))\/?$/i;

/** Doubts about a token, or null. `now`: stamp time; `expected`: the stamp's audience, null if unknown. */
export function doubtToken(
  { expiresAt, audience }: TokenClaims,
  now: number,
  expected: string | null,
): TokenDoubt | null {
  if (expiresAt !== null && expiresAt <= now) return { kind: "expired", at: expiresAt };
  if (audience === null) return null;
  const wrong = expected === null ? PUBLIC_AUDIENCE.test(audience) : !sameAudience(audience, expected);
  return wrong ? { kind: "audience", audience } : null;
}

function sameAudience(one: string, other: string): boolean {
  const plain = (audience: string) => audience.replace(/\/$/, "").toLowerCase();
  return plain(one) === plain(other);
}
