import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isRunningRow, reconcile, type BackupRow, type ListItem, type RowStateKind } from "./backupState.ts";
import { NEWEST_FIRST, sortAfterPress, sortRows, type BackupSort, type SortColumn } from "./sortRows.ts";
import {
  aBackup,
  aFailed,
  aLost,
  anEnded,
  aRunning,
  backupSaying,
  HOUR,
  listed,
  MINUTE,
  NOON,
} from "./testing/fixtures.ts";

const NOW = NOON + 30 * MINUTE;

/** One row of every kind of trouble; ids say what it is. */
const rows = reconcile(
  [
    ...listed(
      aBackup({ id: "new", completedAt: NOON, tookMs: 9 * MINUTE, automatic: true }),
      aBackup({ id: "old", completedAt: NOON - 9 * HOUR, tookMs: 12 * MINUTE }),
      aBackup({ id: "partial", status: "partiallySucceeded", completedAt: NOON - 2 * HOUR }),
      aBackup({
        id: "failed",
        status: "failed",
        completedAt: NOON - 3 * HOUR,
        tookMs: null,
        automatic: null,
      }),
      aBackup({ id: "running", status: "running", completedAt: null, tookMs: null, automatic: true }),
      aBackup({ id: "undated", completedAt: null, tookMs: 1 * MINUTE, automatic: null }),
    ),
    { kind: "unrecognised", key: "#6" },
  ],
  [],
  NOW,
);

const keysBy = (column: SortColumn, direction: BackupSort["direction"]) =>
  sortRows(rows, { column, direction }).map(({ key }) => key);

const table: [column: SortColumn, ascending: string[], descending: string[]][] = [
  [
    "name",
    ["failed", "new", "old", "partial", "running", "undated", "#6"],
    ["undated", "running", "partial", "old", "new", "failed", "#6"],
  ],
  [
    "completed",
    ["old", "failed", "partial", "new", "running", "#6", "undated"],
    ["running", "new", "partial", "failed", "old", "#6", "undated"],
  ],
  [
    "state",
    ["failed", "partial", "#6", "running", "new", "old", "undated"],
    ["new", "old", "undated", "running", "#6", "partial", "failed"],
  ],
  [
    "duration",
    ["undated", "new", "partial", "old", "running", "failed", "#6"],
    ["old", "partial", "new", "undated", "running", "failed", "#6"],
  ],
  [
    "trigger",
    ["partial", "old", "running", "new", "failed", "#6", "undated"],
    ["running", "new", "partial", "old", "failed", "#6", "undated"],
  ],
];

test.each(table)("by %s, in both directions", (column, ascending, descending) => {
  expect(keysBy(column, "ascending")).toEqual(ascending);
  expect(keysBy(column, "descending")).toEqual(descending);
});

test("states are sorted by how serious they are", () => {
  const kinds: RowStateKind[] = [
    "failed",
    "lost",
    "partiallySucceeded",
    "unknown",
    "unrecognised",
    "skipped",
    "deleted",
    "inProgress",
    "checking",
    "finishing",
    "succeeded",
  ];
  const ofAllKinds = reconcile(
    [
      ...listed(
        aBackup({ id: "failed", status: "failed" }),
        aBackup({ id: "partiallySucceeded", status: "partiallySucceeded" }),
        backupSaying({ kind: "unknown", raw: "Odd" }, { id: "unknown" }),
        aBackup({ id: "skipped", status: "skipped" }),
        aBackup({ id: "deleted", status: "deleted" }),
        aBackup({ id: "inProgress", status: "queued" }),
        aBackup({ id: "checking" }),
        aBackup({ id: "finishing" }),
        aBackup({ id: "succeeded" }),
      ),
      { kind: "unrecognised", key: "unrecognised" },
    ],
    [
      aRunning({ id: "checking", key: "1", askedAt: null }),
      aRunning({ id: "finishing", key: "2" }),
      aLost({ id: "lost", key: "3" }),
    ],
    NOW,
  );
  const byState = sortRows(ofAllKinds, { column: "state", direction: "ascending" });
  expect(byState.map(({ state }) => state.kind)).toEqual(kinds);
  expect(byState.map(({ key }) => key)).toEqual(kinds);
});

test("names are text, not numbers and not words of a language", () => {
  const named = reconcile(listed(...["b", "a10", "a9", "ä", "z"].map((id) => aBackup({ id }))), [], NOW);
  const byName = sortRows(named, { column: "name", direction: "ascending" });
  expect(byName.map(({ id }) => id)).toEqual(["a10", "a9", "b", "z", "ä"]);
});

test("a run of our own counts as on demand while the stamp has not said who started it", () => {
  const ours = reconcile(
    listed(aBackup({ id: "scheduled", automatic: true }), aBackup({ id: "nobody knows", automatic: null })),
    [aRunning({ id: "ours" })],
    NOW,
  );
  const byTrigger = sortRows(ours, { column: "trigger", direction: "ascending" });
  expect(byTrigger.map(({ id }) => id)).toEqual(["ours", "scheduled", "nobody knows"]);
});

describe("a press on a header", () => {
  const presses: [from: BackupSort, column: SortColumn, direction: BackupSort["direction"]][] = [
    [NEWEST_FIRST, "name", "ascending"],
    [{ column: "name", direction: "ascending" }, "name", "descending"],
    [{ column: "name", direction: "descending" }, "name", "ascending"],
    [{ column: "name", direction: "ascending" }, "state", "ascending"],
    [{ column: "name", direction: "descending" }, "state", "ascending"],
    [{ column: "name", direction: "ascending" }, "completed", "descending"],
    [NEWEST_FIRST, "completed", "ascending"],
    [{ column: "completed", direction: "ascending" }, "completed", "descending"],
  ];
  test.each(presses)("after %j, on %s, sorts %s", (from, column, direction) => {
    expect(sortAfterPress(from, column)).toEqual({ column, direction });
  });
});

const id = fc.constantFrom("a", "b", "c", "d", "e", "__proto__");
const instant = fc.option(fc.integer({ min: NOON - 5, max: NOON + 5 }), { nil: null });
const item: fc.Arbitrary<ListItem> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc
      .record({
        id: fc.oneof(id, fc.string({ maxLength: 3 })),
        status: fc.constantFrom("succeeded", "failed", "running", "partiallySucceeded", "skipped", "deleted"),
        completedAt: instant,
        tookMs: fc.option(fc.integer({ min: 0, max: 3 }), { nil: null }),
        automatic: fc.option(fc.boolean(), { nil: null }),
      })
      .map((known): ListItem => ({ kind: "backup", backup: aBackup(known) })),
  },
  { weight: 1, arbitrary: fc.nat().map((place): ListItem => ({ kind: "unrecognised", key: `#${place}` })) },
);
const operation = fc.oneof(
  id.map((one) => aRunning({ id: one, key: one })),
  id.map((one) => aRunning({ id: one, key: one, askedAt: null, origin: "elsewhere" })),
  id.map((one) => anEnded("succeeded", { id: one, key: one })),
  id.map((one) => aFailed({ id: one, key: one })),
  id.map((one) => aLost({ id: one, key: one })),
);
const anyRows = fc
  .tuple(
    fc.uniqueArray(item, { selector: (one) => (one.kind === "backup" ? one.backup.id : one.key) }),
    fc.uniqueArray(operation, { selector: ({ key }) => key }),
  )
  .map(([items, operations]) => reconcile(items, operations, NOW));
const columns: SortColumn[] = ["name", "completed", "state", "duration", "trigger"];
const anyColumn = fc.constantFrom(...columns);
const anySort: fc.Arbitrary<BackupSort> = fc.record({
  column: anyColumn,
  direction: fc.constantFrom("ascending", "descending"),
});

/** What an onlooker sees of a row in a column; null where there is nothing. Equal words are equal in the sort. */
const seen: Record<SortColumn, (row: BackupRow) => string | null> = {
  name: (row) => row.id,
  completed: (row) =>
    isRunningRow(row)
      ? `running since ${row.startedAt}`
      : ((row.completedAt ?? endOf(row))?.toString() ?? null),
  state: (row) => row.state.kind,
  duration: (row) => row.backup?.tookMs?.toString() ?? null,
  trigger: (row) =>
    (row.backup?.automatic ?? (row.operation?.origin === "here" ? false : null))?.toString() ?? null,
};

function endOf({ operation: one }: BackupRow): number | null {
  return one && "endedAt" in one ? one.endedAt : null;
}

/** Rows with the same word for a column, in the order in which the words first come. */
function groupsOf(sorted: readonly BackupRow[], column: SortColumn): BackupRow[][] {
  const groups = new Map<string, BackupRow[]>();
  for (const row of sorted) {
    const word = seen[column](row);
    if (word !== null) groups.set(word, [...(groups.get(word) ?? []), row]);
  }
  return [...groups.values()];
}

describe("whatever the rows", () => {
  test("none is lost, doubled or made up (I16)", () => {
    fc.assert(
      fc.property(anyRows, anySort, (given, sort) => {
        const sorted = sortRows(given, sort);
        expect(sorted).toHaveLength(given.length);
        expect(given.every((row) => sorted.includes(row))).toBe(true);
      }),
    );
  });

  test("equal ones stand together and stay as they came, in both directions", () => {
    fc.assert(
      fc.property(anyRows, anySort, (given, sort) => {
        const groups = groupsOf(sortRows(given, sort), sort.column);
        expect(sortRows(given, sort).slice(0, groups.flat().length)).toEqual(groups.flat());
        for (const group of groups) expect(group).toEqual(given.filter((row) => group.includes(row)));
      }),
    );
  });

  test("what has no value is last, as it came, in both directions", () => {
    fc.assert(
      fc.property(anyRows, anySort, (given, sort) => {
        const missing = given.filter((row) => seen[sort.column](row) === null);
        expect(sortRows(given, sort).slice(given.length - missing.length)).toEqual(missing);
      }),
    );
  });

  test("the other direction turns round what has a value", () => {
    fc.assert(
      fc.property(anyRows, anyColumn, (given, column) => {
        const [up, down] = (["ascending", "descending"] as const).map((direction) =>
          groupsOf(sortRows(given, { column, direction }), column),
        );
        expect(down).toEqual(up?.toReversed());
      }),
    );
  });

  test("newest first is the array that came in", () => {
    fc.assert(
      fc.property(anyRows, (given) => {
        expect(sortRows(given, NEWEST_FIRST)).toBe(given);
      }),
    );
  });

  test("those that came in are left as they are, and sorting again changes nothing", () => {
    fc.assert(
      fc.property(anyRows, anySort, (given, sort) => {
        const before = [...given];
        const sorted = sortRows(given, sort);
        expect(given).toEqual(before);
        expect(sortRows(given, sort)).toEqual(sorted);
      }),
    );
  });
});
