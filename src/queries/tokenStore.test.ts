import { expect, test } from "vitest";
import { cleanToken } from "./tokenStore.ts";

test.each([
  ["eyJ0.eyJh.sig-_", "eyJ0.eyJh.sig-_"],
  ["Bearer eyJ0.a.b", "eyJ0.a.b"],
  ["  Authorization: Bearer eyJ0.a.b\n", "eyJ0.a.b"],
  ['"eyJ0.a\n.b"', "eyJ0.a.b"],
  ["", null],
  ["   ", null],
  ["<html>", null],
  ["tøken", null],
])("a pasted %j is sent as %j", (pasted, sent) => {
  expect(cleanToken(pasted)).toBe(sent);
});
