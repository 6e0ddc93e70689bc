import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test, vi } from "vitest";

vi.stubGlobal("window", { matchMedia: () => ({ matches: false }) });
const { BREAKPOINTS } = await import("./breakpoints.ts");

const src = join(import.meta.dirname, "..");

function styleSheets(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".css"));
}

test("style sheets change their layout at the named widths and no others", () => {
  const named = new Set<number>(Object.values(BREAKPOINTS));
  const others = styleSheets(src).flatMap((name) => {
    const widths = readFileSync(join(src, name), "utf8").matchAll(
      /\((?:max|min)-width: ([\d.]+)(px|rem|em)\)/g,
    );
    return [...widths]
      .filter(([, width, unit]) => unit !== "px" || !named.has(Number(width)))
      .map(([query]) => `${name}: ${query}`);
  });
  expect(others).toEqual([]);
});
