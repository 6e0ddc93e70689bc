import { expect, test } from "vitest";
import { backupsAt, unfinishedRun } from "./backups.ts";
import { HOUR, MINUTE, simNow } from "./clock.ts";
import type { StampFacts } from "./facts.ts";
import { createWorld, SCENARIOS, scenarioOf } from "./scenarios.ts";
import { periodAt } from "./schedule.ts";

const NOW = Date.UTC(2026, 10, 23, 10);

function opened(name: string): { facts: StampFacts; now: number; newest: string | undefined } {
  const world = createWorld(name, NOW);
  const facts = world.stamps[0];
  if (!facts) throw new Error("The world has no stamp");
  const now = simNow(world.clock, NOW);
  return { facts, now, newest: backupsAt(facts, now).at(-1)?.status };
}

test("an unknown name, however odd, gives the healthy stamp", () => {
  for (const name of ["", "nope", "__proto__", "constructor", "HEALTHY"])
    expect(scenarioOf(name).name).toBe("healthy");
});

test("every scenario says what to look at", () => {
  for (const [name, { title, description, look }] of Object.entries(SCENARIOS)) {
    expect(name).toMatch(/^[a-z0-9-]+$/);
    for (const text of [title, description, look]) expect(text.length).toBeGreaterThan(5);
  }
});

test.each([
  ["healthy", "Succeeded"],
  ["no-backups-yet", undefined],
  ["never-configured", undefined],
  ["running-elsewhere", "Running"],
  ["finishing", "Succeeded"],
  ["last-failed", "Failed"],
  ["last-failed-connectivity", "Failed"],
  ["last-failed-path", "Failed"],
  ["last-failed-authentication", "Failed"],
  ["last-failed-general", "Failed"],
  ["slot-skipped", "Succeeded"],
  ["update-in-progress", "Succeeded"],
  ["blob-storage", "Succeeded"],
  ["many-backups", "Succeeded"],
  ["partially-succeeded", "PartialSucceeded"],
  ["automatic-disabled", "Succeeded"],
  ["longer-than-usual", "Running"],
  ["already-running", "Succeeded"],
])("the newest backup of %s is listed as %s", (name, status) => {
  expect(opened(name).newest).toBe(status);
});

test("finishing still runs, longer than usual has long been over any estimate", () => {
  const finishing = opened("finishing");
  expect(unfinishedRun(finishing.facts, finishing.now)).not.toBeNull();
  const longer = opened("longer-than-usual");
  const run = unfinishedRun(longer.facts, longer.now);
  expect(longer.now - (run?.startedAt ?? 0)).toBeGreaterThan(45 * MINUTE);
});

test("automatic backups are off where the scenario says so, and nowhere else with a location", () => {
  for (const name of Object.keys(SCENARIOS)) {
    const { facts, now } = opened(name);
    const expected = name !== "automatic-disabled" && name !== "never-configured";
    expect([name, periodAt(facts, now).enabled]).toEqual([name, expected]);
  }
});

test("the skewed stamp's clock is a day ahead", () => {
  expect(opened("clock-skew").now - NOW).toBe(24 * 60 * MINUTE);
});

test.each(["slot-skipped", "update-in-progress"])("the last slot of %s passed without a backup", (name) => {
  const { facts, now } = opened(name);
  const newestAt = backupsAt(facts, now).at(-1)?.completedAt ?? 0;
  expect(now - newestAt).toBeGreaterThan(12 * HOUR);
});

test("the fleet is of stamps that have nothing in common but their kind", () => {
  const { stamps } = createWorld("fleet", NOW);
  expect(stamps.length).toBeGreaterThanOrEqual(5);
  for (const key of ["id", "title", "region", "subscriptionId", "deploymentId", "seed"] as const) {
    expect(new Set(stamps.map((facts) => facts[key])).size).toBe(stamps.length);
  }
  const ids = stamps.flatMap((facts) => backupsAt(facts, NOW).map(({ id }) => id));
  expect(new Set(ids).size).toBe(ids.length);
  const states = stamps.map((facts) => {
    const newest = backupsAt(facts, NOW).at(-1)?.status;
    const { enabled } = periodAt(facts, NOW);
    return JSON.stringify([newest, enabled, facts.blocks.length > 0, facts.faults.map(({ kind }) => kind)]);
  });
  expect(new Set(states).size).toBe(stamps.length);
});
