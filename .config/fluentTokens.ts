import { createHash } from "node:crypto";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import * as v from "valibot";
import type { Plugin } from "vite";

/** A Fluent theme: token name (without the leading `--`) → its CSS value. */
type Theme = Readonly<Record<string, string>>;

const ThemeSchema = v.record(v.string(), v.pipe(v.union([v.string(), v.number()]), v.transform(String)));
const ThemesSchema = v.object({ webLightTheme: ThemeSchema, webDarkTheme: ThemeSchema, tokens: ThemeSchema });

/**
 * Fluent's light and dark theme, and its `tokens` (name → `var(--name)`), from the package that the installed
 * react-components itself uses.
 */
export function fluentThemes(): { light: Theme; dark: Theme; tokens: Theme } {
  // By way of react-components, because @fluentui/react-theme is its dependency and not ours; and not through its
  // barrel, which takes seconds to load in Node.
  const ours = createRequire(import.meta.url);
  const theirs = createRequire(ours.resolve("@fluentui/react-components/package.json"));
  const themes: unknown = theirs("@fluentui/react-theme");
  const { webLightTheme, webDarkTheme, tokens } = v.parse(ThemesSchema, themes);
  return { light: webLightTheme, dark: webDarkTheme, tokens };
}

/**
 * Replaces `tokens.colorX` by the text it stands for. One such expression in a Button is enough to pull Fluent's
 * whole object of 459 tokens into the first load (27 KB minified).
 */
export function inlineTokens(code: string, tokens: Theme): string {
  return code.replace(/(?<![.\w$])tokens\.(\w+)/g, (expression, name: string) =>
    Object.hasOwn(tokens, name) ? JSON.stringify(tokens[name]) : expression,
  );
}

/** The tokens (of those known) that any of the texts mentions as a custom property: `var(--x)`, `"--x"`, `--x:`. */
export function usedTokens(known: Iterable<string>, texts: readonly string[]): Set<string> {
  const mentioned = new Set(texts.flatMap((text) => text.match(/--[A-Za-z][\w-]*/g) ?? []));
  return new Set([...known].filter((token) => mentioned.has(`--${token}`)));
}

/**
 * The two themes as static CSS: light by default, dark by `data-theme` on the root or by the system's preference.
 * What is equal in both stands once.
 */
export function tokensCss(light: Theme, dark: Theme, wanted: (token: string) => boolean): string {
  const declarations = (theme: Theme, keep: (token: string) => boolean) =>
    Object.entries(theme)
      .filter(([token]) => wanted(token) && keep(token))
      // A blank after a comma is a byte for nothing, but inside quotes (font names) nothing is touched.
      .map(([token, value]) => `--${token}:${/["']/.test(value) ? value : value.replace(/,\s+/g, ",")}`)
      .join(";");
  const darkOnly = declarations(dark, (token) => dark[token] !== light[token]);
  return (
    `:root{${declarations(light, () => true)}}` +
    `:root[data-theme=dark]{${darkOnly}}` +
    `@media (prefers-color-scheme:dark){:root:not([data-theme=light]){${darkOnly}}}`
  );
}

/** A digest of everything that decides which tokens a build uses: our sources, this folder, the versions installed. */
function digestOfSources(root: string): string {
  const hash = createHash("sha256");
  const add = (path: string): void => {
    const stats = statSync(path, { throwIfNoEntry: false });
    if (stats?.isDirectory()) for (const name of readdirSync(path).toSorted()) add(join(path, name));
    else if (stats) hash.update(path.slice(root.length)).update(readFileSync(path));
  };
  for (const name of ["src", ".config", "index.html", "package-lock.json", "vite.config.ts"])
    add(join(root, name));
  return hash.digest("hex").slice(0, 16);
}

const NAME = "virtual:fluent-tokens.css";
// Looks like a path, so that Vite's CSS pipeline takes it for any other style sheet.
const ID = "/__fluent-tokens.css";
const PLACEHOLDER = /#fluent-tokens\{--fluent-tokens:\s*"?\w+"?;?\}/;

/**
 * `import "virtual:fluent-tokens.css"`: Fluent's theme tokens as static CSS, in place of theme objects at run time
 * (50 KB minified). Development serves all of them, a build those that its chunks and style sheets mention.
 *
 * Which ones those are is known only when every chunk is written, and the style sheet has its hashed name by then.
 * So a build first carries a placeholder with a digest of the sources: a new choice of tokens gets a new file name.
 */
export function fluentTokensPlugin(): Plugin {
  let build = false;
  let root = process.cwd();
  const { light, dark, tokens } = fluentThemes();
  return {
    name: "fluent-tokens",
    configResolved(config) {
      build = config.command === "build";
      root = config.root;
    },
    resolveId: { filter: { id: /^virtual:fluent-tokens\.css$/ }, handler: () => ID },
    load: {
      filter: { id: /^\/__fluent-tokens\.css$/ },
      handler() {
        if (build) return `#fluent-tokens{--fluent-tokens:"${digestOfSources(root)}"}`;
        return tokensCss(light, dark, () => true);
      },
    },
    transform: {
      filter: { id: /\/@fluentui\/[^?]*\.js$/, code: /\btokens\./ },
      handler: (code) => (build ? { code: inlineTokens(code, tokens), map: null } : null),
    },
    generateBundle: {
      order: "post",
      handler(_options, bundle) {
        const files = Object.values(bundle);
        const texts = files.map((file) => (file.type === "chunk" ? file.code : String(file.source)));
        const used = usedTokens(Object.keys(light), texts);
        const css = tokensCss(light, dark, (token) => used.has(token));
        let replaced = 0;
        for (const file of files) {
          if (file.type !== "asset" || typeof file.source !== "string" || !PLACEHOLDER.test(file.source))
            continue;
          file.source = file.source.replace(PLACEHOLDER, () => css);
          replaced++;
        }
        if (replaced === 0 && this.getModuleInfo(ID) !== null) {
          this.error(
            `The placeholder of ${NAME} is in no style sheet of the bundle; did its minifier change?`,
          );
        }
      },
    },
  };
}
