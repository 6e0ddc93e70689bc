import { describe, expect, test } from "vitest";
import { ArmError, toFailure } from "./errors.ts";
import { BLOB, empty, failedOperation, fakeArm, json, locationPath, type Answer } from "./testing/fakeArm.ts";

const path = `${locationPath}/backups`;

async function failureOfGet(answer: Answer) {
  const error: unknown = await fakeArm([answer])
    .client.get({ path })
    .then(
      () => null,
      (thrown: unknown) => thrown,
    );
  expect(error).toBeInstanceOf(ArmError);
  return { ...toFailure(error), failedOperation: error instanceof ArmError && error.failedOperation };
}

describe("an answer that is no answer:", () => {
  const html = () => new Response("<!doctype html><title>Sign in</title>", { status: 200 });

  test("200 with HTML", async () => {
    expect(await failureOfGet(html())).toMatchObject({
      kind: "unexpected",
      status: 200,
      code: "HTML",
      text: null,
    });
  });

  test("200 with JSON that was cut off", async () => {
    expect(await failureOfGet(new Response('{"value":[{"id":"/sub', { status: 200 }))).toMatchObject({
      kind: "unexpected",
      status: 200,
      code: "InvalidJson",
    });
  });

  test("404 without a body or content type", async () => {
    expect(await failureOfGet(empty(404))).toMatchObject({ kind: "notFound", code: null, text: null });
  });

  test("502 with HTML from a proxy", async () => {
    expect(await failureOfGet(new Response("<html>Bad gateway</html>", { status: 502 }))).toMatchObject({
      kind: "server",
      status: 502,
      code: null,
      text: null,
    });
  });

  test("502 from the proxy in front of a stamp that it cannot reach: its words, and no error of the stamp", async () => {
    const body = { error: { code: "StampUnreachable", message: "The proxy could not reach the stamp." } };
    expect(await failureOfGet(json(502, body))).toMatchObject({
      kind: "offline",
      status: 502,
      text: "The proxy could not reach the stamp.",
    });
  });

  test("400 with a bare message", async () => {
    expect(await failureOfGet(json(400, { message: "The quota is gone." }))).toMatchObject({
      kind: "refused",
      code: null,
      text: "The quota is gone.",
    });
  });

  test("409 with ARM's envelope, its words and its request id", async () => {
    const body = {
      error: { code: "Conflict", message: "Another backup is running.", details: [{ secret: 1 }] },
    };
    expect(await failureOfGet(json(409, body, { "x-ms-request-id": "r-2" }))).toEqual({
      kind: "conflict",
      status: 409,
      code: "Conflict",
      text: "Another backup is running.",
      requestId: "r-2",
      retryAfterMs: null,
      failedOperation: false,
    });
  });

  test("429 with Retry-After", async () => {
    expect(await failureOfGet(empty(429, { "Retry-After": "17" }))).toMatchObject({
      kind: "throttled",
      retryAfterMs: 17_000,
    });
  });

  test("500 that says that the operation failed", async () => {
    expect(await failureOfGet(json(500, failedOperation))).toMatchObject({
      kind: "server",
      code: "OperationFailed",
      text: "The backup share is full.",
      failedOperation: true,
    });
  });

  test("an error whose words would flood the page", async () => {
    const error = { code: "c".repeat(5_000), message: "m".repeat(50_000) };
    const failure = await failureOfGet(json(500, { error }, { "x-ms-request-id": "r".repeat(5_000) }));
    expect([failure.code?.length, failure.text?.length, failure.requestId?.length]).toEqual([
      200, 2_000, 200,
    ]);
  });

  const kinds: [status: number, kind: string][] = [
    [400, "refused"],
    [401, "auth"],
    [403, "forbidden"],
    [404, "notFound"],
    [405, "refused"],
    [408, "refused"],
    [409, "conflict"],
    [410, "notFound"],
    [429, "throttled"],
    [500, "server"],
    [503, "server"],
    [504, "server"],
    [304, "unexpected"],
  ];
  for (const [status, kind] of kinds) {
    test(`${status} is "${kind}"`, async () => {
      expect(await failureOfGet(empty(status))).toMatchObject({ kind, status });
    });
  }

  test("a lost connection is offline, and its own text is not kept", async () => {
    const failure = await failureOfGet(new TypeError("getaddrinfo ENOTFOUND secret-host"));
    expect(failure).toMatchObject({ kind: "offline", status: null, text: null });
    expect(JSON.stringify(failure)).not.toContain("secret-host");
  });

  test("anything else that was thrown is unexpected, without its text", () => {
    expect(toFailure(new Error("token abc"))).toEqual({
      kind: "unexpected",
      status: null,
      code: null,
      text: null,
      requestId: null,
      retryAfterMs: null,
    });
  });
});

test("no answer, good or bad, shows its WWW-Authenticate blob", async () => {
  const good = await fakeArm([json(200, { value: [] })]).client.get({ path });
  const bad = await failureOfGet(
    json(401, { error: { code: "ExpiredAuthenticationToken", message: "Expired" } }),
  );
  expect(JSON.stringify([good, bad])).not.toContain(BLOB.slice(0, 12));
});
