import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, test } from "vitest";

// The one form of a citation is docs/architecture.md "How comments cite".

const root = resolve(import.meta.dirname, "..");
const self = ".config/citations.test.ts";

const filesIn = (folder: string): string[] =>
  readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
    .map((name) => `${folder}/${name.replaceAll("\\", "/")}`)
    .filter((path) => /(\.([cm]?[jt]sx?|css|html|conf|config)|\/Caddyfile)$/.test(path) && path !== self);

const documents = [
  "README.md",
  "AGENTS.md",
  ...readdirSync(join(root, "docs"))
    .filter((name) => name.endsWith(".md"))
    .map((name) => `docs/${name}`),
];
const sources = [
  ...["src", "mocks", "e2e", ".config", "docs/hosting"].flatMap(filesIn),
  "index.html",
  "vite.config.ts",
];

const read = (path: string) => readFileSync(join(root, path), "utf8");

/** A comment's text without what leads its lines, so that a citation may run over two of them. */
const unwrapped = (text: string) => text.replaceAll(/\s*\n\s*(?:\*(?!\/)|\/\/|#)?\s*/g, " ");

/** Pages of docs/ that a text names, each with its heading where it names one. */
function citationsIn(text: string): { page: string; heading: string | null }[] {
  return [...unwrapped(text).matchAll(/\b(docs\/[\w-]+\.md)(?: "([^"]+)")?/g)].map(
    ([, page = "", heading]) => ({ page, heading: heading ?? null }),
  );
}

/** Paths of this repository that a document names. */
function pathsIn(text: string): string[] {
  return [...text.matchAll(/(?<![\w./-])(?:src|mocks|e2e|docs|\.config)\/[\w./-]+\.\w+/g)].map(
    ([path]) => path,
  );
}

function headingsOf(markdown: string): string[] {
  const prose = markdown.replaceAll(/^```[^]*?^```/gm, "");
  return [...prose.matchAll(/^#{1,6} (.+)$/gm)].map(([, heading = ""]) => heading.trim());
}

function isThere({ page, heading }: { page: string; heading: string | null }): boolean {
  if (!existsSync(join(root, page))) return false;
  return heading === null || headingsOf(read(page)).includes(heading);
}

describe("a citation", () => {
  test("is found with its heading, also over two lines of a comment", () => {
    const comment = `/**\n * Never a verdict (docs/faults.md "Following\n * a run"); docs/fleet.md says how often.\n */`;
    expect(citationsIn(comment)).toEqual([
      { page: "docs/faults.md", heading: "Following a run" },
      { page: "docs/fleet.md", heading: null },
    ]);
  });

  test("is there when its page has the heading, outside of code", () => {
    expect(headingsOf("# A\n\n```sh\n# no\n```\n\n## B c\n")).toEqual(["A", "B c"]);
    expect(isThere({ page: "docs/faults.md", heading: "Invariants" })).toBe(true);
    expect(isThere({ page: "docs/faults.md", heading: "Invariant" })).toBe(false);
    expect(isThere({ page: "docs/nowhere.md", heading: null })).toBe(false);
  });

  test("in code or a document names a page and a heading that exist", () => {
    const dangling = [...sources, ...documents].flatMap((file) =>
      citationsIn(read(file))
        .filter((citation) => !isThere(citation))
        .map(({ page, heading }) => `${file}: ${page} ${heading ?? ""}`.trim()),
    );
    expect(dangling).toEqual([]);
  });
});

test("nothing cites a page that a clone does not have", () => {
  // In capitals, by file, section, number or topic: how such pages were cited. A constant of that name is none.
  const outside =
    /(?<!const )\b(?:DESIGN|FACTS|FAULTS|UX|WORDS|STYLE|TOOLCHAIN)(?:\.md|[:,]? ?(?:§|\d)|[:,] [a-z])/g;
  const cited = [...sources, ...documents].flatMap((file) =>
    [...unwrapped(read(file)).matchAll(outside)].map(([text]) => `${file}: ${text}`),
  );
  expect(cited).toEqual([]);
});

test('a document names only files that exist, so that "tested in" stays true', () => {
  const gone = documents.flatMap((file) =>
    pathsIn(read(file))
      .filter((path) => !existsSync(join(root, path)))
      .map((path) => `${file}: ${path}`),
  );
  expect(gone).toEqual([]);
});
