import { describe, expect, test } from "vitest";
import { MINUTE, simNow } from "../sim/clock.ts";
import type { Fault } from "../sim/facts.ts";
import { addFault, signIn } from "../sim/faults.ts";
import { at, BENCH_NOW, jsonOf, openBench, rowsOf } from "./testing.ts";
import type { Bench } from "./testing.ts";

const START = { method: "POST" };

function faulty(...faults: Fault[]): Bench {
  return openBench("healthy", 1, (world) =>
    faults.reduce((next, fault) => addFault(next, "redmond", fault), world),
  );
}

async function statuses(bench: Bench, path: string, times: number): Promise<number[]> {
  const seen: number[] = [];
  for (let index = 0; index < times; index += 1) seen.push((await bench.ask(path)).status);
  return seen;
}

describe("a fault", () => {
  test("hits as many requests as it says, after letting as many pass as it says", async () => {
    const bench = faulty({ kind: "status", status: 503, route: "backups", skip: 1, remaining: 2 });
    expect(await statuses(bench, "redmond", 2)).toEqual([200, 200]);
    expect(await statuses(bench, "redmond/backups", 5)).toEqual([200, 503, 503, 200, 200]);
    expect(bench.facts().faults).toEqual([]);
  });

  test("holds in its window of simulated time", async () => {
    const bench = faulty({ kind: "network", fromAt: BENCH_NOW + MINUTE, untilAt: BENCH_NOW + 2 * MINUTE });
    const types: string[] = [];
    for (let index = 0; index < 3; index += 1) {
      types.push((await bench.ask("redmond")).type);
      bench.pass(MINUTE);
    }
    expect(types).toEqual(["default", "error", "default"]);
  });

  test("on reads leaves a start alone", async () => {
    const bench = faulty({ kind: "status", status: 503, method: "get" });
    expect((await bench.ask("redmond/createBackup", START)).status).toBe(202);
  });

  test("may take only the answer: the backup has started", async () => {
    const bench = openBench("answer-lost");
    expect((await bench.ask("redmond/createBackup", START)).type).toBe("error");
    expect(bench.facts().runs).toHaveLength(4);
    expect((await bench.ask("redmond/createBackup", START)).status).toBe(409);
  });

  test("before the answer starts nothing", async () => {
    const bench = faulty({ kind: "network", remaining: 1 });
    await bench.ask("redmond/createBackup", START);
    expect(bench.facts().runs).toHaveLength(3);
  });

  test("by status carries its text, its headers and a request id", async () => {
    const bench = openBench("start-fails");
    const reply = await bench.ask("redmond/createBackup", START);
    expect(reply.status).toBe(400);
    expect(at(await jsonOf(reply), "error", "message")).toContain("cannot be accessed");
    expect(reply.headers.get("x-ms-request-id")).not.toBeNull();
    const throttled = faulty({ kind: "status", status: 429, headers: { "Retry-After": "30" } });
    expect((await throttled.ask("redmond")).headers.get("Retry-After")).toBe("30");
  });

  test("that delays comes before the good answer", async () => {
    const bench = faulty({ kind: "delay", ms: 8000, remaining: 1 });
    expect(await statuses(bench, "redmond", 2)).toEqual([200, 200]);
    expect(bench.waits).toEqual([8000]);
  });

  test("that hangs ends with the request", async () => {
    const aborted = new AbortController();
    const pending = faulty({ kind: "hang" }).ask("redmond", { signal: aborted.signal });
    aborted.abort();
    await expect(pending).rejects.toThrow("aborted");
  });

  test("of the body: HTML, or JSON that breaks off", async () => {
    const html = await faulty({ kind: "html" }).ask("redmond/backups");
    expect([html.status, html.headers.get("Content-Type")]).toEqual([200, "text/html"]);
    const cut = await faulty({ kind: "truncated" }).ask("redmond/backups");
    expect(cut.status).toBe(200);
    await expect(cut.json()).rejects.toThrow();
  });

  test("of the links: none, a foreign one, an odd Retry-After", async () => {
    const none = await faulty({ kind: "noLocation" }).ask("redmond/createBackup", START);
    expect([none.status, none.headers.get("Location")]).toEqual([202, null]);
    const foreign = faulty(
      { kind: "foreignLocation", location: "https://evil.test/x" },
      { kind: "retryAfter", value: "60abc" },
    );
    const reply = await foreign.ask("redmond/createBackup", START);
    expect([reply.headers.get("Location"), reply.headers.get("Retry-After")]).toEqual([
      "https://evil.test/x",
      "60abc",
    ]);
  });

  test("of the list: another word for the newest backup, or no word of it", async () => {
    const said = await rowsOf(
      await faulty({ kind: "listSaysStatus", status: "Polishing" }).ask("redmond/backups"),
    );
    expect(said.filter((row) => at(row, "properties", "backupInfo", "status") === "Polishing")).toHaveLength(
      1,
    );
    const hiding = faulty({ kind: "listHides", startedFrom: BENCH_NOW });
    const before = await rowsOf(await hiding.ask("redmond/backups"));
    await hiding.ask("redmond/createBackup", START);
    hiding.pass(40 * MINUTE);
    expect(await rowsOf(await hiding.ask("redmond/backups"))).toHaveLength(before.length);
  });
});

test("a lost operation is found at first and unknown later, the list goes on", async () => {
  const bench = openBench("operation-lost");
  await bench.ask("redmond/createBackup", START);
  const id = bench.facts().runs.at(-1)?.id ?? "";
  expect(await statuses(bench, `redmond/operationResults/${id}`, 1)).toEqual([202]);
  bench.pass(2 * MINUTE);
  expect(await statuses(bench, `redmond/operationResults/${id}`, 1)).toEqual([404]);
  expect(await statuses(bench, `redmond/backups/${id}`, 1)).toEqual([200]);
});

describe("an expired sign-in", () => {
  const bearer = (token: string): RequestInit => ({ headers: { Authorization: `Bearer ${token}` } });

  test("is over with another token, not with the same one, and no token is kept", async () => {
    const bench = openBench("sign-in-expired");
    const ask = async (token: string): Promise<number> =>
      (await bench.ask("redmond/backups", bearer(token))).status;
    expect([await ask("first"), await ask("first"), await ask("first"), await ask("second")]).toEqual([
      200, 401, 401, 200,
    ]);
    expect(JSON.stringify(bench.store.read())).not.toMatch(/first|second/);
  });

  test("is over when the operator is said to have signed in", async () => {
    const bench = faulty({ kind: "unauthorizedUntilSignIn" });
    expect(await statuses(bench, "redmond", 2)).toEqual([401, 401]);
    bench.store.update((world) => signIn(world, "redmond"));
    expect(await statuses(bench, "redmond", 1)).toEqual([200]);
  });

  test("a stamp that wants a token answers 401 to none", async () => {
    const reply = await openBench("sign-in-expired").ask("redmond");
    expect([reply.status, reply.headers.get("WWW-Authenticate")?.startsWith("Bearer ")]).toEqual([401, true]);
  });
});

test("faults of server errors and throttling let a first load pass whole", async () => {
  for (const [scenario, later] of [
    ["server-errors", [503, 503, 503]],
    ["throttled", [429, 429, 200]],
  ] as const) {
    const bench = openBench(scenario);
    expect(await statuses(bench, "redmond", 1)).toEqual([200]);
    expect(await statuses(bench, "redmond/backups", 4)).toEqual([200, ...later]);
  }
});

test("a read without faults writes no world", async () => {
  const bench = openBench("healthy");
  const before = bench.store.read();
  await bench.ask("redmond/backups");
  expect(bench.store.read()).toBe(before);
  expect(simNow(before.clock, BENCH_NOW)).toBe(BENCH_NOW);
});
