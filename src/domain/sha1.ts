/**
 * SHA-1 of some bytes, as upper-case hex: a certificate's thumbprint. It names a certificate and protects nothing. Our
 * own, because SubtleCrypto is missing on plain http, where stamps behind air gaps may serve this page.
 */
export function sha1Hex(bytes: Uint8Array): string {
  const state = [0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476, 0xc3d2e1f0];
  const padded = pad(bytes);
  for (let offset = 0; offset < padded.byteLength; offset += 64) block(state, padded, offset);
  return state.map((word) => word.toString(16).padStart(8, "0").toUpperCase()).join("");
}

/** The message, one set bit, zeros, and its length in bits, to a whole number of blocks (RFC 3174, 4). */
function pad(bytes: Uint8Array): DataView {
  const padded = new Uint8Array((((bytes.length + 8) >> 6) + 1) << 6);
  padded.set(bytes);
  padded[bytes.length] = 0x80;
  const view = new DataView(padded.buffer);
  view.setUint32(padded.length - 8, Math.floor(bytes.length / 0x2000_0000));
  view.setUint32(padded.length - 4, bytes.length << 3);
  return view;
}

const CONSTANTS = [0x5a827999, 0x6ed9eba1, 0x8f1bbcdc, 0xca62c1d6];

/** One block of 64 bytes (RFC 3174, 6.1). */
function block(state: number[], view: DataView, offset: number): void {
  const words = Array.from({ length: 16 }, (_, index) => view.getUint32(offset + index * 4));
  for (let t = 16; t < 80; t += 1) {
    words.push(rotated(at(words, t - 3) ^ at(words, t - 8) ^ at(words, t - 14) ^ at(words, t - 16), 1));
  }
  let [a = 0, b = 0, c = 0, d = 0, e = 0] = state;
  for (let t = 0; t < 80; t += 1) {
    const next = rotated(a, 5) + mixed(t, b, c, d) + e + at(words, t) + at(CONSTANTS, Math.floor(t / 20));
    [a, b, c, d, e] = [next >>> 0, a, rotated(b, 30), c, d];
  }
  [a, b, c, d, e].forEach((word, index) => {
    state[index] = (at(state, index) + word) >>> 0;
  });
}

function mixed(t: number, b: number, c: number, d: number): number {
  if (t < 20) return (b & c) | (~b & d);
  return t >= 40 && t < 60 ? (b & c) | (b & d) | (c & d) : b ^ c ^ d;
}

function rotated(word: number, by: number): number {
  return ((word << by) | (word >>> (32 - by))) >>> 0;
}

function at(words: readonly number[], index: number): number {
  return words[index] ?? 0;
}
