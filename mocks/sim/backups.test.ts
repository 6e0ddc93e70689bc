import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { backupsAt, lastBackup, operationAt, viewOf } from "./backups.ts";
import type { BackupView } from "./backups.ts";
import { DAY, HOUR, MINUTE, SECOND } from "./clock.ts";
import { start } from "./commands.ts";
import { ROLE_NAMES } from "./facts.ts";
import type { Outcome, RunFacts, StampFacts } from "./facts.ts";
import { historyAt } from "./history.ts";
import { nextBackupAt } from "./schedule.ts";
import { createWorld } from "./scenarios.ts";
import { healthyStamp, withRun } from "./seeds.ts";

const NOW = Date.UTC(2026, 10, 23, 10);

const outcomes: fc.Arbitrary<Outcome> = fc.oneof(
  fc.constant<Outcome>({ kind: "succeeded" }),
  fc
    .subarray([...ROLE_NAMES], { minLength: 1 })
    .map((failedRoles): Outcome => ({ kind: "partiallySucceeded", failedRoles })),
  fc
    .constantFrom("Failed" as const, "PartialSucceeded" as const, "Succeeded" as const)
    .map((listed): Outcome => ({
      kind: "failed",
      code: "BackupFailed",
      message: "It failed.",
      listed,
      failedRoles: [],
    })),
);

/** A backup asked for now, with the outcome that the stamp's facts foresee. */
function started(facts: StampFacts, outcome: Outcome): { facts: StampFacts; run: RunFacts } {
  const world = { ...createWorld("healthy", NOW), stamps: [{ ...facts, nextOutcomes: [outcome] }] };
  const result = start(world, facts.id, NOW);
  const changed = result.world.stamps[0];
  const run = changed?.runs.at(-1);
  if (!changed || !run || result.kind !== "started") throw new Error("The backup did not start");
  return { facts: changed, run };
}

describe("the healthy stamp", () => {
  const facts = healthyStamp(NOW);
  const listed = backupsAt(facts, NOW);

  test("has two weeks of history: scheduled, on demand, one failed, one partially succeeded", () => {
    expect(listed.filter((view) => view.automatic)).toHaveLength(28);
    expect(listed.filter((view) => !view.automatic)).toHaveLength(3);
    expect(listed.filter((view) => view.status === "Failed").map((view) => view.tookMs)).toEqual([
      3 * MINUTE + 12 * SECOND,
    ]);
    const partial = listed.filter((view) => view.status === "PartialSucceeded");
    expect(partial).toHaveLength(1);
    expect(partial[0]?.roles.filter((role) => role.status === "Failed").map((role) => role.name)).toEqual([
      "KeyVaultDataPlane",
      "ACS",
    ]);
    expect(new Set(listed.map((view) => view.id)).size).toBe(listed.length);
  });

  test("took 19 to 24 minutes for every success", () => {
    for (const { status, tookMs } of listed) {
      if (status === "Failed") continue;
      expect(tookMs).toBeGreaterThanOrEqual(19 * MINUTE);
      expect(tookMs).toBeLessThanOrEqual(24 * MINUTE);
    }
  });

  test("finished its newest backup a couple of hours ago, and leaves hours until the next slot", () => {
    const newestAt = lastBackup(facts, NOW)?.completedAt ?? 0;
    expect(NOW - newestAt).toBeGreaterThan(90 * MINUTE);
    expect(NOW - newestAt).toBeLessThan(3 * HOUR);
    expect(listed.every((view) => view.operation !== "running")).toBe(true);
    expect((nextBackupAt(facts, NOW) ?? 0) - NOW).toBeGreaterThan(6 * HOUR);
  });

  test("has the same backups by name whenever it is opened", () => {
    const later = backupsAt(healthyStamp(NOW + 3 * DAY), NOW + 3 * DAY);
    expect(later.map((view) => view.id)).toEqual(listed.map((view) => view.id));
  });

  test("shows new scheduled backups tomorrow, and drops what retention no longer keeps", () => {
    const tomorrow = backupsAt(facts, NOW + DAY);
    const known = new Set(listed.map((view) => view.id));
    expect(tomorrow.filter((view) => !known.has(view.id)).map((view) => view.automatic)).toEqual([
      true,
      true,
    ]);
    expect(tomorrow.every((view) => (view.completedAt ?? 0) >= NOW + DAY - 14 * DAY)).toBe(true);
  });

  test("keeps its last success past retention when the scheduler is off", () => {
    const off = {
      ...facts,
      schedule: [...facts.schedule, { fromAt: NOW, anchorAt: NOW, everyMs: HOUR, enabled: false }],
    };
    const kept = backupsAt(off, NOW + 60 * DAY);
    expect(kept.map((view) => view.id)).toEqual([listed.at(-1)?.id]);
  });
});

describe("a backup asked for", () => {
  const RANK: Record<string, number> = {
    Creating: 0,
    Running: 1,
    Succeeded: 2,
    PartialSucceeded: 2,
    Failed: 2,
  };
  const ROLE_RANK = { Queued: 0, Running: 1, Succeeded: 2, Failed: 2 };

  test("never goes back in the list, in its roles or in its operation as time goes on", () => {
    const instants = fc.array(fc.nat(60 * MINUTE), { minLength: 2, maxLength: 40 });
    fc.assert(
      fc.property(outcomes, instants, (outcome, spans) => {
        const { facts, run } = started(healthyStamp(NOW), outcome);
        const views = spans.toSorted((a, b) => a - b).map((span) => viewOf(facts, run, NOW + span));
        views.reduce((before, after) => {
          expectNoWayBack(before, after);
          return after;
        });
      }),
    );
  });

  test("always reaches its end, and the end is the foreseen one", () => {
    fc.assert(
      fc.property(outcomes, fc.integer({ min: 40 * MINUTE, max: 20 * HOUR }), (outcome, later) => {
        const { facts, run } = started(healthyStamp(NOW), outcome);
        const view = operationAt(facts, run.id, NOW + later);
        expect(view?.operation).toBe(outcome.kind === "failed" ? "failed" : "succeeded");
        expect(view?.error === null).toBe(outcome.kind !== "failed");
        expect(view?.roles.every((role) => role.status === "Succeeded" || role.status === "Failed")).toBe(
          true,
        );
      }),
    );
  });

  test("is listed as Succeeded 10 to 15 minutes before its operation ends, after 19 to 22 minutes", () => {
    fc.assert(
      fc.property(fc.nat(1_000_000), (seed) => {
        const { facts, run } = started({ ...healthyStamp(NOW), seed }, { kind: "succeeded" });
        expect(run.takesMs).toBeGreaterThanOrEqual(19 * MINUTE);
        expect(run.takesMs).toBeLessThanOrEqual(22 * MINUTE);
        expect(run.finishesMs).toBeGreaterThanOrEqual(10 * MINUTE);
        expect(run.finishesMs).toBeLessThanOrEqual(15 * MINUTE);
        const justListed = viewOf(facts, run, NOW + run.takesMs);
        expect([justListed.status, justListed.operation]).toEqual(["Succeeded", "running"]);
        expect(viewOf(facts, run, NOW + run.takesMs - 1).status).toBe("Running");
        expect(viewOf(facts, run, justListed.endsAt - 1).operation).toBe("running");
        expect(viewOf(facts, run, justListed.endsAt).operation).toBe("succeeded");
      }),
    );
  });

  test("names its completion and its span only once it is listed as done", () => {
    const { facts, run } = started(healthyStamp(NOW), { kind: "succeeded" });
    const at = (span: number): BackupView | undefined =>
      backupsAt(facts, NOW + span).find((view) => view.id === run.id);
    expect(at(0)).toMatchObject({ status: "Creating", completedAt: null, tookMs: null });
    expect(at(MINUTE)).toMatchObject({ status: "Running", completedAt: null, tookMs: null });
    expect(at(run.takesMs)).toMatchObject({ completedAt: NOW + run.takesMs, tookMs: run.takesMs });
  });

  test("works on one role at a time", () => {
    const { facts, run } = started(healthyStamp(NOW), { kind: "succeeded" });
    for (let span = 0; span < run.takesMs; span += 20 * SECOND) {
      const statuses = viewOf(facts, run, NOW + span).roles.map((role) => role.status);
      expect(statuses.filter((status) => status === "Running")).toHaveLength(1);
      expect(statuses).toEqual(statuses.toSorted((a, b) => ROLE_RANK[b] - ROLE_RANK[a]));
    }
  });

  test("makes the scheduler skip a slot that comes up meanwhile", () => {
    const facts = healthyStamp(NOW);
    const slotAt = nextBackupAt(facts, NOW) ?? 0;
    const busy = withRun(facts, slotAt - 5 * MINUTE);
    expect(historyAt(facts, slotAt + HOUR).runs.some((run) => run.startedAt === slotAt)).toBe(true);
    expect(historyAt(busy, slotAt + HOUR).runs.some((run) => run.startedAt === slotAt)).toBe(false);
  });

  function expectNoWayBack(before: BackupView, after: BackupView): void {
    expect(RANK[after.status]).toBeGreaterThanOrEqual(RANK[before.status] ?? Number.NaN);
    if (RANK[before.status] === 2) expect(after.status).toBe(before.status);
    if (before.operation !== "running") expect(after.operation).toBe(before.operation);
    before.roles.forEach((role, index) => {
      const later = after.roles[index]?.status ?? "Queued";
      expect(ROLE_RANK[later]).toBeGreaterThanOrEqual(ROLE_RANK[role.status]);
      if (ROLE_RANK[role.status] === 2) expect(later).toBe(role.status);
    });
  }
});
