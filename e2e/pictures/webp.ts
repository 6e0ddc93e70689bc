// The browser encodes WebP; what it lacks is the container of an animation, which is all that is written here
// (https://developers.google.com/speed/webp/docs/riff_container). A library for it would bring libvips along.

export interface Frame {
  /** A still picture, as `canvas.toBlob` encodes it. */
  webp: Uint8Array;
  ms: number;
}

/** An endless animation of frames of one size. */
export function animatedWebp(frames: readonly Frame[], width: number, height: number): Uint8Array {
  const header = chunk("VP8X", [0b10, 0, 0, 0, ...uint(width - 1, 3), ...uint(height - 1, 3)]);
  // Background and number of loops: none, for ever.
  const animation = chunk("ANIM", [0, 0, 0, 0, 0, 0]);
  const shown = frames.map(({ webp, ms }) => {
    // At the corner, as large as the whole, in place of what was there.
    const place = [0, 0, 0, 0, 0, 0, ...uint(width - 1, 3), ...uint(height - 1, 3), ...uint(ms, 3), 0b10];
    return chunk("ANMF", Buffer.concat([Buffer.from(place), imageChunk(webp)]));
  });
  const body = Buffer.concat([Buffer.from("WEBP"), header, animation, ...shown]);
  return Buffer.concat([Buffer.from("RIFF"), Buffer.from(uint(body.length, 4)), body]);
}

/** The chunk with the picture itself, its header and padding included. */
function imageChunk(webp: Uint8Array): Uint8Array {
  const bytes = Buffer.from(webp);
  for (let at = 12; at + 8 <= bytes.length;) {
    const length = bytes.readUInt32LE(at + 4);
    const end = at + 8 + length + (length % 2);
    if (/^VP8[ L]$/.test(bytes.toString("latin1", at, at + 4))) return bytes.subarray(at, end);
    at = end;
  }
  throw new Error("Not a WebP picture");
}

function chunk(name: string, content: ArrayLike<number>): Buffer {
  const bytes = Buffer.from(Uint8Array.from(content));
  const padding = bytes.length % 2 === 1 ? [0] : [];
  return Buffer.concat([Buffer.from(name), Buffer.from(uint(bytes.length, 4)), bytes, Buffer.from(padding)]);
}

function uint(value: number, bytes: number): number[] {
  return Array.from({ length: bytes }, (_, index) => (value >> (8 * index)) & 0xff);
}
