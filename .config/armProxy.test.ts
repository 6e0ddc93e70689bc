import { once } from "node:events";
import { createServer, IncomingMessage, request, type RequestListener, type Server } from "node:http";
import { text } from "node:stream/consumers";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { REFUSED } from "../e2e/hosting/hostileRequests.ts";
import { CLAIMS } from "../e2e/hosting/hostileStamp.ts";
import { createArmProxy } from "./armProxy.ts";
import { armHeaders } from "./headers.ts";
import type { StampEntry } from "./stampsFile.ts";

const open: Server[] = [];

async function listen(handler: RequestListener): Promise<string> {
  const server = createServer(handler);
  open.push(server);
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("no port");
  return `http://127.0.0.1:${address.port}`;
}

function stampAt(id: string, endpoint: string): StampEntry {
  return {
    id,
    title: id,
    endpoint: new URL(endpoint),
    subscriptionId: "s",
    region: "redmond",
    apiVersion: "2018-09-01",
    auth: { kind: "none" },
  };
}

function serveProxy(stamps: StampEntry[]): Promise<string> {
  const proxy = createArmProxy(stamps);
  return listen((req, res) => proxy(req, res, () => res.writeHead(404).end("not the proxy's")));
}

afterEach(() => {
  for (const server of open.splice(0)) {
    server.close();
    server.closeAllConnections();
  }
});

describe("in front of a stamp", () => {
  let answer: RequestListener;
  let seen: IncomingMessage[];
  let stampUrl: string;
  let proxyUrl: string;

  beforeEach(async () => {
    seen = [];
    answer = (_req, res) => res.end("{}");
    stampUrl = await listen((req, res) => {
      seen.push(req);
      answer(req, res);
    });
    proxyUrl = await serveProxy([stampAt("redmond", `${stampUrl}/gateway/`)]);
  });

  test("asks the endpoint's own path and host, with the bearer token and without what is not the stamp's business", async () => {
    await fetch(`${proxyUrl}/arm/redmond/subscriptions/s?api-version=1&$top=10`, {
      headers: {
        Authorization: "Bearer abc",
        Cookie: "a=b",
        Origin: proxyUrl,
        "x-ms-client-request-id": "42",
      },
    });
    expect(seen[0]?.url).toBe("/gateway/subscriptions/s?api-version=1&$top=10");
    expect(seen[0]?.headers).toMatchObject({
      host: new URL(stampUrl).host,
      authorization: "Bearer abc",
      "x-ms-client-request-id": "42",
    });
    for (const name of ["cookie", "origin", "referer", "sec-fetch-mode"]) {
      expect(seen[0]?.headers[name], name).toBeUndefined();
    }
  });

  test("sends a body on and streams the answer back with its status and headers", async () => {
    answer = (req, res) => {
      res.writeHead(201, { "x-ms-request-id": "7", "Set-Cookie": "a=b", "Access-Control-Allow-Origin": "*" });
      req.pipe(res);
    };
    const back = await fetch(`${proxyUrl}/arm/redmond/x`, { method: "PUT", body: "x".repeat(200_000) });
    expect(back.status).toBe(201);
    expect(back.headers.get("x-ms-request-id")).toBe("7");
    expect(back.headers.get("set-cookie")).toBeNull();
    expect(back.headers.get("access-control-allow-origin")).toBeNull();
    expect((await back.text()).length).toBe(200_000);
  });

  test("puts the stamp's own links on the proxied path and leaves foreign ones", async () => {
    answer = (_req, res) => {
      res.writeHead(202, {
        Location: `${stampUrl}/gateway/operationResults/1?api-version=1`,
        "Azure-AsyncOperation": "https://evil.example.com/operationResults/1",
      });
      res.end();
    };
    const { headers } = await fetch(`${proxyUrl}/arm/redmond/createBackup`, { method: "POST" });
    expect(headers.get("location")).toBe("/arm/redmond/operationResults/1?api-version=1");
    expect(headers.get("azure-asyncoperation")).toBe("https://evil.example.com/operationResults/1");
  });

  test("does not pass on a POST that a browser repeats by itself, but breaks that connection too", async () => {
    const post = (id: string) =>
      fetch(`${proxyUrl}/arm/redmond/createBackup`, {
        method: "POST",
        headers: { "x-ms-client-request-id": id },
      });
    expect((await post("click-1")).status).toBe(200);
    await expect(post("click-1")).rejects.toThrow();
    expect((await post("click-2")).status).toBe(200);
    expect(seen.map(({ headers }) => headers["x-ms-client-request-id"])).toEqual(["click-1", "click-2"]);
  });

  test("passes a redirect on instead of following it", async () => {
    answer = (_req, res) => res.writeHead(302, { Location: "https://login.example.com/" }).end();
    const back = await fetch(`${proxyUrl}/arm/redmond/x`, { redirect: "manual" });
    expect(back.status).toBe(302);
    expect(back.headers.get("location")).toBe("https://login.example.com/");
    expect(seen).toHaveLength(1);
  });

  test("an answer that breaks off does not look whole", async () => {
    answer = (_req, res) => {
      res.write('{"value":[');
      setImmediate(() => res.destroy());
    };
    await expect(fetch(`${proxyUrl}/arm/redmond/x`).then((back) => back.text())).rejects.toThrow();
  });

  test("lets go of the stamp when the page gives up", async () => {
    const gone = new Promise<void>((done) => {
      answer = (_req, res) => res.on("close", done);
    });
    const abort = new AbortController();
    const asked = fetch(`${proxyUrl}/arm/redmond/x`, { signal: abort.signal });
    await expect.poll(() => seen.length).toBe(1);
    abort.abort();
    await expect(asked).rejects.toThrow();
    await gone;
  });

  test("what a stamp claims for this origin does not arrive, and its page is text", async () => {
    answer = (_req, res) => res.writeHead(200, { ...CLAIMS, "Content-Type": "text/html" }).end("<p>");
    const back = await fetch(`${proxyUrl}/arm/redmond/x`);
    for (const [name, value] of Object.entries(CLAIMS)) expect(back.headers.get(name), name).not.toBe(value);
    for (const [name, value] of Object.entries(armHeaders()))
      expect(back.headers.get(name), name).toBe(value);
    expect(back.headers.get("content-type")).toBe("text/plain; charset=utf-8");
    expect(await back.text()).toBe("<p>");
  });

  test("a header cannot turn a POST into a method that is refused", async () => {
    const headers = { "X-HTTP-Method-Override": "DELETE", "X-HTTP-Method": "DELETE", "X-Original-URL": "/x" };
    await fetch(`${proxyUrl}/arm/redmond/x`, { method: "POST", headers });
    for (const name of Object.keys(headers))
      expect(seen[0]?.headers[name.toLowerCase()], name).toBeUndefined();
  });

  test.each([
    "101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: x",
    "099 Odd\r\nContent-Length: 0",
    "0 Odd",
  ])("an answer that is none is a 502: %j", async (head) => {
    answer = (req) => req.socket.end(`HTTP/1.1 ${head}\r\n\r\n`);
    const back = await fetch(`${proxyUrl}/arm/redmond/x`);
    expect(back.status).toBe(502);
    expect(await back.json()).toMatchObject({ error: { code: "StampUnreachable" } });
  });

  test.each(REFUSED)("%s is refused before the stamp is asked", async (_what, method, path, headers) => {
    const { hostname, port } = new URL(proxyUrl);
    // fetch sets Origin and Sec-Fetch-… by itself and takes dot segments out: none of this can be sent by a script.
    const asked = request({ hostname, port, method, path: `/arm/redmond/${path}`, headers }).end();
    const [back]: unknown[] = await once(asked, "response");
    if (!(back instanceof IncomingMessage)) throw new Error("no answer");
    expect(back.statusCode).toBeOneOf([400, 403, 405]);
    expect(back.headers).toMatchObject({ "content-type": "application/json; charset=utf-8" });
    const body = await text(back);
    if (method !== "HEAD") expect(JSON.parse(body)).toMatchObject({ error: { code: expect.any(String) } });
    expect(seen).toHaveLength(0);
  });
});

test("a stamp that cannot be reached is a 502 in ARM's envelope", async () => {
  const proxyUrl = await serveProxy([stampAt("redmond", "http://127.0.0.1:1")]);
  for (const init of [{}, { method: "POST", body: "{}" }]) {
    const back = await fetch(`${proxyUrl}/arm/redmond/x`, init);
    expect(back.status).toBe(502);
    expect(back.headers.get("x-stamp-unreachable")).toBe("1");
    expect(await back.json()).toEqual({
      error: {
        code: "StampUnreachable",
        message: 'The stamp "redmond" at 127.0.0.1:1 did not answer: connect ECONNREFUSED 127.0.0.1:1.',
      },
    });
  }
});

test("an unknown stamp is a 404 in ARM's envelope, and other paths are not the proxy's", async () => {
  const proxyUrl = await serveProxy([stampAt("redmond", "http://127.0.0.1:1")]);
  const back = await fetch(`${proxyUrl}/arm/east/subscriptions`);
  expect(back.status).toBe(404);
  expect(await back.json()).toMatchObject({ error: { code: "StampNotFound" } });
  expect(await (await fetch(`${proxyUrl}/army/redmond/x`)).text()).toBe("not the proxy's");
});
