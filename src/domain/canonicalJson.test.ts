import fc from "fast-check";
import { expect, test } from "vitest";
import { canonicalJson } from "./canonicalJson.ts";

test.each([
  // The examples of RFC 8785, 3.2.2 and 3.2.3.
  [
    '{"numbers":[333333333.33333329,1E30,4.50,2e-3,0.000000000000000000000000001],"string":"\\u20ac$\\u000F\\u000aA\'\\u0042\\u0022\\u005c\\\\\\"\\/","literals":[null,true,false]}',
    '{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}',
  ],
  [
    '{"\\u20ac":"Euro Sign","\\r":"Carriage Return","\\ufb33":"Hebrew Letter Dalet With Dagesh","1":"One","\\ud83d\\ude00":"Emoji: Grinning Face","\\u0080":"Control","\\u00f6":"Latin Small Letter O With Diaeresis"}',
    '{"\\r":"Carriage Return","1":"One","\u0080":"Control","ö":"Latin Small Letter O With Diaeresis","€":"Euro Sign","😀":"Emoji: Grinning Face","\ufb33":"Hebrew Letter Dalet With Dagesh"}',
  ],
  ["[-0, 1.0, 1e21]", "[0,1,1e+21]"],
  ['{"b":{"d":1,"c":2},"a":[{"z":null,"y":{}}]}', '{"a":[{"y":{},"z":null}],"b":{"c":2,"d":1}}'],
])("%s", (text, canonical) => {
  expect(canonicalJson(JSON.parse(text))).toBe(canonical);
});

test("what JSON cannot say is refused, not left out", () => {
  for (const value of [undefined, Number.NaN, Infinity, 1n, () => 1, [undefined], { a: undefined }]) {
    expect(() => canonicalJson(value)).toThrow(TypeError);
  }
});

test("any JSON is said whole, and the same whatever the order of keys and the white space", () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const canonical = canonicalJson(value);
      expect(JSON.parse(canonical)).toEqual(JSON.parse(JSON.stringify(value)));
      expect(canonicalJson(JSON.parse(JSON.stringify(turned(value), null, 3)))).toBe(canonical);
    }),
  );
});

/** The same value with the keys of every object in reverse. */
function turned(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(turned);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .toReversed()
      .map(([key, member]) => [key, turned(member)]),
  );
}
