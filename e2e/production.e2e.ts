import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { expect, test } from "@playwright/test";

const dist = resolve(import.meta.dirname, "../dist");

function filesOf(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? filesOf(path) : [path];
  });
}

test("the production build holds no mock: neither msw, nor its worker, nor the simulator", () => {
  const files = filesOf(dist);
  const names = files.map((file) => file.slice(dist.length));
  for (const worker of ["/mockServiceWorker.js", "/demoWorker.js"]) expect(names).not.toContain(worker);
  const traces = ["mockServiceWorker", "[MSW]", "setupWorker", "fs01.contoso.com", "_mock"];
  for (const file of files) {
    const text = readFileSync(file, "utf8");
    for (const trace of traces) expect(text.includes(trace), `${trace} in ${file}`).toBe(false);
  }
});
