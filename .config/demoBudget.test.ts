import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { DEMO_BUDGET_KB, folderBytes, judgeDemo } from "./demoBudget.ts";

test("the demo's size counts every file in every folder", () => {
  const folder = mkdtempSync(join(tmpdir(), "demo-"));
  mkdirSync(join(folder, "assets"));
  writeFileSync(join(folder, "index.html"), "x".repeat(10));
  writeFileSync(join(folder, "assets", "page.js"), "x".repeat(32));
  expect(folderBytes(folder)).toBe(42);
  rmSync(folder, { recursive: true });
});

test.each([
  [DEMO_BUDGET_KB * 1024, false],
  [DEMO_BUDGET_KB * 1024 + 1, true],
])("%i bytes: over budget is %s", (bytes, isBroken) => {
  expect(judgeDemo(bytes).isBroken).toBe(isBroken);
});
