import type { Plugin } from "vite";

/** Takes the comments out of a built index.html: they are for its readers here, and everybody would fetch them. */
export function withoutComments(): Plugin {
  return {
    name: "without-comments",
    apply: "build",
    transformIndexHtml: { order: "pre", handler: (html) => html.replace(/\s*<!--[\s\S]*?-->/g, "") },
  };
}
