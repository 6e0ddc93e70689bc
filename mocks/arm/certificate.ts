const SEQUENCE = 0x30;

/**
 * Thumbprint (SHA-1 of the DER, upper case) of a public certificate sent as base64 of a .cer file, DER or PEM; null
 * for anything else, a .pfx or a private key among it.
 */
export async function thumbprintOf(base64: string): Promise<string | null> {
  const file = bytesOf(base64);
  const der = file && (isText(file) ? bytesOfPem(file) : file);
  if (!der || !isCertificate(der)) return null;
  const digest = await crypto.subtle.digest("SHA-1", der);
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, "0").toUpperCase()).join("");
}

/** A certificate is a sequence that begins with a sequence; a .pfx and a private key begin with a number. */
function isCertificate(der: Uint8Array): boolean {
  const outer = headerOf(der, 0);
  return outer?.tag === SEQUENCE && outer.end === der.length && headerOf(der, outer.start)?.tag === SEQUENCE;
}

function headerOf(der: Uint8Array, at: number): { tag: number; start: number; end: number } | null {
  const [tag, first] = [der[at], der[at + 1]];
  if (tag === undefined || first === undefined) return null;
  const digits = first < 0x80 ? [] : [...der.subarray(at + 2, at + 2 + (first & 0x7f))];
  const length = first < 0x80 ? first : digits.reduce((sum, byte) => sum * 256 + byte, 0);
  const start = at + 2 + digits.length;
  return { tag, start, end: start + length };
}

function isText(file: Uint8Array): boolean {
  return file[0] === "-".codePointAt(0);
}

function bytesOfPem(file: Uint8Array): Uint8Array<ArrayBuffer> | null {
  const pem = new TextDecoder().decode(file);
  const body = /-----BEGIN CERTIFICATE-----([\s\S]+?)-----END CERTIFICATE-----/.exec(pem)?.[1];
  return body === undefined || pem.includes("PRIVATE KEY") ? null : bytesOf(body);
}

function bytesOf(base64: string): Uint8Array<ArrayBuffer> | null {
  try {
    return Uint8Array.from(atob(base64.replaceAll(/\s/g, "")), (char) => char.codePointAt(0) ?? 0);
  } catch {
    return null;
  }
}
