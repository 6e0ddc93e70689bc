import fc from "fast-check";
import { expect, test } from "vitest";
import { lineOf } from "./stampsFileLines.ts";

const FILE = `{
  "note": "a \\"quoted\\" {stamps: [\\n",
  "stamps": [
    { "id": "east", "endpoint": "https://arm.east" },
    {
      "id": "west",
      "auth": { "kind": "msal",
        "authority": "http://login" }
    },
    7
  ]
}`;

const places: [keys: (string | number)[], line: number][] = [
  [[], 1],
  [["note"], 2],
  [["stamps"], 3],
  [["stamps", 0, "endpoint"], 4],
  [["stamps", 1], 5],
  [["stamps", 1, "auth", "authority"], 8],
  [["stamps", 2], 10],
  // What is missing is told where it would have to stand.
  [["stamps", 1, "auth", "scope"], 7],
  [["stamps", 2, "endpoint"], 10],
];

test.each(places)("%j begins in line %i", (keys, line) => {
  expect(lineOf(FILE, keys)).toBe(line);
});

test("the line of each value, however the file is laid out", () => {
  const keyed = fc.dictionary(fc.string(), fc.oneof(fc.string(), fc.integer(), fc.constant({ a: [] })));
  fc.assert(
    fc.property(fc.array(keyed, { minLength: 1 }), fc.nat(), (stamps, pick) => {
      const index = pick % stamps.length;
      const marked = stamps.map((stamp, at) => (at === index ? { ...stamp, here: "the mark" } : stamp));
      const json = JSON.stringify({ stamps: marked }, null, 1);
      const expected = json.split("\n").findIndex((line) => line.includes('"here": "the mark"')) + 1;
      expect(lineOf(json, ["stamps", index, "here"])).toBe(expected);
    }),
  );
});
