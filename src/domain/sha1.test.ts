import { createHash } from "node:crypto";
import fc from "fast-check";
import { expect, test } from "vitest";
import { sha1Hex } from "./sha1.ts";

test("is the platform's SHA-1, whatever the bytes and around every block's edge", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
      expect(sha1Hex(bytes)).toBe(createHash("sha1").update(bytes).digest("hex").toUpperCase());
    }),
  );
  for (const length of [0, 1, 54, 55, 56, 63, 64, 65, 119, 120, 128, 70_000]) {
    const bytes = new Uint8Array(length).fill(0xa5);
    expect(sha1Hex(bytes)).toBe(createHash("sha1").update(bytes).digest("hex").toUpperCase());
  }
});
