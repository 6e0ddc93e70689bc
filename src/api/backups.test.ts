import { describe, expect, test } from "vitest";
import { getLocation, listBackups } from "./backups.ts";
import { toFailure } from "./errors.ts";
import { backupWire, empty, fakeArm, json, locationPath, SECRET, type Answer } from "./testing/fakeArm.ts";

const path = `${locationPath}/backups`;
const next = (skip: number) => `https://adminmanagement.redmond.example${path}?$skip=${skip}`;
const page = (ids: string[], nextLink: string | null = null) =>
  json(200, { value: ids.map((id) => backupWire(id)), nextLink });

async function list(...answers: Answer[]) {
  const { client, sent } = fakeArm(answers, {}, "token");
  const { items, incomplete } = await listBackups(client);
  const keys = items.map((item) => (item.kind === "backup" ? item.backup.id : item.key));
  return { keys, incomplete, sent };
}

describe("the list of backups", () => {
  test("is one request where there is one page", async () => {
    const { keys, incomplete, sent } = await list(page(["b1", "b2"]));
    expect([keys, incomplete]).toEqual([["b1", "b2"], null]);
    expect(sent.map(({ url }) => url)).toEqual([
      `https://adminmanagement.redmond.example${path}?api-version=2018-09-01`,
    ]);
  });

  test("may be empty", async () => {
    expect(await list(page([]))).toMatchObject({ keys: [], incomplete: null });
  });

  test("is all pages, by their nextLink, absolute or relative", async () => {
    const second = page(["b3"], `${path}?$skip=3`);
    const { keys, incomplete, sent } = await list(page(["b1", "b2"], next(2)), second, page(["b4"], ""));
    expect([keys, incomplete]).toEqual([["b1", "b2", "b3", "b4"], null]);
    expect(sent[2]?.url).toMatch(/\?\$skip=3&api-version=2018-09-01$/);
  });

  test("has one row for each item that cannot be read, told apart over all pages", async () => {
    const odd = (nextLink: string | null) => json(200, { value: [null, backupWire("b1"), "x"], nextLink });
    const { keys } = await list(odd(next(3)), odd(null));
    expect(keys).toHaveLength(6);
    expect(new Set(keys.filter((key) => key.startsWith("unrecognised"))).size).toBe(4);
  });

  test("stops at a nextLink that was followed before, and says that it is not whole", async () => {
    const { keys, incomplete, sent } = await list(
      page(["b1"], next(1)),
      page(["b2"], next(2)),
      page(["b3"], next(1)),
    );
    expect([keys, incomplete]).toEqual([["b1", "b2", "b3"], { kind: "loop" }]);
    expect(sent).toHaveLength(3);
  });

  test("stops after 200 pages of a chain without end", async () => {
    const answers = Array.from({ length: 500 }, (_, at) => page([`b${at}`], next(at + 1)));
    const { keys, incomplete, sent } = await list(...answers);
    expect([keys.length, incomplete, sent.length]).toEqual([200, { kind: "loop" }, 200]);
  });

  for (const link of [`https://evil.example${path}`, `//evil.example${path}`, "/metadata/endpoints"]) {
    test(`does not follow ${link}, and says that it is not whole`, async () => {
      const { keys, incomplete, sent } = await list(page(["b1"], link));
      expect([keys, incomplete]).toEqual([["b1"], { kind: "foreignLink" }]);
      expect(sent).toHaveLength(1);
    });
  }

  test("keeps page 1 when page 2 fails, and says that it is not whole and why", async () => {
    const { keys, incomplete } = await list(page(["b1"], next(1)), empty(503, { "Retry-After": "30" }));
    expect(keys).toEqual(["b1"]);
    expect(incomplete).toMatchObject({
      kind: "pageFailed",
      failure: { kind: "server", status: 503, retryAfterMs: 30_000 },
    });
  });

  test("is no list when its first page fails", async () => {
    await expect(list(empty(503))).rejects.toMatchObject({ failure: { kind: "server" } });
  });

  const noLists: [name: string, body: unknown][] = [
    ["value is missing", {}],
    ["value is null", { value: null }],
    ["value is no array", { value: { 0: backupWire("b1") } }],
    ["the body is an array", [backupWire("b1")]],
    ["the body is a text", "value"],
  ];
  for (const [name, body] of noLists) {
    test(`is an error, never an empty table, when ${name}`, async () => {
      await expect(list(json(200, body))).rejects.toMatchObject({
        failure: { kind: "unexpected", code: "NotAList", status: 200 },
      });
    });
  }

  test("is an error, never an empty table, when the answer has no body", async () => {
    await expect(list(empty(200))).rejects.toMatchObject({ failure: { code: "NotAList" } });
  });

  test("that is given up between two pages is no half list", async () => {
    const abort = new AbortController();
    const { client } = fakeArm([page(["b1"], next(1)), "hang"]);
    const done = listBackups(client, abort.signal);
    setImmediate(() => abort.abort());
    await expect(done).rejects.not.toHaveProperty("failure");
  });

  test("takes no secret with it", async () => {
    const { client } = fakeArm([page(["b1"])]);
    expect(JSON.stringify(await listBackups(client))).not.toContain(SECRET);
  });
});

describe("the backup location", () => {
  test("is read from its own address", async () => {
    const { client, sent } = fakeArm([
      json(200, { properties: { externalStoreDefault: { path: "\\\\share\\b", password: SECRET } } }),
    ]);
    const location = await getLocation(client);
    expect(location).toMatchObject({ path: "\\\\share\\b", storage: "share" });
    expect(JSON.stringify(location)).not.toContain(SECRET);
    expect(new URL(sent[0]?.url ?? "").pathname).toBe(locationPath);
  });

  test("that was never set up is not found", async () => {
    const thrown: unknown = await getLocation(fakeArm([empty(404)]).client).catch((error: unknown) => error);
    expect(toFailure(thrown).kind).toBe("notFound");
  });

  test("is an error when the answer is something else", async () => {
    await expect(getLocation(fakeArm([json(200, { value: [] })]).client)).rejects.toMatchObject({
      failure: { kind: "unexpected", code: "NotALocation" },
    });
  });
});
