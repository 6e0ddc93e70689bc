import { expect, test } from "vitest";
import { expiryOf } from "./certificate.ts";

const DAY_MS = 24 * 3_600_000;

test.each([
  [-1, "expired"],
  [0, "soon"],
  [30 * DAY_MS, "soon"],
  [30 * DAY_MS + 1, "later"],
] as const)("a certificate that ends in %d ms: %s", (leftMs, expiry) => {
  expect(expiryOf(1_000_000 + leftMs, 1_000_000)).toBe(expiry);
});
