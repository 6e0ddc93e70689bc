import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { backupsAt, lastBackup } from "./backups.ts";
import { DAY, HOUR, MINUTE, simNow } from "./clock.ts";
import { setBlock, setTrouble, start, startElsewhere } from "./commands.ts";
import { configure } from "./configure.ts";
import type { FailureReason, StampFacts, World } from "./facts.ts";
import { freeGbAt, historyAt } from "./history.ts";
import { prune } from "./prune.ts";
import { nextBackupAt } from "./schedule.ts";
import { createWorld, SCENARIOS } from "./scenarios.ts";

const NOW = Date.UTC(2026, 10, 23, 10);

function factsOf(world: World): StampFacts {
  const facts = world.stamps[0];
  if (!facts) throw new Error("The world has no stamp");
  return facts;
}

function nextSlot(world: World): number {
  return nextBackupAt(factsOf(world), NOW) ?? 0;
}

function freeGb(world: World, at: number): number {
  return freeGbAt(factsOf(world), historyAt(factsOf(world), at), at);
}

describe("the scheduler", () => {
  test.each(["updating", "failedOperations"] as const)("skips its slots while %s holds", (reason) => {
    const slotAt = nextSlot(createWorld("healthy", NOW));
    const blocked = setBlock(createWorld("healthy", NOW), "redmond", NOW, reason);
    const over = setBlock(blocked, "redmond", slotAt + 13 * HOUR, null);
    const { runs, skipped } = historyAt(factsOf(over), slotAt + 25 * HOUR);
    expect(skipped).toEqual([
      { at: slotAt, nextAt: slotAt + 12 * HOUR, reason },
      { at: slotAt + 12 * HOUR, nextAt: slotAt + 24 * HOUR, reason },
    ]);
    expect(runs.at(-1)?.startedAt).toBe(slotAt + 24 * HOUR);
  });

  test("skips the slot that comes up while a backup on demand runs", () => {
    const slotAt = nextSlot(createWorld("healthy", NOW));
    const busy = startElsewhere(createWorld("healthy", NOW), "redmond", slotAt - 5 * MINUTE);
    expect(historyAt(factsOf(busy), slotAt).skipped.map(({ at, reason }) => [at, reason])).toEqual([
      [slotAt, "busy"],
    ]);
  });

  test.each<FailureReason>(["shareFull", "connectivity", "path", "authentication", "general"])(
    "and a person fail for the same reason: %s",
    (reason) => {
      const world = setTrouble(createWorld("healthy", NOW), "redmond", NOW, reason);
      const slotAt = nextSlot(world);
      const asked = start(world, "redmond", NOW).world;
      const runs = historyAt(factsOf(asked), slotAt + HOUR).runs.slice(-2);
      expect(runs.map(({ automatic }) => automatic)).toEqual([false, true]);
      for (const { outcome } of runs)
        expect(outcome).toMatchObject({ kind: "failed", reason, listed: "Failed" });
      const over = setTrouble(asked, "redmond", slotAt + 2 * HOUR, null);
      expect(historyAt(factsOf(over), slotAt + 13 * HOUR).runs.at(-1)?.outcome.kind).toBe("succeeded");
    },
  );

  test("does not change what it did when the present changes", () => {
    const world = createWorld("healthy", NOW);
    const before = historyAt(factsOf(world), NOW).runs;
    for (const changed of [
      setTrouble(world, "redmond", NOW, "general"),
      setBlock(world, "redmond", NOW, "updating"),
      configure(world, "redmond", NOW, { frequencyHours: 4, retentionDays: 2 }).world,
    ]) {
      expect(historyAt(factsOf(changed), NOW).runs).toEqual(before);
    }
  });
});

describe("the share", () => {
  test("has less room after every backup, until backups fail because it is full", () => {
    const world = createWorld("share-almost-full", NOW);
    const rooms = [0, 1, 2].map((slot) => freeGb(world, NOW + slot * 12 * HOUR + 9 * HOUR));
    expect(rooms).toEqual(rooms.toSorted((a, b) => b - a));
    expect(new Set(rooms).size).toBeGreaterThan(1);
    const later = backupsAt(factsOf(world), NOW + 2 * DAY)
      .slice(-4)
      .map((view) => view.status);
    expect(later).toEqual(["Succeeded", "Succeeded", "Failed", "Failed"]);
    const failed = historyAt(factsOf(world), NOW + 2 * DAY).runs.at(-1)?.outcome;
    expect(failed).toMatchObject({ kind: "failed", reason: "shareFull" });
  });

  test("gets room back by retention, and by pruning", () => {
    const world = createWorld("share-almost-full", NOW);
    const shorter = configure(world, "redmond", NOW, { retentionDays: 2 }).world;
    expect(freeGb(shorter, NOW + MINUTE)).toBeGreaterThan(freeGb(world, NOW + MINUTE));
    const pruned = prune(world, "redmond", NOW, false).world;
    expect(freeGb(pruned, NOW + 2 * MINUTE)).toBe(freeGb(world, NOW) + 12);
    expect(freeGb(pruned, NOW + MINUTE)).toBe(freeGb(world, NOW + MINUTE));
  });

  test("is never over-full and never loses a success, whatever the scenario and the time", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...Object.keys(SCENARIOS).filter((name) => !name.startsWith("many"))),
        fc.nat(30 * DAY),
        (name, span) => {
          const world = createWorld(name, NOW);
          const at = simNow(world.clock, NOW) + span;
          for (const facts of world.stamps) {
            const room = freeGbAt(facts, historyAt(facts, at), at);
            expect(room).toBeGreaterThanOrEqual(0);
            const had = historyAt(facts, at).stored.some((doneAt) => doneAt <= at);
            if (had) expect(lastBackup(facts, at)).not.toBeNull();
          }
        },
      ),
      { numRuns: 60 },
    );
  });
});

describe("the documented remedy", () => {
  test.each([
    ["last-failed", { retentionDays: 2 }, true],
    ["last-failed", { path: "\\\\fs02\\backups" }, true],
    ["last-failed-path", { path: "\\\\fs02\\backups" }, true],
    ["last-failed-path", { password: "new" }, false],
    ["last-failed-authentication", { password: "new" }, true],
    ["last-failed-authentication", { frequencyHours: 8 }, false],
    ["last-failed-connectivity", { password: "new" }, false],
    ["last-failed-general", { path: "\\\\fs02\\backups" }, false],
  ])("of %s: %j helps: %s", (scenario, change, helps) => {
    const world = configure(createWorld(scenario, NOW), "redmond", NOW, change).world;
    const result = start(world, "redmond", NOW + MINUTE);
    expect(result.kind).toBe("started");
    expect(factsOf(result.world).runs.at(-1)?.outcome.kind).toBe(helps ? "succeeded" : "failed");
  });
});
