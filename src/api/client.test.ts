import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { createArmClient } from "./client.ts";
import { ArmError, toFailure } from "./errors.ts";
import { empty, fakeArm, json, locationPath, stamp } from "./testing/fakeArm.ts";

const path = `${locationPath}/backups`;
const DATE = "Wed, 04 Mar 2020 12:15:43 GMT";

describe("a request", () => {
  test("goes to the stamp's ARM with its api-version", async () => {
    const { client, sent } = fakeArm([json(200, {})]);
    await client.get({ path });
    expect(sent.map(({ method, url }) => [method, url])).toEqual([
      ["GET", `https://adminmanagement.redmond.example${path}?api-version=2018-09-01`],
    ]);
  });

  test("keeps the api-version and the other query of a link that was followed", async () => {
    const { client, sent } = fakeArm([json(200, {})]);
    await client.get({ path: `${path}?$skip=10&api-version=2016-05-01` });
    expect(sent[0]?.url).toMatch(/\?\$skip=10&api-version=2016-05-01$/);
  });

  for (const armBase of ["/arm/redmond", "/arm/redmond/"]) {
    test(`goes below "${armBase}" on the page's own origin`, async () => {
      const { client, sent } = fakeArm([json(200, {})], { armBase });
      await client.get({ path });
      expect(sent[0]?.url).toBe(`https://console.example/arm/redmond${path}?api-version=2018-09-01`);
    });
  }

  test("of a change carries its body as JSON, by its method; others carry none", async () => {
    const { client, sent } = fakeArm([json(200, {}), json(200, {}), json(200, {})]);
    await client.change("PUT", { path, body: { a: "\\\\server" } });
    await client.change("PATCH", { path, body: {} });
    await client.get({ path });
    expect(sent.map(({ method, headers, init }) => [method, headers.get("Content-Type"), init.body])).toEqual(
      [
        ["PUT", "application/json", '{"a":"\\\\\\\\server"}'],
        ["PATCH", "application/json", "{}"],
        ["GET", null, undefined],
      ],
    );
  });

  test("carries no token where there is none", async () => {
    const { client, sent } = fakeArm([json(200, {})]);
    await client.get({ path });
    expect(sent[0]?.headers.has("Authorization")).toBe(false);
  });

  test("carries the token of the moment, asked anew each time", async () => {
    const tokens = ["first", null];
    const headers: Headers[] = [];
    const client = createArmClient(stamp, {
      fetch: (_, init) => {
        headers.push(new Headers(init?.headers));
        return Promise.resolve(json(200, {}));
      },
      pageUrl: "https://console.example/",
      token: () => tokens.shift() ?? null,
      newRequestId: () => "id",
    });
    await client.get({ path });
    await client.get({ path });
    expect(headers.map((one) => one.get("Authorization"))).toEqual(["Bearer first", null]);
  });

  test("is not sent without a token where the stamp wants one, but for what it tells anybody", async () => {
    const { client, sent } = fakeArm([json(200, {})], { auth: { kind: "token" } });
    await expect(client.get({ path })).rejects.toMatchObject({ failure: { kind: "auth", status: null } });
    await expect(client.post({ path })).rejects.toMatchObject({ failure: { kind: "auth" } });
    expect(sent).toEqual([]);
    await client.get({ path: "/metadata/endpoints?api-version=2015-01-01", anonymous: true });
    expect(sent.map(({ headers }) => headers.has("Authorization"))).toEqual([false]);
  });

  test("what is told to anybody carries no token", async () => {
    const { client, sent } = fakeArm([json(200, {})], { auth: { kind: "token" } }, "token");
    await client.get({ path: "/metadata/endpoints?api-version=2015-01-01", anonymous: true });
    expect(sent[0]?.headers.has("Authorization")).toBe(false);
  });

  test("does not get its token back in the words of an error", async () => {
    const echo = json(
      400,
      { error: { code: "Echo-t0ken", message: "Bearer t0ken is no t0ken" } },
      {
        "x-ms-request-id": "t0ken",
      },
    );
    const { client } = fakeArm([echo], {}, "t0ken");
    await expect(client.get({ path })).rejects.toMatchObject({
      failure: { code: "Echo-…", text: "Bearer … is no …", requestId: "…" },
    });
  });

  describe("refused with 401 while another token has come", () => {
    function renewing(answers: Response[]) {
      const headers: (string | null)[] = [];
      const noted: [string | null, boolean][] = [];
      let token = "old";
      const client = createArmClient(stamp, {
        fetch: (_, init) => {
          headers.push(new Headers(init?.headers).get("Authorization"));
          token = "new";
          return Promise.resolve(answers.shift() ?? empty(500));
        },
        pageUrl: "https://console.example/",
        token: () => token,
        onAnswer: (sent, unauthorized) => noted.push([sent, unauthorized]),
        newRequestId: () => "id",
      });
      return { client, headers, noted };
    }

    test("a read is asked again with it, once", async () => {
      const { client, headers, noted } = renewing([empty(401), empty(401), json(200, {})]);
      await expect(client.get({ path })).rejects.toMatchObject({ failure: { kind: "auth" } });
      expect(headers).toEqual(["Bearer old", "Bearer new"]);
      expect(noted).toEqual([
        ["old", true],
        ["new", true],
      ]);
    });

    test("a POST is never sent again", async () => {
      const { client, headers } = renewing([empty(401), empty(202)]);
      await expect(client.post({ path })).rejects.toMatchObject({ failure: { kind: "auth" } });
      expect(headers).toEqual(["Bearer old"]);
    });
  });

  test("follows no redirect, is not cached, sends no referrer and no cookie elsewhere", async () => {
    const { client, sent } = fakeArm([json(200, {})], {}, "token");
    await client.get({ path });
    expect(sent[0]?.init).toMatchObject({
      redirect: "error",
      cache: "no-store",
      referrerPolicy: "no-referrer",
      credentials: "same-origin",
    });
  });

  test("carries its own id for support, or the click's", async () => {
    const { client, sent } = fakeArm([json(200, {}), empty(202)]);
    await client.get({ path });
    await client.post({ path, requestId: "click-1" });
    expect(sent.map(({ method, headers }) => [method, headers.get("x-ms-client-request-id")])).toEqual([
      ["GET", "request-1"],
      ["POST", "click-1"],
    ]);
    expect(sent[1]?.init.body).toBeUndefined();
  });
});

describe("an answer", () => {
  test("is its body and the headers that count", async () => {
    const headers = { Date: DATE, "Retry-After": "60", "x-ms-request-id": "r-1", Location: `${path}/b1` };
    const { client, dates } = fakeArm([json(200, { value: [] }, headers)]);
    expect(await client.get({ path })).toEqual({
      status: 200,
      body: { value: [] },
      location: { kind: "own", path: `${path}/b1` },
      asyncOperation: null,
      retryAfterMs: 60_000,
      requestId: "r-1",
      dateAt: Date.UTC(2020, 2, 4, 12, 15, 43),
    });
    expect(dates).toEqual([Date.UTC(2020, 2, 4, 12, 15, 43)]);
  });

  test("without any of them has none", async () => {
    const { client, dates } = fakeArm([empty(200)]);
    expect(await client.get({ path })).toEqual({
      status: 200,
      body: undefined,
      location: null,
      asyncOperation: null,
      retryAfterMs: null,
      requestId: null,
      dateAt: null,
    });
    expect(dates).toEqual([]);
  });

  test("counts a Retry-After date from its own Date header, not from the local clock", async () => {
    const headers = { Date: DATE, "Retry-After": "Wed, 04 Mar 2020 12:17:43 GMT" };
    expect((await fakeArm([empty(202, headers)]).client.get({ path })).retryAfterMs).toBe(120_000);
  });

  test("that points to a foreign Location says so and drops the address", async () => {
    const reply = await fakeArm([
      empty(202, { Location: "https://evil.example/subscriptions/x" }),
    ]).client.post({
      path,
    });
    expect(reply.location).toEqual({ kind: "foreign" });
    expect(JSON.stringify(reply)).not.toContain("evil");
  });
});

describe("a request that hangs", () => {
  beforeEach(() => vi.useFakeTimers());
  afterEach(() => vi.useRealTimers());

  test("is given up after 30 seconds, not before", async () => {
    let settled: unknown = null;
    const done = fakeArm(["hang"])
      .client.get({ path })
      .catch((error: unknown) => {
        settled = toFailure(error).kind;
      });
    await vi.advanceTimersByTimeAsync(29_999);
    expect(settled).toBeNull();
    await vi.advanceTimersByTimeAsync(1);
    await done;
    expect(settled).toBe("timeout");
  });

  test("in the middle of its body is given up as well", async () => {
    const sent: AbortSignal[] = [];
    const client = createArmClient(stamp, {
      fetch: (_, init) => {
        const body = new ReadableStream({
          start(controller) {
            controller.enqueue(new TextEncoder().encode('{"value":['));
            init?.signal?.addEventListener("abort", () => controller.error(new Error("aborted")));
          },
        });
        if (init?.signal) sent.push(init.signal);
        return Promise.resolve(new Response(body, { status: 200 }));
      },
      pageUrl: "https://console.example/",
      token: () => null,
      newRequestId: () => "id",
    });
    const done = client.get({ path }).catch((error: unknown) => toFailure(error).kind);
    await vi.advanceTimersByTimeAsync(30_000);
    expect(await done).toBe("timeout");
    expect(sent[0]?.aborted).toBe(true);
  });

  test("leaves no timer behind once it was answered or refused", async () => {
    const { client } = fakeArm([json(200, {}), empty(500)]);
    await client.get({ path });
    await client.get({ path }).catch(() => null);
    expect(vi.getTimerCount()).toBe(0);
  });
});

describe("a caller that gives up", () => {
  test("ends its request, which is then no failure of the stamp", async () => {
    const abort = new AbortController();
    const { client, sent } = fakeArm(["hang"]);
    const done = client.get({ path, signal: abort.signal }).catch((error: unknown) => error);
    abort.abort();
    expect(await done).not.toBeInstanceOf(ArmError);
    expect(sent[0]?.init.signal?.aborted).toBe(true);
  });

  test("before its request is sent does not wait for an answer either", async () => {
    const { client } = fakeArm(["hang"]);
    const done = client.get({ path, signal: AbortSignal.abort() }).catch((error: unknown) => error);
    expect(await done).not.toBeInstanceOf(ArmError);
  });
});
