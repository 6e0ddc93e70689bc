import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Backup } from "./backup.ts";
import { reconcile } from "./backupState.ts";
import { keepRows } from "./keepRows.ts";
import type { Operation } from "./operation.ts";
import { aBackup, aRunning, listed, MINUTE, NOON } from "./testing/fixtures.ts";

const backups = ["b1", "b2", "b3"].map((id, place) => aBackup({ id, completedAt: NOON - place * MINUTE }));

function rowsOf(list: Backup[], operations: Operation[] = []) {
  return reconcile(listed(...list), operations, NOON);
}

test("a list that says the same again leaves everything as it was", () => {
  const before = rowsOf(backups);
  expect(keepRows(before, rowsOf(backups))).toBe(before);
});

test("a new backup comes as a new row among the very rows of before", () => {
  const before = rowsOf(backups);
  const after = keepRows(before, rowsOf([aBackup({ id: "b0", completedAt: NOON + MINUTE }), ...backups]));
  expect(after.map(({ id }) => id)).toEqual(["b0", "b1", "b2", "b3"]);
  for (const row of before) expect(after).toContain(row);
});

test("one that went leaves the others as they were", () => {
  const before = rowsOf(backups);
  const after = keepRows(before, rowsOf(backups.slice(0, 2)));
  expect(after).toEqual(before.slice(0, 2));
  expect(after[0]).toBe(before[0]);
});

describe("a row is drawn anew when", () => {
  test.each<[string, Backup, Operation[]]>([
    ["its record changes", aBackup({ id: "b1", completedAt: NOON, tookMs: 1 }), []],
    ["its status changes", aBackup({ id: "b1", completedAt: NOON, status: "failed" }), []],
    ["its operation is told of", backups[0] ?? aBackup(), [aRunning({ id: "b1" })]],
  ])("%s", (_, changed, operations) => {
    const before = rowsOf(backups);
    const next = rowsOf([changed, ...backups.slice(1)], operations);
    const after = keepRows(before, next);
    const [row] = next.filter(({ id }) => id === "b1");
    expect(after).toContain(row);
    expect(after.filter((one) => before.includes(one)).map(({ id }) => id)).toEqual(["b2", "b3"]);
  });
});

test("whatever changes, the rows say what the new ones say", () => {
  const some = fc
    .subarray(backups)
    .chain((list) =>
      fc.tuple(
        ...list.map((backup) =>
          fc.constantFrom(
            backup,
            aBackup({ id: backup.id, completedAt: backup.completedAt, status: "failed" }),
          ),
        ),
      ),
    );
  fc.assert(
    fc.property(some, some, (first, second) => {
      const next = rowsOf(second);
      expect(keepRows(rowsOf(first), next)).toEqual(next);
    }),
  );
});
