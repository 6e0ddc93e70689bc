import { describe, expect, test } from "vitest";
import { backupsAt, unfinishedRun } from "./backups.ts";
import { HOUR, MINUTE, simNow } from "./clock.ts";
import { applyControl, parseControl } from "./control.ts";
import type { ControlCommand } from "./control.ts";
import type { StampFacts, World } from "./facts.ts";
import { rearm, takeFaults } from "./faults.ts";
import { parseWorld } from "./schema.ts";
import { createWorld } from "./scenarios.ts";

const NOW = Date.UTC(2026, 10, 23, 10);

function after(scenario: string, ...commands: ControlCommand[]): World {
  return commands.reduce(
    (world, command) => {
      const parsed = parseControl(JSON.parse(JSON.stringify(command)));
      if (typeof parsed === "string") throw new Error(parsed);
      return applyControl(world, parsed, NOW);
    },
    createWorld(scenario, NOW),
  );
}

function factsOf(world: World, index: number = 0): StampFacts {
  const facts = world.stamps[index];
  if (!facts) throw new Error("The world has no such stamp");
  return facts;
}

describe("a command", () => {
  test("jumps by a span, or to before something", () => {
    const world = after("healthy", { jump: { byMs: HOUR } }, { jump: { byMs: HOUR } });
    expect(simNow(world.clock, NOW)).toBe(NOW + 2 * HOUR);
    const finishing = after("finishing", { jump: { before: "end", leadMs: 0 } });
    expect(unfinishedRun(factsOf(finishing), simNow(finishing.clock, NOW))).toBeNull();
  });

  test("fails what runs for a reason, and the alert says it", () => {
    const error = { code: "BackupFailed", message: "No network.", reason: "connectivity" as const };
    const world = after("running-elsewhere", { failRunning: error });
    expect(factsOf(world).runs.at(-1)?.outcome).toMatchObject({ kind: "failed", reason: "connectivity" });
    expect(backupsAt(factsOf(world), NOW).at(-1)?.status).toBe("Failed");
  });

  test("loses and restores the connection of every stamp, and leaves other faults", () => {
    const lost = after("fleet", { fault: { kind: "html", remaining: 1 } }, { connection: "lost" });
    expect(lost.stamps.every(({ faults }) => faults.some(({ kind }) => kind === "network"))).toBe(true);
    const restored = applyControl(lost, { connection: "restored" }, NOW);
    expect(restored.stamps.flatMap(({ faults }) => faults.map(({ kind }) => kind))).toEqual(["html"]);
  });

  test("resets to the scenario's beginning and keeps the speed", () => {
    const world = after(
      "finishing",
      { speed: 60 },
      { startElsewhere: { automatic: false } },
      { reset: true },
    );
    expect(world.stamps).toEqual(createWorld("finishing", NOW).stamps);
    expect(world.clock.speed).toBe(60);
  });

  test("is about the stamp it names", () => {
    const world = after("fleet", { stamp: "everett", trouble: null }, { stamp: "tacoma", block: "updating" });
    expect(world.stamps.map(({ blocks }) => blocks.length)).toEqual([0, 0, 0, 0, 0, 1, 1, 0]);
    expect(factsOf(world, 2).troubles[0]?.untilAt).toBe(NOW);
  });

  test.each([
    [{ scenario: "nope" }],
    [{ jump: { byMs: -1 } }],
    [{ jump: { before: "end", byMs: 5 } }],
    [{ trouble: "rain" }],
    [{ connection: "slow" }],
    [{ reset: false }],
  ])("%j is none", (command) => {
    expect(parseControl(command)).toBeTypeOf("string");
  });

  test("leaves a world that can be saved", () => {
    const world = after(
      "healthy",
      { trouble: "path", block: "failedOperations", connection: "lost", speed: 600 },
      { startElsewhere: { automatic: true }, failRunning: { code: "x", message: "y", reason: "path" } },
      { nextOutcomes: [{ kind: "partiallySucceeded", failedRoles: ["NRP"] }], jump: { byMs: MINUTE } },
    );
    expect(parseWorld(JSON.stringify(world))).toEqual(world);
  });
});

test("a page load lets the first requests pass again where the scenario says so", () => {
  const request = { method: "GET", route: "backups", authorization: null } as const;
  const hits = (world: World): [World, number] => {
    const taken = takeFaults(factsOf(world), request, NOW);
    return [{ ...world, stamps: [taken.facts] }, taken.hits.length];
  };
  for (const [scenario, expected] of [
    ["server-errors", [0, 1, 0]],
    ["throttled", [0, 1, 1]],
  ] as const) {
    const [first, one] = hits(rearm(createWorld(scenario, NOW)));
    const [second, two] = hits(first);
    const [, three] = hits(rearm(second));
    expect([scenario, one, two, three]).toEqual([scenario, ...expected]);
  }
  const healthy = createWorld("healthy", NOW);
  expect(rearm(healthy)).toBe(healthy);
});
