/** FNV-1a over text and numbers: the same words always give the same 32 bits. */
export function hash(...words: (string | number)[]): number {
  let bits = 0x811c9dc5;
  const text = words.join("\u0000");
  // No iterator: ten thousand backups take a million steps here.
  for (let index = 0; index < text.length; index += 1) {
    bits = Math.imul(bits ^ text.charCodeAt(index), 0x01000193);
  }
  return bits >>> 0;
}

/** Mulberry32: a stream of numbers in [0, 1) from one seed. */
export function stream(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let bits = Math.imul(state ^ (state >>> 15), state | 1);
    bits ^= bits + Math.imul(bits ^ (bits >>> 7), bits | 61);
    return ((bits ^ (bits >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** An integer in [from, to], drawn by `next`. */
export function between(next: () => number, from: number, to: number): number {
  return from + Math.floor(next() * (to - from + 1));
}

const HEX = "0123456789ABCDEF";

/** `length` hexadecimal digits, upper case like a certificate thumbprint. */
export function hex(seed: number, length: number): string {
  const next = stream(seed);
  let text = "";
  while (text.length < length) text += HEX.charAt(between(next, 0, 15));
  return text;
}

const BASE64 = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/** Base64 text of `length` characters standing for a blob; a multiple of four without padding. */
export function base64(seed: number, length: number): string {
  const next = stream(seed);
  return Array.from({ length }, () => BASE64.charAt(between(next, 0, 63))).join("");
}

/** A GUID of version 4's form, lower case as stamps write backup ids. */
export function guid(...words: (string | number)[]): string {
  const text = words.join("\u0000");
  // Two lanes: with 32 bits two of some ten thousand backups might share an id.
  let left = 0x811c9dc5;
  let right = 0x9e3779b9;
  for (let index = 0; index < text.length; index += 1) {
    const char = text.charCodeAt(index);
    left = Math.imul(left ^ char, 0x01000193);
    right = Math.imul(right ^ char, 0x85ebca6b);
  }
  const digits = [left, right, left + Math.imul(right, 3), right ^ (left >>> 7)].map(eightDigits).join("");
  const variant = "89ab".charAt((left >>> 3) % 4);
  return `${digits.slice(0, 8)}-${digits.slice(8, 12)}-4${digits.slice(13, 16)}-${variant}${digits.slice(17, 20)}-${digits.slice(20)}`;
}

/** Murmur's last step, so that neighbours look nothing alike. */
function eightDigits(word: number): string {
  let bits = Math.imul(word ^ (word >>> 16), 0x85ebca6b);
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35);
  return ((bits ^ (bits >>> 16)) >>> 0).toString(16).padStart(8, "0");
}
