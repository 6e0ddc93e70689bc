import fc from "fast-check";
import { expect, test } from "vitest";
import { csv } from "./csv.ts";

test.each([
  ["plain", "plain"],
  ['say "no"', '"say ""no"""'],
  ["a,b", '"a,b"'],
  ["two\r\nlines", '"two\r\nlines"'],
  ["", ""],
  [null, ""],
  [true, "true"],
  [-4.5, "-4.5"],
])("the cell %j is written as %j", (value, written) => {
  expect(csv(["h"], [[value]])).toBe(`h\r\n${written}\r\n`);
});

test.each(["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", " =1", "＝1", "\rx", '=HYPERLINK("http://x","y")'])(
  "%j is no formula any more",
  (value) => {
    const [, line = ""] = csv(["h"], [[value]]).split(/(?<=^h\r\n)/);
    expect(line).toMatch(/^"?'/);
  },
);

test("any table comes back as it was, read by the rules of RFC 4180", () => {
  const text = fc.string({ unit: fc.constantFrom("a", '"', ",", "\r", "\n", " ", "é", "'") });
  fc.assert(
    fc.property(fc.array(fc.array(text, { minLength: 2, maxLength: 2 })), (rows) => {
      const read = parse(csv(["a", "b"], rows)).slice(1);
      const unguarded = read.map((row) =>
        row.map((value) => (/^'[\t\r\n]/.test(value) ? value.slice(1) : value)),
      );
      expect(unguarded).toEqual(
        rows.map((row) => row.map((value) => (/^'[\t\r\n]/.test(value) ? value.slice(1) : value))),
      );
    }),
  );
});

/** A reader of RFC 4180, by its grammar. */
function parse(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  for (const [, quoted, plain, end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/g)) {
    row.push(quoted === undefined ? (plain ?? "") : quoted.replaceAll('""', '"'));
    if (end !== "\r\n") continue;
    rows.push(row);
    row = [];
  }
  return rows;
}
