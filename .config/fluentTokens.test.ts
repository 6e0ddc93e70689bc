import { expect, test } from "vitest";
import { fluentThemes, inlineTokens, tokensCss, usedTokens } from "./fluentTokens.ts";

const { light, dark, tokens } = fluentThemes();

test("both themes have the same tokens, none of which needs another", () => {
  expect(Object.keys(dark).toSorted()).toEqual(Object.keys(light).toSorted());
  expect(Object.keys(light).length).toBeGreaterThan(400);
  for (const value of [...Object.values(light), ...Object.values(dark)]) expect(value).not.toContain("var(");
});

test("a token counts as used wherever it is mentioned as a custom property, and only in its full name", () => {
  const texts = ["a{color:var(--colorB)}", 'style.getPropertyValue("--colorC")', "colorD", "var(--colorEE)"];
  expect([...usedTokens(["colorB", "colorC", "colorD", "colorE"], texts)]).toEqual(["colorB", "colorC"]);
});

test("what both themes share stands once, the rest by data-theme and by the system's preference", () => {
  const css = tokensCss(
    { a: "1px", b: "#fff", c: "no" },
    { a: "1px", b: "#000", c: "no" },
    (name) => name !== "c",
  );
  expect(css).toBe(
    ":root{--a:1px;--b:#fff}:root[data-theme=dark]{--b:#000}" +
      "@media (prefers-color-scheme:dark){:root:not([data-theme=light]){--b:#000}}",
  );
});

test("Fluent's token expressions become their texts", () => {
  expect(inlineTokens("`calc(${tokens.strokeWidthThin} + 1px)`", tokens)).toBe(
    '`calc(${"var(--strokeWidthThin)"} + 1px)`',
  );
  expect(inlineTokens("[tokens.zIndexPopup]", tokens)).toBe(`["${tokens["zIndexPopup"]}"]`);
  for (const code of ["theme.tokens.colorBrand", "tokens[name]", "tokens.length", "mytokens.colorB"]) {
    expect(inlineTokens(code, tokens)).toBe(code);
  }
});
