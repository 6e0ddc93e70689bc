import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { alertsAt } from "./alerts.ts";
import type { AlertView } from "./alerts.ts";
import { DAY, HOUR, MINUTE, simNow } from "./clock.ts";
import { closeAlert, setScheduler, setTrouble, start } from "./commands.ts";
import type { StampFacts, World } from "./facts.ts";
import { nextBackupAt } from "./schedule.ts";
import { createWorld, SCENARIOS } from "./scenarios.ts";

const NOW = Date.UTC(2026, 10, 23, 10);

function factsOf(world: World): StampFacts {
  const facts = world.stamps[0];
  if (!facts) throw new Error("The world has no stamp");
  return facts;
}

/** The newest alert of a kind. */
function find(world: World, kind: string, at: number): AlertView | undefined {
  return alertsAt(factsOf(world), at)
    .filter((alert) => alert.kind === kind)
    .toSorted((a, b) => a.createdAt - b.createdAt)
    .at(-1);
}

describe("the alert of disabled automatic backups", () => {
  const off = setScheduler(createWorld("healthy", NOW), "redmond", NOW, false);

  test("comes after a day, is repeated every day and goes when they are enabled again", () => {
    expect(find(off, "schedulerPaused", NOW + DAY - 1)).toBeUndefined();
    const later = NOW + 3 * DAY + 5 * HOUR;
    expect(find(off, "schedulerPaused", later)).toMatchObject({
      createdAt: NOW + DAY,
      updatedAt: NOW + 3 * DAY,
      closedAt: null,
    });
    const on = setScheduler(off, "redmond", later, true);
    expect(find(on, "schedulerPaused", later + MINUTE)?.closedAt).toBe(later);
    expect(find(on, "schedulerPaused", later + 7 * DAY - 1)).toBeDefined();
    expect(find(on, "schedulerPaused", later + 7 * DAY)).toBeUndefined();
  });

  test("closed by hand comes back as another one at the next repetition", () => {
    const at = NOW + DAY + HOUR;
    const first = find(off, "schedulerPaused", at);
    const closed = closeAlert(off, "redmond", at, first?.id ?? "", "me");
    expect(find(closed, "schedulerPaused", at)).toMatchObject({ closedAt: at, closedBy: "me" });
    const second = find(closed, "schedulerPaused", NOW + 2 * DAY);
    expect(second).toMatchObject({ createdAt: NOW + 2 * DAY, closedAt: null });
    expect(second?.id).not.toBe(first?.id);
  });
});

describe("the alert of a failed backup", () => {
  test("comes with the failure and goes with the next success", () => {
    const world = setTrouble(createWorld("healthy", NOW), "redmond", NOW, "path");
    const failing = start(world, "redmond", NOW).world;
    const failedAt = NOW + 10 * MINUTE;
    expect(find(failing, "failed-path", NOW + MINUTE)).toBeUndefined();
    expect(find(failing, "failed-path", failedAt)?.closedAt).toBeNull();
    const good = start(setTrouble(failing, "redmond", failedAt, null), "redmond", failedAt).world;
    expect(find(good, "failed-path", failedAt + 5 * MINUTE)?.closedAt).toBeNull();
    expect(find(good, "failed-path", failedAt + HOUR)).toMatchObject({ closedBy: "" });
    expect(find(good, "failed-path", failedAt + HOUR)?.closedAt).toBeGreaterThan(failedAt);
  });

  test("of which only the operation knows comes at the operation's end", () => {
    const world = start(createWorld("backup-fails-late", NOW), "redmond", NOW).world;
    expect(find(world, "failed-connectivity", NOW + 25 * MINUTE)?.createdAt ?? 0).toBeLessThan(NOW);
    expect(find(world, "failed-connectivity", NOW + HOUR)?.createdAt).toBeGreaterThan(NOW + 25 * MINUTE);
  });
});

test("a skipped slot's alert is closed by the next slot", () => {
  const world = createWorld("slot-skipped", NOW);
  const next = nextBackupAt(factsOf(world), NOW) ?? 0;
  const first = find(world, "skippedFailedOperations", NOW);
  expect(first).toMatchObject({ closedAt: null, nextAt: next });
  const closed = alertsAt(factsOf(world), next).find(({ id }) => id === first?.id);
  expect(closed?.closedAt).toBe(next);
  expect(find(world, "skippedFailedOperations", next)?.createdAt).toBe(next);
});

test("alerts are functions of facts and time: ids are their own, nothing comes from the future, closed stays closed", () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...Object.keys(SCENARIOS)),
      fc.array(fc.nat(30 * DAY), { minLength: 2, maxLength: 6 }),
      (name, spans) => {
        const world = createWorld(name, NOW);
        const facts = factsOf(world);
        const closed = new Map<string, number>();
        for (const span of spans.toSorted((a, b) => a - b)) {
          const at = simNow(world.clock, NOW) + span;
          const alerts = alertsAt(facts, at);
          expect(new Set(alerts.map(({ id }) => id)).size).toBe(alerts.length);
          for (const alert of alerts) {
            expect(alert.createdAt).toBeLessThanOrEqual(at);
            expect(alert.updatedAt).toBeGreaterThanOrEqual(alert.createdAt);
            expect(alert.closedAt ?? at).toBeGreaterThan(at - 7 * DAY);
            if (closed.has(alert.id)) expect(alert.closedAt).toBe(closed.get(alert.id));
            if (alert.closedAt !== null) closed.set(alert.id, alert.closedAt);
          }
        }
      },
    ),
    { numRuns: 60 },
  );
});
