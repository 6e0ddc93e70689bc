import type { Plugin } from "vite";

/** Removes the comments from a built index.html, so that browsers don't download them. */
export function withoutComments(): Plugin {
  return {
    name: "without-comments",
    apply: "build",
    transformIndexHtml: { order: "pre", handler: (html) => html.replace(/\s*<!--[\s\S]*?-->/g, "") },
  };
}
