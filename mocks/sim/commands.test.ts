import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { backupsAt, operationAt, unfinishedRun } from "./backups.ts";
import type { BackupView } from "./backups.ts";
import { HOUR, MINUTE, simNow } from "./clock.ts";
import { failRunningNow, jumpBefore, setScheduler, start, startElsewhere, withStamp } from "./commands.ts";
import type { StampFacts, World } from "./facts.ts";
import { nextBackupAt } from "./schedule.ts";
import { parseWorld } from "./schema.ts";
import { createWorld, SCENARIOS } from "./scenarios.ts";

const NOW = Date.UTC(2026, 10, 23, 10);
const ERROR = { code: "BackupFailed", message: "The share is full." };

function factsOf(world: World): StampFacts {
  const facts = world.stamps[0];
  if (!facts) throw new Error("The world has no stamp");
  return facts;
}

function newest(world: World, real: number): BackupView | undefined {
  return backupsAt(factsOf(world), simNow(world.clock, real)).at(-1);
}

describe("Backup now", () => {
  test.each([
    ["healthy", "started", null],
    ["no-backups-yet", "started", null],
    ["automatic-disabled", "started", null],
    ["never-configured", "refused", "BackupLocationNotConfigured"],
    ["update-in-progress", "refused", "UpdateInProgress"],
    ["running-elsewhere", "refused", "BackupAlreadyRunning"],
    ["finishing", "refused", "BackupAlreadyRunning"],
    ["already-running", "refused", "BackupAlreadyRunning"],
  ])("on the stamp of %s is %s", (scenario, kind, code) => {
    const result = start(createWorld(scenario, NOW), "REDMOND", NOW);
    expect(result.kind).toBe(kind);
    expect(result.kind === "refused" ? result.refusal.code : null).toBe(code);
  });

  test("is refused while the scheduler's backup runs", () => {
    const world = createWorld("healthy", NOW);
    const slotAt = nextBackupAt(factsOf(world), NOW) ?? 0;
    expect(start(world, "redmond", slotAt + MINUTE).kind).toBe("refused");
  });

  test("is possible again when the operation has ended, not when the list says Succeeded", () => {
    const world = startElsewhere(createWorld("healthy", NOW), "redmond", NOW);
    const run = unfinishedRun(factsOf(world), NOW);
    const listedAt = NOW + (run?.takesMs ?? 0);
    expect(start(world, "redmond", listedAt + MINUTE).kind).toBe("refused");
    expect(start(world, "redmond", listedAt + (run?.finishesMs ?? 0)).kind).toBe("started");
  });

  test("uses up the foreseen outcomes in order, then succeeds", () => {
    const world = createWorld("backup-fails", NOW);
    const first = start(world, "redmond", NOW).world;
    expect(factsOf(first).runs.at(-1)?.outcome.kind).toBe("failed");
    const second = start(first, "redmond", NOW + HOUR).world;
    expect(factsOf(second).runs.at(-1)?.outcome.kind).toBe("succeeded");
  });
});

describe("failing what runs", () => {
  test("before it is listed as done fails it in the list and in its operation", () => {
    const running = startElsewhere(createWorld("healthy", NOW), "redmond", NOW);
    const failed = failRunningNow(running, "redmond", NOW + 5 * MINUTE, ERROR);
    const view = newest(failed, NOW + 5 * MINUTE);
    expect(view).toMatchObject({ status: "Failed", operation: "failed", error: ERROR, tookMs: 5 * MINUTE });
    expect(view?.roles.some((role) => role.status === "Failed")).toBe(true);
  });

  test("while it finishes leaves the list's word and fails only the operation", () => {
    const failed = failRunningNow(createWorld("finishing", NOW), "redmond", NOW, ERROR);
    expect(newest(failed, NOW)).toMatchObject({ status: "Succeeded", operation: "failed", error: ERROR });
  });

  test("works on the scheduler's backup too, and never undoes what was shown", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 29 * MINUTE }), (elapsed) => {
        const world = createWorld("healthy", NOW);
        const at = (nextBackupAt(factsOf(world), NOW) ?? 0) + elapsed;
        const before = newest(world, at);
        const after = newest(failRunningNow(world, "redmond", at, ERROR), at);
        expect([after?.id, after?.operation]).toEqual([before?.id, "failed"]);
        if (before?.completedAt !== null) expect(after?.status).toBe(before?.status);
        before?.roles.forEach((role, index) => {
          if (role.status === "Succeeded") expect(after?.roles[index]?.status).toBe("Succeeded");
        });
      }),
    );
  });

  test("changes nothing when nothing runs", () => {
    const world = createWorld("healthy", NOW);
    expect(failRunningNow(world, "redmond", NOW, ERROR)).toEqual(world);
  });
});

describe("jumping", () => {
  test("stops just before the list, the operation's end, and the next slot", () => {
    const world = startElsewhere(createWorld("healthy", NOW), "redmond", NOW);
    const id = newest(world, NOW)?.id ?? "";
    const listed = jumpBefore(world, "redmond", NOW, "listed", 1000);
    expect(newest(listed, NOW)?.status).toBe("Running");
    expect(newest(listed, NOW + 1000)?.status).toBe("Succeeded");
    const end = jumpBefore(world, "redmond", NOW, "end", 1000);
    expect(newest(end, NOW)).toMatchObject({ status: "Succeeded", operation: "running" });
    expect(newest(end, NOW + 1000)).toMatchObject({ id, operation: "succeeded" });
    const slot = jumpBefore(createWorld("healthy", NOW), "redmond", NOW, "nextSlot", 1000);
    expect(newest(slot, NOW + 1000)).toMatchObject({ automatic: true, status: "Creating" });
  });
});

test("a disabled scheduler begins nothing, while the next backup's time keeps advancing", () => {
  const world = setScheduler(createWorld("healthy", NOW), "redmond", NOW, false);
  const facts = factsOf(world);
  expect(backupsAt(facts, NOW + 72 * HOUR).at(-1)?.automatic).toBe(false);
  expect(nextBackupAt(facts, NOW + 72 * HOUR)).toBeGreaterThan(NOW + 72 * HOUR);
  const on = factsOf(setScheduler(world, "redmond", NOW + HOUR, true));
  expect(backupsAt(on, NOW + 24 * HOUR).at(-1)?.automatic).toBe(true);
});

test("an ended operation is forgotten after a day, an unknown one was never known", () => {
  const world = startElsewhere(createWorld("healthy", NOW), "redmond", NOW);
  const facts = factsOf(world);
  const id = newest(world, NOW)?.id ?? "";
  expect(operationAt(facts, id.toUpperCase(), NOW + HOUR)?.operation).toBe("succeeded");
  expect(operationAt(facts, id, NOW + 26 * HOUR)).toBeNull();
  expect(operationAt(facts, "00000000-0000-0000-0000-000000000000", NOW)).toBeNull();
});

test.each(Object.keys(SCENARIOS))("the world of %s survives being saved, before and after use", (name) => {
  const fresh = createWorld(name, NOW);
  expect(parseWorld(JSON.stringify(fresh))).toEqual(fresh);
  const used = withStamp(startElsewhere(fresh, "redmond", NOW), "redmond", (facts) => ({
    ...facts,
    troubles: [{ fromAt: NOW, untilAt: null, reason: "path" }],
    blocks: [{ fromAt: NOW, untilAt: NOW, reason: "updating" }],
  }));
  expect(parseWorld(JSON.stringify(used))).toEqual(used);
});

test.each([["", "{}", "null", "[]", "not json", '{"version":0}']])(
  "what is no world of this version is none",
  (text) => {
    expect(parseWorld(text)).toBeNull();
  },
);
