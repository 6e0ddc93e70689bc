import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { ARM_POLICY, armHeaders, securityHeaders, TRANSPORT_SECURITY } from "./headers.ts";

const docs = resolve(import.meta.dirname, "../docs");
const read = (name: string) => readFileSync(join(docs, name), "utf8");
const EVERYWHERE: Readonly<Record<string, string>> = {
  ...securityHeaders({ mocks: false }),
  "Strict-Transport-Security": TRANSPORT_SECURITY,
};
const armAnswer: Readonly<Record<string, string>> = { ...EVERYWHERE, ...armHeaders() };

/** Name and value of each match, in a list so that a header said twice shows. */
function pairs(text: string, pattern: RegExp): [string, string][] {
  return [...text.matchAll(pattern)].map(([, name = "", value = ""]) => [name, value]);
}

/** What lies between the first place of one text and the next of another. */
function between(text: string, from: string, to: string): string {
  const start = text.indexOf(from);
  const end = text.indexOf(to, start);
  expect([start, end], `${from} … ${to}`).not.toContain(-1);
  return text.slice(start + from.length, end);
}

describe("a documented configuration sends the headers of .config/headers.ts, word for word: when they change, change", () => {
  test("docs/hosting/nginx.conf", () => {
    const text = read("hosting/nginx.conf");
    const policies = between(text, "map $uri $console_policy {", "}");
    expect(pairs(policies, /^ {4}(\S+) +"(.*)";$/gm)).toEqual([
      ['"~^/arm(/|$)"', ARM_POLICY],
      ["default", EVERYWHERE["Content-Security-Policy"]],
    ]);
    const { "Content-Security-Policy": _, ...others } = EVERYWHERE;
    expect(pairs(text, /^ {4}add_header (\S+) "(.*)" always;$/gm)).toEqual(Object.entries(others));
    expect(text).toContain("\n    add_header Content-Security-Policy $console_policy always;\n");
    // A location with an add_header of its own would lose the server's: all stand at the server's level.
    const every = text.match(/^\s*add_header .*/gm) ?? [];
    expect(every.filter((line) => !/^ {4}add_header \S+ (?:".*"|\$console_\w+) always;$/.test(line))).toEqual(
      [],
    );
  });

  test("docs/hosting/web.config", () => {
    const text = read("hosting/web.config");
    const added = between(text, "<customHeaders>", "</customHeaders>");
    expect(pairs(added, /<add name="([^"]+)" value="([^"]+)" \/>/g)).toEqual(Object.entries(EVERYWHERE));
    const ofStamps = pairs(
      text,
      /"RESPONSE_(\w+)" pattern="\.[*+]" \/>\s*<action type="Rewrite" value="([^"]+)"/g,
    );
    for (const [name, value] of ofStamps) expect(armAnswer[name.replaceAll("_", "-")], name).toBe(value);
    expect(ofStamps.map(([name]) => name)).toContain("Content_Security_Policy");
  });

  test("docs/hosting/Caddyfile", () => {
    const text = read("hosting/Caddyfile");
    const snippet = between(text, "(console_headers) {", "\n}");
    const { "Content-Security-Policy": policy, ...others } = EVERYWHERE;
    expect(pairs(snippet, /^\t\t([A-Z]\S+) "(.*)"$/gm)).toEqual(Object.entries(others));
    expect(pairs(snippet, /^\theader (@\S+) Content-Security-Policy "(.*)"$/gm)).toEqual([
      ["@{args.0}_page", policy],
      ["@{args.0}_data", ARM_POLICY],
    ]);
    // Of the site, and of its errors.
    expect(text.match(/import console_headers/g)).toHaveLength(2);
  });
});

/** The first place where XML without text, entities or CDATA is not well-formed; null where it is. */
function flawOf(xml: string): string | null {
  const body = xml.replace(/^<\?xml [^>]*\?>/, "").replaceAll(/<!--(?:(?!--)[^])*-->/g, "");
  const open: string[] = [];
  const tag = /\s*<(\/?)([\w.]+)((?:\s+[\w.:]+="[^"<&]*")*)\s*(\/?)>/y;
  for (let at = 0; at < body.trimEnd().length; at = tag.lastIndex) {
    tag.lastIndex = at;
    const [, closing, name = "", attributes = "", empty] = tag.exec(body) ?? [];
    if (name === "") return `no tag: ${body.slice(at, at + 80).trim()}`;
    const names = [...attributes.matchAll(/([\w.:]+)="[^"]*"/g)].map(([, attribute]) => attribute);
    if (new Set(names).size < names.length) return `an attribute twice: ${name}`;
    if (closing && open.pop() !== name) return `closed and not open: ${name}`;
    if (!closing && !empty) open.push(name);
  }
  return open.length > 0 ? `not closed: ${open.join(", ")}` : null;
}

test("web.config is well-formed", () => {
  expect(flawOf(read("hosting/web.config"))).toBeNull();
  const flaws = [
    "<a><b></a></b>",
    "<a>",
    '<a b="<"/>',
    '<a b="1" b="2"/>',
    "<a>text</a>",
    "<!-- a -- b --><a/>",
  ];
  for (const flaw of flaws) expect(flawOf(flaw), flaw).not.toBeNull();
});

describe("docs/hosting.md", () => {
  const doc = read("hosting.md");

  test("names every value that has to be replaced, and each is in the files", () => {
    const table = between(doc, "## Values to replace", "\n## ");
    const values = [...table.matchAll(/^\| `([^`]+)` \|/gm)].map(([, value = ""]) => value);
    expect(values.length).toBeGreaterThan(4);
    const nginx = read("hosting/nginx.conf");
    for (const value of values) expect(nginx, value).toContain(value);
  });

  test("links to the files", () => {
    for (const name of ["nginx.conf", "web.config", "Caddyfile", "stamps.json"]) {
      expect(doc).toContain(`](hosting/${name})`);
    }
  });
});
