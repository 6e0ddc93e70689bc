import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { cleanToken, doubtToken, readToken } from "./token.ts";

const encode = (json: string) => btoa(json).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");
const jwt = (claims: unknown) => `eyJ0.${encode(JSON.stringify(claims))}.sig`;

test.each([
  ["eyJ0.eyJh.sig-_", "eyJ0.eyJh.sig-_"],
  ["Bearer eyJ0.a.b", "eyJ0.a.b"],
  ["bearer\teyJ0.a.b  ", "eyJ0.a.b"],
  ["  Authorization: Bearer eyJ0.a.b\n", "eyJ0.a.b"],
  ['"eyJ0.a\n.b"', "eyJ0.a.b"],
  ['"Bearer eyJ0.a.b"', "eyJ0.a.b"],
  ["'Authorization: Bearer eyJ0.a.b'", "eyJ0.a.b"],
  ["", null],
  ["   ", null],
  ["Bearer ", null],
  ["<html>", null],
  ["tøken", null],
])("a pasted %j is sent as %j", (pasted, sent) => {
  expect(cleanToken(pasted)).toBe(sent);
});

describe("a token's own words:", () => {
  test.each([
    [
      jwt({ exp: 1_700_000_000, aud: "https://a/1" }),
      { expiresAt: 1_700_000_000_000, audience: "https://a/1" },
    ],
    [jwt({ exp: 1_700_000_000.5, aud: ["x", "y"] }), { expiresAt: 1_700_000_000_500, audience: "x" }],
    [jwt({ exp: "1700000000" }), { expiresAt: null, audience: null }],
    [jwt({ exp: -1 }), { expiresAt: null, audience: null }],
    [jwt({ exp: 1e300, aud: 7 }), { expiresAt: null, audience: null }],
    [jwt({ aud: [] }), { expiresAt: null, audience: null }],
    [jwt(null), { expiresAt: null, audience: null }],
    [`eyJ0.${encode('{"__proto__":{"exp":1700000000}}')}.sig`, { expiresAt: null, audience: null }],
    ["opaque-token", { expiresAt: null, audience: null }],
    ["a.b", { expiresAt: null, audience: null }],
    ["eyJ0.%%%.sig", { expiresAt: null, audience: null }],
  ])("%j", (token, words) => {
    expect(readToken(token)).toEqual(words);
  });

  test("are read from anything without an exception, and an expiry is always a date", () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc
            .json()
            .map(encode)
            .map((payload) => `h.${payload}.s`),
        ),
        (text) => {
          const { expiresAt } = readToken(text);
          expect(expiresAt === null || !Number.isNaN(new Date(expiresAt).getTime())).toBe(true);
        },
      ),
    );
  });
});

describe("doubts about a token", () => {
  const now = 1_700_000_000_000;
  const stamp = "https://adminmanagement.contoso.onmicrosoft.com/4de154de";
  test.each([
    ["run out", { expiresAt: now, audience: stamp }, stamp, { kind: "expired", at: now }],
    ["fresh", { expiresAt: now + 1, audience: stamp }, stamp, null],
    [
      "its audience with a slash and in capitals",
      { expiresAt: null, audience: `${stamp.toUpperCase()}/` },
      stamp,
      null,
    ],
    [
      "another audience",
      { expiresAt: null, audience: "https://x/" },
      stamp,
      { kind: "audience", audience: "https://x/" },
    ],
    [
      "another audience, nothing known of the stamp's",
      { expiresAt: null, audience: "https://x/" },
      null,
      null,
    ],
    [
      "public Azure's",
      { expiresAt: null, audience: "https://management.core.windows.net/" },
      null,
      { kind: "audience", audience: "https://management.core.windows.net/" },
    ],
    ["one that says nothing", { expiresAt: null, audience: null }, stamp, null],
  ])("%s", (_name, words, expected, doubt) => {
    expect(doubtToken(words, now, expected)).toEqual(doubt);
  });
});
