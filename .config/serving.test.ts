import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { preview, type PreviewServer } from "vite";
import { afterAll, beforeAll, expect, test } from "vitest";
import { armHeaders, securityHeaders } from "./headers.ts";
import { previewHeaders, printAddress } from "./serving.ts";
import { stampsPlugin } from "./stampsPlugin.ts";

const root = mkdtempSync(join(tmpdir(), "console-preview-"));
let server: PreviewServer;
let url: string;
const printed: string[] = [];

beforeAll(async () => {
  mkdirSync(join(root, "dist/assets"), { recursive: true });
  writeFileSync(join(root, "dist/index.html"), "<!doctype html><title>Console</title>");
  writeFileSync(join(root, "dist/assets/index-abc.js"), "export {};");
  server = await preview({
    root,
    configFile: false,
    logLevel: "silent",
    appType: "mpa",
    plugins: [
      previewHeaders({ mocks: false }),
      printAddress(),
      stampsPlugin({
        stamps: [
          {
            id: "east",
            title: "East",
            endpoint: new URL("http://127.0.0.1:1"),
            subscriptionId: "s",
            region: "east",
            apiVersion: "2018-09-01",
            auth: { kind: "none" },
          },
        ],
        problems: [],
      }),
    ],
    preview: { host: "127.0.0.1", port: 0, cors: false },
  });
  server.config.logger.info = (message) => printed.push(message);
  server.printUrls();
  url = /http:\S+/.exec(printed.join("\n"))?.[0] ?? "";
});

afterAll(async () => {
  await server.close();
  rmSync(root, { recursive: true });
});

test("prints the address as localhost, with nothing inside that a script would stumble over", () => {
  expect(printed).toEqual([expect.stringMatching(/^ {2}http:\/\/localhost:\d+\/$/)]);
});

const answers: [path: string, status: number, cache: RegExp][] = [
  ["", 200, /^no-cache$/],
  ["assets/index-abc.js", 200, /immutable/],
  ["assets/gone.js", 404, /^no-cache$/],
  ["subscriptions/s/providers", 404, /^no-cache$/],
  ["stamps.json", 200, /^no-cache$/],
  ["arm/east/subscriptions", 502, /^no-store$/],
  ["arm/west/subscriptions", 404, /^no-store$/],
];

test.each(answers)("/%s answers %i with every security header", async (path, status, cache) => {
  const answer = await fetch(url + path);
  expect(answer.status).toBe(status);
  expect(answer.headers.get("cache-control")).toMatch(cache);
  const expected = path.startsWith("arm/") ? armHeaders() : securityHeaders({ mocks: false });
  for (const [name, value] of Object.entries(expected)) {
    expect(answer.headers.get(name), name).toBe(value);
  }
});

test("the page gets the stamps without their endpoints", async () => {
  const answer = await fetch(`${url}stamps.json?x=1`);
  expect(answer.headers.get("content-type")).toMatch(/^application\/json/);
  expect(await answer.json()).toMatchObject({ stamps: [{ id: "east", armBase: "/arm/east" }] });
});
