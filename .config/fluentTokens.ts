import { createHash } from "node:crypto";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import * as v from "valibot";
import type { Plugin } from "vite";
import { type Bundle, firstFiles } from "./initialLoad.ts";

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

/** Which of the two style sheets a token is in. */
type Share = "first" | "rest";

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

const PLACEHOLDER = /#fluent-tokens\{--fluent-tokens:\s*"?(first|rest)-\w+"?;?\}/;

/**
 * Fluent's theme tokens as static CSS, in place of theme objects at run time (50 KB minified), in two style sheets:
 * `virtual:fluent-tokens.css` has those that the first load mentions, `virtual:fluent-tokens-rest.css` those that only
 * its lazy parts do. Development serves all of them in the first, a build no other than it uses.
 *
 * Which ones those are is known only when every chunk is written, and the style sheets have their hashed names by then.
 * So a build first carries placeholders with a digest of the sources: a new choice of tokens gets a new file name.
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
    // Ids that look like paths: Vite's CSS pipeline takes them for any other style sheet.
    resolveId: {
      filter: { id: /^virtual:fluent-tokens(-rest)?\.css$/ },
      handler: (id) => id.replace("virtual:", "/__"),
    },
    load: {
      filter: { id: /^\/__fluent-tokens(-rest)?\.css$/ },
      handler(id) {
        const share: Share = id.includes("-rest") ? "rest" : "first";
        if (build) return `#fluent-tokens{--fluent-tokens:"${share}-${digestOfSources(root)}"}`;
        return share === "first" ? tokensCss(light, dark, () => true) : "";
      },
    },
    transform: {
      filter: { id: /\/@fluentui\/[^?]*\.js$/, code: /\btokens\./ },
      handler: (code) => (build ? { code: inlineTokens(code, tokens), map: null } : null),
    },
    generateBundle: {
      order: "post",
      handler(_options, bundle) {
        const textOf = (file: Bundle[string]) => (file.type === "chunk" ? file.code : String(file.source));
        const known = Object.keys(light);
        const all = usedTokens(known, Object.values(bundle).map(textOf));
        const first = usedTokens(known, firstFiles(bundle).map(textOf));
        const wanted: Record<Share, (token: string) => boolean> = {
          first: (token) => first.has(token),
          rest: (token) => all.has(token) && !first.has(token),
        };
        let replaced = 0;
        for (const file of Object.values(bundle)) {
          if (file.type !== "asset" || typeof file.source !== "string") continue;
          file.source = file.source.replace(PLACEHOLDER, (_, share: Share) => {
            replaced++;
            return tokensCss(light, dark, wanted[share]);
          });
        }
        if (replaced !== 2 && this.getModuleInfo("/__fluent-tokens.css") !== null) {
          this.error(
            `${replaced} of 2 placeholders of Fluent's tokens found; did the minifier of CSS change?`,
          );
        }
      },
    },
  };
}
