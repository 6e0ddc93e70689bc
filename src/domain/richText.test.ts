import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { plainText, toRichText, type RichToken } from "./richText.ts";

const words = (text: string): RichToken => ({ type: "Text", text, uri: null });
const begin = (uri: string | null): RichToken => ({ type: "LinkBegin", text: null, uri });
const END: RichToken = { type: "LinkEnd", text: null, uri: null };
const LINE: RichToken = { type: "NewLine", text: null, uri: null };

describe("an alert's text", () => {
  test("is words, line breaks and links, in their order", () => {
    const tokens = [words("See "), begin("https://aka.ms/logs"), words("the guide"), END, words("."), LINE];
    expect(toRichText(tokens)).toEqual([
      { kind: "text", text: "See " },
      { kind: "link", text: "the guide", href: "https://aka.ms/logs", host: "aka.ms" },
      { kind: "text", text: "." },
      { kind: "line" },
    ]);
    expect(plainText(toRichText(tokens))).toBe("See the guide. ");
  });

  test("names a link without words by its address", () => {
    expect(toRichText([begin("http://10.0.0.1/x"), END])).toMatchObject([{ text: "http://10.0.0.1/x" }]);
  });

  test.each([
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    " javascript:alert(1)",
    "java\nscript:alert(1)",
    "data:text/html,<script>alert(1)</script>",
    "vbscript:x",
    "file:///etc/passwd",
    "blob:https://a.example/1",
    "//evil.example",
    "/subscriptions/x",
    "https://stamp.example@evil.example/",
    "https://user:secret@evil.example/",
    "https://",
    "not an address",
  ])("does not follow %s, and keeps its words", (uri) => {
    expect(toRichText([begin(uri), words("click me"), END])).toEqual([
      { kind: "refusedLink", text: "click me" },
    ]);
  });

  test("has plain words where a link has no address, as one to a portal's resource", () => {
    expect(toRichText([begin(null), words("the role"), END])).toEqual([{ kind: "text", text: "the role" }]);
    expect(toRichText([begin(""), words("the role"), END])).toEqual([{ kind: "text", text: "the role" }]);
  });

  test("loses no words of links that do not end, end twice or begin within another", () => {
    const a = begin("https://a.example/");
    expect(toRichText([a, words("one")])).toMatchObject([{ kind: "link", text: "one" }]);
    expect(toRichText([a, words("one"), END, END, words("two")])).toMatchObject([
      { kind: "link", text: "one" },
      { kind: "text", text: "two" },
    ]);
    expect(toRichText([a, words("one"), begin("https://b.example/"), words("two"), END])).toMatchObject([
      { href: "https://a.example/", text: "one" },
      { href: "https://b.example/", text: "two" },
    ]);
  });

  test("shows the words of tokens that nobody knows yet", () => {
    expect(toRichText([{ type: "Bold", text: "now", uri: null }])).toEqual([{ kind: "text", text: "now" }]);
  });

  test("never leads anywhere but to http and https, whatever came", () => {
    const token = fc.record({
      type: fc.oneof(fc.constantFrom("Text", "LinkBegin", "LinkEnd", "NewLine"), fc.string()),
      text: fc.option(fc.string()),
      uri: fc.option(
        fc.oneof(fc.string(), fc.constantFrom("http://a.b/c?d#e", "javascript:1", "data:,x", "https://a@b/")),
      ),
    });
    fc.assert(
      fc.property(fc.array(token), (tokens) => {
        for (const segment of toRichText(tokens)) {
          if (segment.kind === "link") expect(segment.href).toMatch(/^https?:\/\/[^@/]+(\/|$|\?|#)/);
        }
      }),
    );
  });
});
