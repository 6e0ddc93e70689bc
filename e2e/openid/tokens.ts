import { createHash, generateKeyPairSync, sign, verify } from "node:crypto";

const { privateKey, publicKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });

const encoded = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString("base64url");

/** The provider's public key as OpenID clients read it. */
export function jwks(): unknown {
  return { keys: [{ ...publicKey.export({ format: "jwk" }), use: "sig", alg: "RS256", kid: "test" }] };
}

/** A JWT over the claims, signed with RS256. */
export function signToken(claims: Record<string, unknown>): string {
  const text = `${encoded({ typ: "JWT", alg: "RS256", kid: "test" })}.${encoded(claims)}`;
  return `${text}.${sign("RSA-SHA256", Buffer.from(text), privateKey).toString("base64url")}`;
}

/** What a stamp does with a token: signature, audience and expiry, `now` in epoch ms. */
export function isGoodToken(token: string, audience: string, now: number): boolean {
  const [head = "", payload = "", signature = ""] = token.split(".");
  const bytes = Buffer.from(signature, "base64url");
  if (!verify("RSA-SHA256", Buffer.from(`${head}.${payload}`), publicKey, bytes)) return false;
  const claims: unknown = JSON.parse(Buffer.from(payload, "base64url").toString());
  if (typeof claims !== "object" || claims === null || !("exp" in claims) || !("aud" in claims)) return false;
  return claims.aud === audience && typeof claims.exp === "number" && claims.exp * 1_000 > now;
}

/** PKCE's S256 (RFC 7636). */
export function challengeOf(verifier: string): string {
  return createHash("sha256").update(verifier).digest("base64url");
}
