import { describe, expect, test } from "vitest";
import type { ResolvedLink } from "./links.ts";
import type { ArmReply } from "./client.ts";
import { begun, followOnce, type Following } from "./following.ts";
import { postPrune, toPrunedPaths } from "./prune.ts";
import { empty, failedOperation, fakeArm, json, locationPath, stamp } from "./testing/fakeArm.ts";

const path = `${locationPath}/operationResults/o1?api-version=2018-09-01`;
const running: Following = { kind: "running", path, delayMs: 5_000, failures: 0, trouble: null };
const once = (answer: Response | Error, from: Following = running) =>
  followOnce(fakeArm([answer]).client, from);

const own = (at: string): ResolvedLink => ({ kind: "own", path: at });
const reply = (known: Partial<ArmReply>): ArmReply => ({
  status: 202,
  body: undefined,
  location: null,
  asyncOperation: null,
  retryAfterMs: null,
  requestId: null,
  dateAt: null,
  ...known,
});

describe("an accepted request", () => {
  test("is followed at its Location, after its Retry-After", () => {
    expect(begun(reply({ location: own(path), retryAfterMs: 5_000 }), stamp)).toEqual(running);
  });

  test("is followed at Azure-AsyncOperation where there is one", () => {
    const async = `${path}&IsAsyncOperation=1`;
    const both = reply({ location: own(path), asyncOperation: own(async) });
    expect(begun(both, stamp)).toMatchObject({ kind: "running", path: async, delayMs: 60_000 });
  });

  test.each([
    ["no address", {}, "noLocation"],
    ["an address elsewhere", { location: { kind: "foreign" } }, "foreignLocation"],
    [
      "an async address elsewhere",
      { location: own(path), asyncOperation: { kind: "foreign" } },
      "foreignLocation",
    ],
    [
      "another subscription's address",
      { location: own(path.replace("05101DAF", "15101DAF")) },
      "foreignLocation",
    ],
    ["an address that is no operation", { location: own(`${locationPath}/backups/o1`) }, "foreignLocation"],
  ] as const)("with %s is not followed", (_what, known, why) => {
    expect(begun(reply(known), stamp)).toEqual({ kind: "untracked", why });
  });

  test("that is answered at once has ended", () => {
    expect(begun(reply({ status: 200, body: { a: 1 } }), stamp)).toEqual({ kind: "ended", body: { a: 1 } });
  });
});

describe("a poll", () => {
  test("goes on while the stamp says 202, at its new address", async () => {
    const next = `${locationPath}/operationResults/o2`;
    const after = await once(empty(202, { Location: next, "Retry-After": "10" }), {
      ...running,
      failures: 3,
    });
    expect(after).toEqual({ ...running, path: next, delayMs: 10_000 });
  });

  test("without an address asks where it asked", async () => {
    expect(await once(empty(202))).toEqual(running);
  });

  test("that is sent elsewhere stops there", async () => {
    const elsewhere = { Location: "https://evil.example/subscriptions/x" };
    expect(await once(empty(202, elsewhere))).toEqual({ kind: "untracked", why: "foreignLocation" });
  });

  test.each([["Running"], ["InProgress"]])("goes on while an async answer says %s", async (status) => {
    expect(await once(json(200, { status }, { "Retry-After": "60" }))).toEqual({
      ...running,
      delayMs: 60_000,
    });
  });

  test("ends with the body that said so", async () => {
    const body = { status: "Succeeded", properties: { pathsToDelete: ["a"] } };
    expect(await once(json(200, body))).toEqual({ kind: "ended", body });
    expect(await once(empty(200))).toEqual({ kind: "ended", body: undefined });
  });

  test.each([
    ["the failed-operation shape, 500", json(500, failedOperation)],
    ["the failed-operation shape, 200", json(200, failedOperation)],
    ["a plain 400", json(400, { error: { code: "X", message: "The backup share is full." } })],
    [
      "a failed async answer",
      json(200, { status: "Failed", error: { message: "The backup share is full." } }),
    ],
  ])("fails by %s, in the stamp's words", async (_what, answer) => {
    expect(await once(answer)).toMatchObject({
      kind: "failed",
      failure: { text: "The backup share is full." },
    });
  });

  test.each([
    [new TypeError("network"), "offline"],
    [json(503, {}), "server"],
    [json(429, {}, { "Retry-After": "30" }), "throttled"],
    [new Response("<html>", { status: 200 }), "unexpected"],
  ])("without an answer that counts goes on (%#)", async (answer, kind) => {
    const after = await once(answer);
    expect(after).toMatchObject({ kind: "running", failures: 1, trouble: { kind } });
  });

  test.each([
    [404, "notFound"],
    [401, "auth"],
    [403, "forbidden"],
  ])("answered %i gives no verdict", async (status, kind) => {
    expect(await once(json(status, {}))).toMatchObject({ kind: "lost", failure: { kind } });
  });
});

test("pruning says what kind it is, once", async () => {
  const arm = fakeArm([empty(202, { Location: path }), json(409, { error: { code: "Busy" } })]);
  expect((await postPrune(arm.client, true, "id")).kind).toBe("running");
  expect(await postPrune(arm.client, false, "id")).toMatchObject({ kind: "failed" });
  expect(arm.sent.map(({ init }) => init.body)).toEqual([
    '{"operationType":"DryRun"}',
    '{"operationType":"Default"}',
  ]);
});

test.each([
  [{ properties: { pathsToDelete: ["a", 7, null, "b"] } }, ["a", "b"]],
  [{ properties: { pathsToDelete: null } }, []],
  [{ properties: {} }, []],
  [{}, null],
  [null, null],
])("the paths of %j are %j", (wire, paths) => {
  expect(toPrunedPaths(wire)).toEqual(paths);
});
