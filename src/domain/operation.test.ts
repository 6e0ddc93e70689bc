import { describe, expect, test } from "vitest";
import { failureOf } from "./failure.ts";
import {
  attachBackup,
  beginOperation,
  isTerminal,
  mayRun,
  step,
  type Operation,
  type Reply,
} from "./operation.ts";
import {
  aBackup,
  accepted,
  aFailed,
  aLost,
  anEnded,
  anUnknown,
  aPosting,
  aRunning,
  backupSaying,
  completed,
  MINUTE,
  noAnswer,
  NOON,
  pathOf,
} from "./testing/fixtures.ts";

const NOW = NOON + 5 * MINUTE;

const replies: Record<string, Reply> = {
  "a 202 with Location": accepted(),
  "a 202 without Location": { kind: "accepted", location: "none", delayMs: null },
  "a 202 with a foreign Location": { kind: "accepted", location: "foreign", delayMs: null },
  "a body that says Succeeded": completed(aBackup()),
  "a body that says PartialSucceeded": completed(aBackup({ status: "partiallySucceeded" })),
  "a body that says Failed": completed(aBackup({ status: "failed" })),
  "a body that says Skipped": completed(aBackup({ status: "skipped" })),
  "a body that says Deleted": completed(aBackup({ status: "deleted" })),
  "a body that says Creating": completed(aBackup({ status: "creating" })),
  "a body that says Queued": completed(aBackup({ status: "queued" })),
  "a body that says Running": completed(aBackup({ status: "running" })),
  "a body in a word nobody knows": completed(backupSaying({ kind: "unknown", raw: "Verifying" })),
  "an empty 200": completed(null),
  "the failed-operation shape": { kind: "failed", failure: failureOf("server", { code: "OperationFailed" }) },
  "a refusal": { kind: "refused", failure: failureOf("conflict") },
  "404": { kind: "gone", failure: failureOf("notFound") },
  "no connection": noAnswer("offline"),
  "no answer in time": noAnswer("timeout"),
  "401": noAnswer("auth"),
  "403": noAnswer("forbidden"),
  "429": noAnswer("throttled"),
  "500": noAnswer("server"),
  HTML: noAnswer("unexpected"),
};

function expectEvery(operation: Operation, outcomes: Record<string, string>) {
  test("has an outcome here for every reply", () => {
    expect(Object.keys(outcomes).toSorted()).toEqual(Object.keys(replies).toSorted());
  });
  for (const [name, reply] of Object.entries(replies)) {
    const kind = outcomes[name] ?? "";
    test(`becomes ${kind} by ${name}`, () => {
      expect(step(operation, reply, NOW)?.kind ?? "nothing").toBe(kind);
    });
  }
}

describe("a POST under way", () => {
  expectEvery(aPosting(), {
    "a 202 with Location": "running",
    "a 202 without Location": "unknown",
    "a 202 with a foreign Location": "unknown",
    "a body that says Succeeded": "succeeded",
    "a body that says PartialSucceeded": "partiallySucceeded",
    "a body that says Failed": "failed",
    "a body that says Skipped": "failed",
    "a body that says Deleted": "failed",
    "a body that says Creating": "unknown",
    "a body that says Queued": "unknown",
    "a body that says Running": "unknown",
    "a body in a word nobody knows": "unknown",
    "an empty 200": "unknown",
    "the failed-operation shape": "nothing",
    "a refusal": "nothing",
    "404": "nothing",
    "no connection": "unknown",
    "no answer in time": "unknown",
    "401": "unknown",
    "403": "unknown",
    "429": "unknown",
    "500": "unknown",
    HTML: "unknown",
  });

  test("is followed where its 202 points, from the click on, as the stamp's first answer", () => {
    expect(step(beginOperation("click-1", NOON), accepted("b7", 5_000), NOW)).toEqual(
      aRunning({ id: "b7", path: pathOf("b7"), startedAt: NOON, askedAt: NOW, delayMs: 5_000 }),
    );
  });

  test("waits the usual minute where its 202 names no Retry-After", () => {
    expect(step(aPosting(), accepted("b1", null), NOW)).toMatchObject({ delayMs: 60_000 });
  });

  test("remembers why its outcome is unknown", () => {
    expect(step(aPosting(), noAnswer("timeout"), NOW)).toMatchObject({
      reason: "noAnswer",
      failure: failureOf("timeout"),
    });
    expect(step(aPosting(), { kind: "accepted", location: "none", delayMs: null }, NOW)).toMatchObject({
      reason: "noLocation",
    });
    expect(step(aPosting(), { kind: "accepted", location: "foreign", delayMs: null }, NOW)).toMatchObject({
      reason: "foreignLocation",
    });
  });
});

const RUNNING_OUTCOMES = {
  "a 202 with Location": "running",
  "a 202 without Location": "running",
  "a 202 with a foreign Location": "running",
  "a body that says Succeeded": "succeeded",
  "a body that says PartialSucceeded": "partiallySucceeded",
  "a body that says Failed": "failed",
  "a body that says Skipped": "failed",
  "a body that says Deleted": "failed",
  "a body that says Creating": "running",
  "a body that says Queued": "running",
  "a body that says Running": "running",
  "a body in a word nobody knows": "running",
  "an empty 200": "running",
  "the failed-operation shape": "failed",
  "a refusal": "running",
  "404": "lost",
  "no connection": "running",
  "no answer in time": "running",
  "401": "running",
  "403": "running",
  "429": "running",
  "500": "running",
  HTML: "running",
};

describe("a running operation that was answered before", () => {
  const operation = aRunning({ failures: 3, trouble: failureOf("offline"), delayMs: 60_000 });
  expectEvery(operation, RUNNING_OUTCOMES);

  test("moves to a new checked Location and its Retry-After", () => {
    const reply: Reply = {
      kind: "accepted",
      location: { path: `${pathOf("b1")}?t=2`, id: "b1" },
      delayMs: 7_000,
    };
    expect(step(operation, reply, NOW)).toEqual({
      ...operation,
      path: `${pathOf("b1")}?t=2`,
      delayMs: 7_000,
      askedAt: NOW,
      answers: 1,
      failures: 0,
      trouble: null,
    });
  });

  for (const location of ["none", "foreign"] as const) {
    test(`stays at its checked address when a 202 names ${location === "none" ? "no" : "a foreign"} one`, () => {
      const next = step(operation, { kind: "accepted", location, delayMs: null }, NOW);
      expect(next).toMatchObject({ path: operation.path, delayMs: 60_000, askedAt: NOW, trouble: null });
    });
  }

  test("counts polls without answer and keeps the last reason, the address and the last good answer", () => {
    expect(step(operation, noAnswer("server"), NOW)).toEqual({
      ...operation,
      failures: 4,
      trouble: failureOf("server"),
    });
  });

  test("asks the backup itself after an empty 200, and the operation again after a 202", () => {
    const next = step(operation, completed(null), NOW);
    expect(next).toMatchObject({ kind: "running", ask: "backup", askedAt: NOW, failures: 0 });
    expect(next && step(next, accepted(), NOW)).toMatchObject({ ask: "operation" });
  });

  test("goes on asking the backup while that says it is not done", () => {
    const next = step(aRunning({ ask: "backup" }), completed(aBackup({ status: "running" })), NOW);
    expect(next).toMatchObject({ kind: "running", ask: "backup" });
  });

  test("ends with the record that said so, and when", () => {
    expect(step(operation, completed(aBackup()), NOW)).toEqual(
      anEnded("succeeded", { endedAt: NOW, backup: aBackup() }),
    );
  });

  test("keeps the request id of the answer that ended it, and of no other", () => {
    const answer = { ...completed(aBackup()), requestId: "r9" };
    expect(step(operation, answer, NOW)).toMatchObject({ kind: "succeeded", requestId: "r9" });
    const failing = { ...completed(aBackup({ status: "failed" })), requestId: "r9" };
    expect(step(operation, failing, NOW)).toMatchObject({ kind: "failed", requestId: "r9" });
    const unfinished = { ...completed(aBackup({ status: "running" })), requestId: "r8" };
    expect(step(operation, unfinished, NOW)).not.toHaveProperty("requestId");
  });

  test("fails with the stamp's reason, or with the record that says Failed", () => {
    const failure = failureOf("server", { code: "OperationFailed", text: "Share is full" });
    expect(step(operation, { kind: "failed", failure }, NOW)).toEqual(aFailed({ endedAt: NOW, failure }));
    const backup = aBackup({ status: "failed" });
    expect(step(operation, completed(backup), NOW)).toEqual(aFailed({ endedAt: NOW, backup, failure: null }));
  });

  test("is lost after having run when the stamp forgets it", () => {
    expect(step(operation, { kind: "gone", failure: failureOf("notFound") }, NOW)).toEqual(
      aLost({ endedAt: NOW, wasRunning: true }),
    );
  });
});

describe("an operation that was never answered", () => {
  const operation = aRunning({ askedAt: null, origin: "elsewhere", key: "b1" });
  expectEvery(operation, { ...RUNNING_OUTCOMES, "403": "lost" });

  test("is lost without ever having run, as far as anybody can tell", () => {
    for (const name of ["404", "403"]) {
      const reply = replies[name] ?? noAnswer();
      expect(step(operation, reply, NOW)).toMatchObject({ kind: "lost", wasRunning: false });
    }
  });
});

describe("an unknown outcome", () => {
  expectEvery(anUnknown(), Object.fromEntries(Object.keys(replies).map((name) => [name, "unknown"])));

  test("that is tied to a listed backup is asked for, and keeps its click", () => {
    expect(attachBackup(anUnknown({ startedAt: NOON }), "b3", pathOf("b3"))).toEqual(
      aRunning({ id: "b3", path: pathOf("b3"), startedAt: NOON, askedAt: null }),
    );
  });
});

describe("an ended operation", () => {
  const ended: [name: string, operation: Operation][] = [
    ["that succeeded", anEnded("succeeded")],
    ["that succeeded partially", anEnded("partiallySucceeded")],
    ["that failed", aFailed()],
    ["that was lost", aLost()],
  ];
  for (const [name, operation] of ended) {
    test(`${name} never changes, whatever comes (I7)`, () => {
      for (const reply of Object.values(replies)) expect(step(operation, reply, NOW)).toBe(operation);
    });

    test(`${name} is over and in nobody's way`, () => {
      expect([isTerminal(operation), mayRun(operation)]).toEqual([true, false]);
    });
  }
});

test("what may still run stands in the way of another backup", () => {
  const may: [operation: Operation, inTheWay: boolean][] = [
    [aPosting(), true],
    [anUnknown(), true],
    [aRunning(), true],
    [aRunning({ askedAt: null }), true],
    [aRunning({ origin: "elsewhere" }), true],
    [aRunning({ origin: "elsewhere", askedAt: null }), false],
  ];
  for (const [operation, inTheWay] of may) {
    expect(isTerminal(operation)).toBe(false);
    expect(mayRun(operation)).toBe(inTheWay);
  }
});
