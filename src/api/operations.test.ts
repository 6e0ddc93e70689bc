import { describe, expect, test } from "vitest";
import { aPosting, aRunning, NOON } from "../domain/testing/fixtures.ts";
import type { Running } from "../domain/operation.ts";
import { pollOnce, postBackup } from "./operations.ts";
import {
  backupWire,
  BLOB,
  empty,
  failedOperation,
  fakeArm,
  json,
  locationPath,
  SECRET,
  type Answer,
} from "./testing/fakeArm.ts";

const ID = "08b92613-837a-43cd-86b5-1212ef954384";
const OPERATION = `${locationPath}/operationResults/${ID}`;
const HOST = "https://adminmanagement.redmond.example";
const RETRY = { "Retry-After": "60" };

async function post(answer: Answer) {
  const { client, sent } = fakeArm([answer], {}, "token");
  const reply = await postBackup(client, aPosting());
  expect(sent).toHaveLength(1);
  return { reply, sent };
}

const running = (known: Partial<Running> = {}) => aRunning({ id: ID, path: OPERATION, ...known });

async function poll(answer: Answer, operation = running()) {
  const { client, sent } = fakeArm([answer], {}, "token");
  const polled = await pollOnce(client, operation, () => NOON + 60_000);
  expect(sent).toHaveLength(1);
  return { polled, sent };
}

describe("Backup now", () => {
  test("is one POST of createBackup under the click's own id, without a body", async () => {
    const { sent } = await post(empty(202));
    expect(sent[0]?.method).toBe("POST");
    expect(sent[0]?.url).toBe(`${HOST}${locationPath}/createBackup?api-version=2018-09-01`);
    expect(sent[0]?.headers.get("x-ms-client-request-id")).toBe("click-1");
    expect(sent[0]?.init.body).toBeUndefined();
  });

  const own: [name: string, location: string, path: string][] = [
    [
      "an absolute Location",
      `${HOST}${OPERATION}?api-version=2018-09-01`,
      `${OPERATION}?api-version=2018-09-01`,
    ],
    ["a relative Location", OPERATION, OPERATION],
    [
      "a Location in other letters",
      OPERATION.replace("system.redmond", "System.Redmond"),
      OPERATION.replace("system.redmond", "System.Redmond"),
    ],
  ];
  for (const [name, location, path] of own) {
    test(`is accepted by a 202 with ${name}`, async () => {
      expect((await post(empty(202, { Location: location, ...RETRY }))).reply).toEqual({
        kind: "accepted",
        location: { path, id: ID },
        delayMs: 60_000,
      });
    });
  }

  test("is accepted by a 202 without Location, and cannot be followed", async () => {
    expect((await post(empty(202, RETRY))).reply).toEqual({
      kind: "accepted",
      location: "none",
      delayMs: 60_000,
    });
  });

  test("is accepted by a 202 whatever its body says, as in the swagger's example", async () => {
    expect((await post(json(202, backupWire(ID), { Location: OPERATION }))).reply).toMatchObject({
      kind: "accepted",
      location: { id: ID },
    });
  });

  const strangers: [name: string, location: string][] = [
    ["on another host", `https://evil.example${OPERATION}`],
    ["of another subscription", OPERATION.replace(/subscriptions\/[^/]+/, "subscriptions/other")],
    ["of another region", OPERATION.replaceAll("redmond", "orlando")],
    ["of another provider", OPERATION.replace("Microsoft.Backup.Admin", "Microsoft.Compute.Admin")],
    ["of no operation", `${locationPath}/backups/${ID}`],
    ["with an id that is none", `${locationPath}/operationResults/a b`],
    ["with more behind the id", `${OPERATION}/cancel`],
  ];
  for (const [name, location] of strangers) {
    test(`does not follow a Location ${name}`, async () => {
      expect((await post(empty(202, { Location: location }))).reply).toMatchObject({
        kind: "accepted",
        location: "foreign",
      });
    });
  }

  test("is done at once by a 200 with the backup", async () => {
    const { reply } = await post(json(200, backupWire(ID)));
    expect(reply).toMatchObject({ kind: "completed", backup: { id: ID, status: { kind: "succeeded" } } });
    expect(JSON.stringify(reply)).not.toContain(SECRET);
  });

  test("of an empty 200 tells no backup", async () => {
    expect((await post(empty(200))).reply).toMatchObject({ kind: "completed", backup: null });
  });

  const replies: [name: string, answer: () => Answer, kind: string, failure: string][] = [
    ["401", () => empty(401), "refused", "auth"],
    [
      "403",
      () => json(403, { error: { code: "AuthorizationFailed", message: "No." } }),
      "refused",
      "forbidden",
    ],
    ["404", () => empty(404), "refused", "notFound"],
    ["409", () => json(409, { error: { code: "Conflict", message: "Busy." } }), "refused", "conflict"],
    ["429", () => empty(429, { "Retry-After": "17" }), "refused", "throttled"],
    [
      "400 about the share",
      () => json(400, { error: { code: "ShareUnreachable", message: "No share." } }),
      "refused",
      "refused",
    ],
    ["408, which may have been read", () => empty(408), "noAnswer", "refused"],
    ["500", () => empty(500), "noAnswer", "server"],
    ["504", () => empty(504), "noAnswer", "server"],
    ["HTML", () => new Response("<html>", { status: 200 }), "noAnswer", "unexpected"],
    ["a body that is no backup", () => json(200, { hello: 1 }), "noAnswer", "unexpected"],
    ["no connection", () => new TypeError("Failed to fetch"), "noAnswer", "offline"],
  ];
  for (const [name, answer, kind, failure] of replies) {
    test(`by ${name} ${kind === "refused" ? "is refused: nothing began" : "may have begun"}`, async () => {
      expect((await post(answer())).reply).toMatchObject({ kind, failure: { kind: failure } });
    });
  }
});

describe("a poll", () => {
  test("asks the operation's address once, with the stamp's api-version", async () => {
    const { sent } = await poll(empty(202));
    expect([sent[0]?.method, sent[0]?.url]).toEqual(["GET", `${HOST}${OPERATION}?api-version=2018-09-01`]);
  });

  test("answered by 202 goes on at the new Location with the new Retry-After", async () => {
    const { polled } = await poll(empty(202, { Location: `${HOST}${OPERATION}?t=2`, "Retry-After": "17" }));
    expect(polled).toEqual(
      running({ path: `${OPERATION}?t=2`, delayMs: 17_000, answers: 1, askedAt: NOON + 60_000 }),
    );
  });

  for (const [name, headers] of [
    ["a foreign", { Location: `https://evil.example${OPERATION}` }],
    ["no", {}],
  ] as const) {
    test(`answered by 202 with ${name} Location stays at the one that was checked`, async () => {
      expect((await poll(empty(202, headers))).polled).toMatchObject({ kind: "running", path: OPERATION });
    });
  }

  const verdicts: [status: string, kind: string][] = [
    ["Succeeded", "succeeded"],
    ["PartialSucceeded", "partiallySucceeded"],
    ["Failed", "failed"],
    ["Running", "running"],
    ["Verifying", "running"],
  ];
  for (const [status, kind] of verdicts) {
    test(`answered by 200 with a body that says ${status} is ${kind}`, async () => {
      const { polled } = await poll(json(200, backupWire(ID, { status })));
      expect(polled.kind).toBe(kind);
      expect(JSON.stringify(polled)).not.toContain(SECRET);
    });
  }

  test("answered by an empty 200 asks the backup next, and believes what that says", async () => {
    const { polled } = await poll(empty(200));
    expect(polled).toMatchObject({ kind: "running", ask: "backup" });
    const confirmed = await poll(json(200, backupWire(ID)), running({ ask: "backup" }));
    expect(confirmed.sent[0]?.url).toBe(`${HOST}${locationPath}/backups/${ID}?api-version=2018-09-01`);
    expect(confirmed.polled.kind).toBe("succeeded");
  });

  test("answered by 204 asks the backup next", async () => {
    expect((await poll(empty(204))).polled).toMatchObject({ kind: "running", ask: "backup" });
  });

  test("that does not find the backup goes on asking: only the operation's own 404 means gone", async () => {
    const { polled } = await poll(empty(404), running({ ask: "backup" }));
    expect(polled).toMatchObject({ kind: "running", failures: 1, trouble: { kind: "notFound" } });
  });

  for (const status of [400, 500]) {
    test(`answered by ${status} in the shape of a failed operation has failed, with the stamp's reason`, async () => {
      expect((await poll(json(status, failedOperation))).polled).toMatchObject({
        kind: "failed",
        failure: { code: "OperationFailed", text: "The backup share is full.", status },
      });
    });
  }

  test("answered by 200 in the shape of a failed operation has failed as well", async () => {
    expect((await poll(json(200, failedOperation))).polled).toMatchObject({
      kind: "failed",
      failure: { code: "OperationFailed" },
    });
  });

  for (const status of [404, 410]) {
    test(`answered by ${status} has lost the operation, without verdict`, async () => {
      expect((await poll(empty(status))).polled).toMatchObject({ kind: "lost", wasRunning: true });
    });
  }

  test("answered by 403 to the first question was never askable; later it is trouble", async () => {
    expect((await poll(empty(403), running({ askedAt: null }))).polled.kind).toBe("lost");
    expect((await poll(empty(403))).polled).toMatchObject({
      kind: "running",
      trouble: { kind: "forbidden" },
    });
  });

  const troubles: [name: string, answer: () => Answer, failure: string, retryAfterMs: number | null][] = [
    ["500 without the shape of a failed operation", () => empty(500), "server", null],
    ["500 with an ordinary error", () => json(500, { error: failedOperation.error }), "server", null],
    ["503 with Retry-After", () => empty(503, { "Retry-After": "30" }), "server", 30_000],
    ["429 with Retry-After", () => empty(429, { "Retry-After": "120" }), "throttled", 120_000],
    ["401", () => empty(401), "auth", null],
    ["HTML", () => new Response("<html>", { status: 200 }), "unexpected", null],
    ["JSON that was cut off", () => new Response('{"pro', { status: 200 }), "unexpected", null],
    ["a body that is no backup", () => json(200, []), "unexpected", null],
    ["no connection", () => new TypeError("Failed to fetch"), "offline", null],
  ];
  for (const [name, answer, kind, retryAfterMs] of troubles) {
    test(`answered by ${name} leaves the operation running`, async () => {
      const { polled } = await poll(answer(), running({ failures: 2 }));
      expect(polled).toMatchObject({ kind: "running", failures: 3, trouble: { kind, retryAfterMs } });
      expect(polled).toMatchObject({ path: OPERATION, askedAt: NOON });
      expect(JSON.stringify(polled)).not.toContain(BLOB);
    });
  }

  test("of an operation that the page gave up is nobody's trouble", async () => {
    const abort = new AbortController();
    const done = pollOnce(fakeArm(["hang"]).client, running(), () => NOON, abort.signal);
    abort.abort();
    await expect(done).rejects.toMatchObject({ name: "AbortError" });
  });
});
