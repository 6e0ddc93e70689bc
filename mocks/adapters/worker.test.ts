import { readFileSync } from "node:fs";
import { expect, test } from "vitest";

// An older script than the library's answers nothing, or not everything.
test("the published worker script is the installed library's", () => {
  const published = readFileSync("public/mockServiceWorker.js", "utf8");
  expect(published).toBe(readFileSync("node_modules/msw/lib/mockServiceWorker.js", "utf8"));
});
