import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import * as v from "valibot";
import { expect, it } from "vitest";

const ThemeSchema = v.record(v.string(), v.union([v.string(), v.number()]));

// Through react-components, whose dependency it is; its barrel takes seconds to load in Node.
const fluent = createRequire(
  createRequire(import.meta.url).resolve("@fluentui/react-components/package.json"),
);
const themes = v.parse(
  v.object({ webLightTheme: ThemeSchema, webDarkTheme: ThemeSchema }),
  fluent("@fluentui/react-theme"),
);

const sheet = readFileSync(new URL("shellTokens.css", import.meta.url), "utf8");

/** Declarations of each rule of the sheet, by its selector. */
function declarations(selector: string): [string, string][] {
  const start = sheet.indexOf(`${selector} {`);
  const body = sheet.slice(start, sheet.indexOf("}", start));
  return [...body.matchAll(/--(\w+): ([^;]+);/g)].map(([, name = "", value = ""]) => [name, value]);
}

it.each([
  [":root", themes.webLightTheme],
  ['\n:root[data-theme="dark"]', themes.webDarkTheme],
  [':root:not([data-theme="light"])', themes.webDarkTheme],
])("gives the shell Fluent's own values: %s", (selector, theme) => {
  const declared = declarations(selector);
  expect(declared.length).toBeGreaterThan(10);
  // The formatter writes double quotes.
  for (const [name, value] of declared)
    expect(`${name}: ${value}`).toBe(`${name}: ${String(theme[name]).replaceAll("'", '"')}`);
});

it("declares in the dark theme each token whose value differs there", () => {
  const differing = declarations(":root")
    .map(([name]) => name)
    .filter((name) => themes.webLightTheme[name] !== themes.webDarkTheme[name]);
  expect(declarations('\n:root[data-theme="dark"]').map(([name]) => name)).toEqual(differing);
  expect(declarations(':root:not([data-theme="light"])').map(([name]) => name)).toEqual(differing);
});
