import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { expect, test } from "vitest";

// Two rules of docs/architecture.md "Imports" that lint cannot tell: an import's kind, and `new Date()` without arguments.

const root = resolve(import.meta.dirname, "..");

function sources(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
    .map((name) => `${folder}/${name.replaceAll("\\", "/")}`)
    .filter((path) => /\.tsx?$/.test(path) && !/\.test\.tsx?$|\/testing\//.test(path));
}

const read = (path: string) => readFileSync(join(root, path), "utf8");

test("main.tsx opens the mocks with one dynamic import, which a production build can drop", () => {
  const mentions = read("src/main.tsx").match(/^.*["'`][^"'`]*\/mocks\/.*$/gm) ?? [];
  expect(mentions).toHaveLength(1);
  expect(mentions[0]).toMatch(/\bawait import\("\.\.\/mocks\/adapters\/browser\.ts"\)/);
});

test("domain and simulator are told the time and never ask for it", () => {
  for (const file of [...sources("src/domain"), ...sources("mocks/sim")]) {
    expect(read(file), file).not.toMatch(/new Date\(\s*\)|\bDate\(\)/);
  }
});
