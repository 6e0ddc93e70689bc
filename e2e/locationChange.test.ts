// The queries in front of the simulator: here, where both may be reached, since src imports nothing of mocks.
import type { QueryClient } from "@tanstack/react-query";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { BENCH_BASE, BENCH_NOW, openBench, type Bench } from "../mocks/arm/testing.ts";
import type { World } from "../mocks/sim/facts.ts";
import { settingsOf, type Changes } from "../src/domain/configuration.ts";
import { locationQuery } from "../src/queries/backupQueries.ts";
import { commandOf, forgetCommand } from "../src/queries/commands.ts";
import { CHANGE, changeLocation, type ChangeOutcome } from "../src/queries/locationChange.ts";
import { createQueryClient } from "../src/queries/queryClient.ts";
import { createStampSession, type StampSession } from "../src/session/stampSession.ts";

beforeEach(() => void vi.useFakeTimers({ now: BENCH_NOW }));
afterEach(() => void vi.useRealTimers());

interface Opened {
  bench: Bench;
  session: StampSession;
  queryClient: QueryClient;
  sent: { method: string; body: string }[];
  /** Changes the location and lets stamp and page time pass until that has ended. */
  change: (changes: Changes, base?: Parameters<typeof changeLocation>[4]) => Promise<ChangeOutcome | null>;
}

/** A session in front of a simulated stamp. */
function open(shape: (world: World) => World = (world) => world): Opened {
  const bench = openBench("healthy", 1, shape);
  const sent: Opened["sent"] = [];
  const { subscriptionId } = bench.facts();
  const session = createStampSession(
    {
      id: "redmond",
      title: "Redmond",
      armBase: BENCH_BASE,
      subscriptionId,
      region: "redmond",
      apiVersion: "2018-09-01",
      auth: { kind: "none" },
    },
    {
      fetch: (input, init) => {
        const url = input instanceof Request ? input.url : String(input);
        const method = init?.method ?? "GET";
        if (method !== "GET") sent.push({ method, body: typeof init?.body === "string" ? init.body : "" });
        return bench.ask(url.slice(BENCH_BASE.length), init);
      },
      pageUrl: "http://portal.test/",
      storage: null,
      tick: () => Date.now(),
      wallClock: () => Date.now(),
      random: () => 0,
      newId: () => "00000000-0000-0000-0000-000000000001",
      requestCount: () => sent.length,
      clockRate: 1,
    },
  );
  const queryClient = createQueryClient();
  const change: Opened["change"] = async (changes, base = null) => {
    const outcome = changeLocation(session, queryClient, "form", changes, base);
    for (let turn = 0; turn < 30; turn += 1) {
      await vi.advanceTimersByTimeAsync(2_000);
      bench.pass(2_000);
    }
    return outcome;
  };
  return { bench, session, queryClient, sent, change };
}

const late = (world: World): World => ({
  ...world,
  stamps: world.stamps.map((facts) => ({ ...facts, checksSettingsLate: true })),
});

describe("a change", () => {
  test("is one PUT, followed to its end, and what the stamp has then is shown at once", async () => {
    const { change, sent, session, queryClient } = open();
    expect(await change({ frequencyHours: 6 })).toMatchObject({
      kind: "saved",
      location: { frequencyHours: 6 },
    });
    expect(sent.map(({ method }) => method)).toEqual(["PUT"]);
    expect(queryClient.getQueryData(locationQuery(session).queryKey)).toMatchObject({ frequencyHours: 6 });
  });

  test.each([
    ["at once", undefined],
    ["late, as an operation that fails", late],
  ])("refused %s comes back to its field", async (_when, shape) => {
    const { change, sent } = open(shape);
    expect(await change({ path: "\\\\unreachable\\b" })).toMatchObject({ kind: "refused", field: "path" });
    expect(await change({ password: "wrong" })).toMatchObject({ kind: "refused", field: "password" });
    expect(sent).toHaveLength(2);
  });

  test("leaves no secret in what is kept", async () => {
    const { change, queryClient, sent } = open(late);
    for (const password of ["wrong", "a secret nobody may see"]) {
      await change({ password });
      const [queries, commands] = [
        queryClient.getQueryCache().getAll(),
        queryClient.getMutationCache().getAll(),
      ];
      expect(JSON.stringify([...queries, ...commands].map(({ state }) => state))).not.toContain(password);
      expect(commands).toHaveLength(1);
      // What held the password is gone: the command could not even be given once more.
      await expect(commands[0]?.execute("form")).rejects.toThrow("runs once");
    }
    expect(sent.map(({ body }) => body.includes("password"))).toEqual([true, true]);
  });

  test("meets somebody else's change of the same setting without sending anything", async () => {
    const { change, sent } = open();
    const base = settingsOf(null);
    const outcome = await change({ frequencyHours: 6 }, { ...base, frequencyHours: 4 });
    expect(outcome).toMatchObject({ kind: "moved", what: ["frequency"], settings: { frequencyHours: 12 } });
    expect(sent).toEqual([]);
  });

  test("waits for no other: a second one at the same time is not sent", async () => {
    const { session, queryClient, sent, change } = open();
    const first = change({ frequencyHours: 6 });
    expect(
      await changeLocation(session, queryClient, "automatic", { schedulerEnabled: false }, null),
    ).toBeNull();
    expect(await first).toMatchObject({ kind: "saved" });
    expect(sent).toHaveLength(1);
  });

  test("that ended is forgotten when it was read", async () => {
    const { change, session, queryClient } = open();
    await change({ frequencyHours: 6 });
    const ended = commandOf(queryClient, session, CHANGE)?.state;
    expect(ended).toMatchObject({ status: "success", variables: "form", data: { kind: "saved" } });
    forgetCommand(queryClient, session, CHANGE);
    expect(commandOf(queryClient, session, CHANGE)).toBeUndefined();
  });
});
