import { describe, expect, test } from "vitest";
import { MINUTE, SECOND } from "../sim/clock.ts";
import { at, follow, jsonOf, openBench, rowsOf, sending } from "./testing.ts";
import type { Bench } from "./testing.ts";

const ASYNC = "Azure-AsyncOperation";

async function pathsOf(reply: Response): Promise<unknown[]> {
  const paths = at(await jsonOf(reply), "properties", "pathsToDelete");
  return Array.isArray(paths) ? paths : [];
}

/** Prunes to the end; the paths it found. */
async function pruned(bench: Bench, body?: unknown): Promise<unknown[]> {
  const accepted = await bench.ask(
    "redmond/pruneExternalStore",
    body === undefined ? { method: "POST" } : sending("POST", body),
  );
  bench.pass(2 * MINUTE);
  return pathsOf(await follow(bench, accepted));
}

async function freeGb(bench: Bench): Promise<number> {
  const json = await jsonOf(await bench.ask("redmond"));
  const text = String(at(json, "properties", "externalStoreDefault", "availableCapacity"));
  return Number.parseFloat(text) * (text.endsWith("TB") ? 1024 : 1);
}

describe("pruning", () => {
  test("has two addresses: the state around the paths, and the paths", async () => {
    const bench = openBench("healthy");
    const accepted = await bench.ask(
      "redmond/pruneExternalStore",
      sending("POST", { operationType: "DryRun" }),
    );
    const location = accepted.headers.get("Location") ?? "";
    expect([accepted.status, await accepted.text(), accepted.headers.get("Retry-After")]).toEqual([
      202,
      "",
      "60",
    ]);
    expect(accepted.headers.get(ASYNC)).toBe(`${location}&IsAsyncOperation=1`);
    const running = await follow(bench, accepted);
    expect([running.status, running.headers.get(ASYNC)]).toEqual([202, `${location}&IsAsyncOperation=1`]);
    expect(await jsonOf(await follow(bench, accepted, ASYNC))).toMatchObject({ status: "Running" });
    bench.pass(76 * SECOND);
    const id = /operationResults\/([^?]+)/.exec(location)?.[1];
    const state = await jsonOf(await follow(bench, accepted, ASYNC));
    expect(state).toEqual({
      status: "Succeeded",
      id: new URL(location).pathname,
      name: id,
      properties: { pathsToDelete: expect.any(Array) },
    });
    expect(await jsonOf(await follow(bench, accepted))).toEqual({ properties: at(state, "properties") });
  });

  test("in a dry run changes nothing, however often, and then for real once", async () => {
    const bench = openBench("share-almost-full");
    const before = await freeGb(bench);
    const first = await pruned(bench, { operationType: "DryRun" });
    expect(first.length).toBeGreaterThan(1);
    expect(await pruned(bench, { operationType: "DryRun" })).toEqual(first);
    expect(await freeGb(bench)).toBe(before);
    expect(await pruned(bench)).toEqual(first);
    expect(await freeGb(bench)).toBeGreaterThan(before);
    expect(await pruned(bench)).toEqual([]);
  });

  test("deletes the backups that retention could not", async () => {
    const bench = openBench("many-backups");
    const dry = await pruned(bench, { operationType: "DryRun" });
    expect(await rowsOf(await bench.ask("redmond/backups"))).toHaveLength(10_000);
    await pruned(bench, { operationType: "Default" });
    const left = await rowsOf(await bench.ask("redmond/backups"));
    expect(left).toHaveLength(42);
    expect(dry).toHaveLength(10_000 - 42 + 2);
  });

  test("makes room again where the share was full", async () => {
    const bench = openBench("last-failed");
    expect(await freeGb(bench)).toBeLessThan(20);
    await pruned(bench);
    expect(await freeGb(bench)).toBeGreaterThan(20);
    const accepted = await bench.ask("redmond/createBackup", { method: "POST" });
    bench.pass(40 * MINUTE);
    expect((await follow(bench, accepted)).status).toBe(200);
  });

  test.each([
    ["never-configured", {}, "BackupLocationNotConfigured"],
    ["healthy", { operationType: "All" }, "InvalidRequestContent"],
  ])("of the stamp %s with %j is refused", async (scenario, body, code) => {
    const reply = await openBench(scenario).ask("redmond/pruneExternalStore", sending("POST", body));
    expect([reply.status, at(await jsonOf(reply), "error", "code")]).toEqual([400, code]);
  });
});

test("a restore is refused for what it is, and an unknown backup's with 404", async () => {
  const bench = openBench("healthy");
  const id = bench.facts().runs.at(-1)?.id;
  const reply = await bench.ask(
    `redmond/backups/${id}/restore`,
    sending("POST", { decryptionCertBase64: "x" }),
  );
  expect(reply.status).toBe(400);
  expect(at(await jsonOf(reply), "error", "message")).toContain("only be restored during cloud recovery");
  const unknown = await bench.ask(
    "redmond/backups/00000000-0000-0000-0000-000000000000/restore",
    sending("POST", {}),
  );
  expect(unknown.status).toBe(404);
});
