import { expect, test } from "vitest";
import { busyWith, reconcile, type ListItem } from "./backupState.ts";
import { currentRun } from "./currentRun.ts";
import type { Operation } from "./operation.ts";
import type { Announced } from "./transitions.ts";
import { aBackup, aRunning } from "./testing/fixtures.ts";

const NOW = Date.UTC(2026, 10, 22, 12);
const ID = "08b92613-837a-43cd-86b5-1212ef954384";
const backup = aBackup({ id: ID, completedAt: NOW - 600_000 });
const older = aBackup({ id: "0f377aa9-0000-0000-0000-000000000000", completedAt: NOW - 7_200_000 });
const newer = aBackup({ id: "69ebefe9-0000-0000-0000-000000000000", completedAt: NOW - 60_000 });

function ended(origin: "here" | "elsewhere"): Operation {
  return {
    kind: "succeeded",
    key: "click",
    origin,
    startedAt: NOW - 1_800_000,
    id: ID,
    endedAt: NOW,
    backup,
  };
}

function shown(
  backups: (typeof backup)[],
  operations: Operation[],
  announced: Announced = {},
  closedKey: string | null = null,
) {
  const items = backups.map((one): ListItem => ({ kind: "backup", backup: one }));
  const rows = reconcile(items, operations, NOW);
  return currentRun(rows, busyWith(rows, operations), announced, closedKey);
}

test("a start under way is shown before anything is listed", () => {
  const posting: Operation = { kind: "posting", key: "click", origin: "here", startedAt: NOW, id: null };
  expect(shown([older], [posting])).toEqual({ kind: "starting" });
});

test("a run is shown while it goes on", () => {
  const running = aRunning({ key: "click", origin: "here", id: ID, startedAt: NOW - 1_000, askedAt: NOW });
  expect(shown([older], [running])).toMatchObject({ kind: "running", row: { id: ID } });
});

test.each([
  ["started here", "here", {}, true],
  ["seen running", "elsewhere", { click: "started" }, true],
  ["announced as ended", "elsewhere", { click: "ended" }, true],
  ["over before this page knew of it", "elsewhere", { click: "oldNews" }, false],
  ["never announced", "elsewhere", {}, false],
] as const)("the end of a run %s: shown %#", (_name, origin, announced, isShown) => {
  expect(shown([backup, older], [ended(origin)], announced)?.kind).toBe(isShown ? "ended" : undefined);
});

test("the end of a run goes when it is closed, or when a newer backup is listed", () => {
  expect(shown([backup], [ended("here")], {}, "click")).toBeNull();
  expect(shown([backup], [ended("here")], {}, "another")?.kind).toBe("ended");
  expect(shown([newer, backup], [ended("here")])).toBeNull();
});
