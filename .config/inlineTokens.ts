import { createRequire } from "node:module";
import * as v from "valibot";
import type { Plugin } from "vite";

// Through react-components, whose dependency it is; its barrel takes seconds to load in Node.
const fluent = createRequire(
  createRequire(import.meta.url).resolve("@fluentui/react-components/package.json"),
);
const { tokens } = v.parse(
  v.object({ tokens: v.record(v.string(), v.string()) }),
  fluent("@fluentui/react-theme"),
);

/**
 * Replaces `tokens.colorX` in Fluent's sources by the text it stands for, "var(--colorX)". A few such expressions pull the
 * whole object of 459 tokens into the first load, which minifiers can't remove.
 */
export function inlineTokens(): Plugin {
  return {
    name: "inline-tokens",
    apply: "build",
    transform: {
      filter: { id: /\/@fluentui\/[^?]*\.js$/, code: /\btokens\./ },
      handler: (code) => ({
        code: code.replace(/(?<![.\w$])tokens\.(\w+)/g, (expression, name: string) =>
          Object.hasOwn(tokens, name) ? JSON.stringify(tokens[name]) : expression,
        ),
        map: null,
      }),
    },
  };
}
