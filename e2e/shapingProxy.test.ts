import { once } from "node:events";
import { createServer, type RequestListener } from "node:http";
import fc from "fast-check";
import { afterEach, describe, expect, test } from "vitest";
import {
  createQueue,
  PORTAL_PAGE,
  startShapingProxy,
  type Fault,
  type ShapingProxy,
} from "./shapingProxy.ts";

describe("one direction of a link", () => {
  const pieces = fc.array(fc.record({ bytes: fc.integer({ min: 1, max: 2_048 }), afterMs: fc.nat(500) }), {
    minLength: 1,
  });

  test("carries no more than its bandwidth, in order, and nothing before it is sent", () => {
    fc.assert(
      fc.property(pieces, fc.integer({ min: 1_000, max: 10_000_000 }), (sent, bitsPerSecond) => {
        const leave = createQueue();
        let now = 0;
        let before = 0;
        for (const { bytes, afterMs } of sent) {
          now += afterMs;
          const leavesAt = leave(bytes, bitsPerSecond, now);
          expect(leavesAt - Math.max(before, now)).toBeCloseTo((bytes * 8_000) / bitsPerSecond, 3);
          before = leavesAt;
        }
      }),
    );
  });

  test("without a limit delays nothing", () => {
    const leave = createQueue();
    expect([leave(1e6, null, 5), leave(1e6, null, 7)]).toEqual([5, 7]);
  });
});

describe("in front of a server", () => {
  const closing: (() => Promise<void>)[] = [];
  afterEach(async () => {
    for (const close of closing.splice(0)) await close();
  });

  const BODY = "x".repeat(50_000);

  /** Waits are counted and do not take any time. */
  async function serve(fault: Fault | null, handler: RequestListener = (_req, res) => void res.end(BODY)) {
    const server = createServer(handler);
    server.listen(0, "127.0.0.1");
    await once(server, "listening");
    const address = server.address();
    const waits: number[] = [];
    const proxy: ShapingProxy = await startShapingProxy({
      target: typeof address === "object" && address ? address.port : 0,
      link: { bitsPerSecond: 128_000, roundTripMs: 2_000 },
      wait: (ms) => {
        waits.push(ms);
        return Promise.resolve();
      },
      now: () => 0,
    });
    proxy.fault = fault;
    closing.push(async () => {
      await proxy.close();
      server.closeAllConnections();
      server.close();
    });
    // A connection each: what is under way is one answer.
    const ask = (init: RequestInit = {}) =>
      fetch(`http://127.0.0.1:${proxy.port}/`, { ...init, headers: { Connection: "close" } });
    return { proxy, waits, ask };
  }

  test("what is said arrives whole both ways, after a round trip for the connection and half of one each way", async () => {
    const { ask, proxy, waits } = await serve(null, (req, res) => void req.pipe(res));
    expect(await (await ask({ method: "POST", body: BODY })).text()).toBe(BODY);
    expect(proxy.carried.up).toBeGreaterThan(BODY.length);
    expect(proxy.carried.down).toBeGreaterThan(BODY.length);
    expect(waits).toContain(2_000);
    expect(waits).toContain(1_000);
    // 50 kB at 128 kbit/s.
    expect(Math.max(...waits)).toBeGreaterThan(3_000);
  });

  const breaking: Fault[] = [
    { kind: "away" },
    { kind: "reset", afterBytes: 0 },
    { kind: "reset", afterBytes: 3_000 },
    { kind: "cut", afterBytes: 0 },
    { kind: "cut", afterBytes: 3_000 },
  ];
  test.each(breaking)("an answer that does not come whole raises: %j", async (fault) => {
    const { ask } = await serve(fault);
    await expect(ask().then((answer) => answer.text())).rejects.toThrow();
  });

  test("a cut answer without a length looks whole, and is not", async () => {
    const { ask } = await serve({ kind: "cut", afterBytes: 3_000 }, (req) => {
      req.socket.end(`HTTP/1.1 200 OK\r\n\r\n${BODY}`);
    });
    const answer = await (await ask()).text();
    expect([answer.length > 2_000, answer.length < 3_000]).toEqual([true, true]);
  });

  test("a captive portal answers with its page, and the server is not asked", async () => {
    let asked = 0;
    const { ask } = await serve({ kind: "captive" }, (_req, res) => {
      asked += 1;
      res.end(BODY);
    });
    const answer = await ask();
    expect([answer.status, await answer.text(), asked]).toEqual([200, PORTAL_PAGE, 0]);
  });

  test.each([0, 3_000])("a stall after %i bytes goes on, and nothing is lost", async (afterBytes) => {
    const { ask, waits } = await serve({ kind: "stall", afterBytes, ms: 30_000 });
    expect(await (await ask()).text()).toBe(BODY);
    expect(waits.filter((ms) => ms === 30_000)).toHaveLength(1);
  });

  test("a link that is back carries again", async () => {
    const { ask, proxy } = await serve({ kind: "away" });
    await expect(ask()).rejects.toThrow();
    proxy.fault = null;
    expect(await (await ask()).text()).toBe(BODY);
  });
});
