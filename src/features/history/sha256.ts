/**
 * SHA-256 of a text in UTF-8, lower-case hex. Plain http has no WebCrypto (`crypto.subtle` is for secure contexts only):
 * there, a library is loaded for it.
 */
export async function sha256(text: string): Promise<string> {
  const bytes = new TextEncoder().encode(text);
  const hash = isSecureContext
    ? new Uint8Array(await crypto.subtle.digest("SHA-256", bytes))
    : (await import("@noble/hashes/sha2.js")).sha256(bytes);
  return [...hash].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}
