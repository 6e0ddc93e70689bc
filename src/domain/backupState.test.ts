import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Backup, BackupStatus } from "./backup.ts";
import { busyWith, isRunningRow, listWord, reconcile, somethingRuns } from "./backupState.ts";
import type { Operation } from "./operation.ts";
import {
  aBackup,
  aFailed,
  aLost,
  anEnded,
  anUnknown,
  aPosting,
  aRunning,
  backupSaying,
  HOUR,
  listed,
  MINUTE,
  NOON,
} from "./testing/fixtures.ts";

const NOW = NOON + 30 * MINUTE;
const UNFINISHED = { completedAt: null, tookMs: null };

function onlyRow(backups: Backup[], operations: Operation[]) {
  const rows = reconcile(listed(...backups), operations, NOW);
  expect(rows).toHaveLength(1);
  return rows[0];
}

/** The operations a row may have, by the words of the table in docs/state-model.md "Two sources, one row". */
const operations = {
  unasked: null,
  "asked for the first time": aRunning({ askedAt: null, origin: "elsewhere" }),
  running: aRunning(),
  succeeded: anEnded("succeeded"),
  "partially succeeded": anEnded("partiallySucceeded"),
  failed: aFailed(),
  "gone while running": aLost(),
  "never askable": aLost({ wasRunning: false }),
} satisfies Record<string, Operation | null>;

type OperationWord = keyof typeof operations;

const ANY: OperationWord[] = [
  "unasked",
  "asked for the first time",
  "running",
  "succeeded",
  "partially succeeded",
  "failed",
  "gone while running",
  "never askable",
];

describe("the state model: a row shows", () => {
  const inProgress: BackupStatus[] = [{ kind: "creating" }, { kind: "queued" }, { kind: "running" }];
  const table: [list: BackupStatus | null, operation: OperationWord, shows: string | null][] = [
    // nothing yet | running
    [null, "running", "inProgress"],
    [null, "asked for the first time", "inProgress"],
    [null, "unasked", null],
    // Creating, Queued, Running | running or unasked; an end that was read from a body is newer than the list (I7)
    ...inProgress.flatMap((status): [BackupStatus, OperationWord, string][] => [
      [status, "unasked", "inProgress"],
      [status, "asked for the first time", "inProgress"],
      [status, "running", "inProgress"],
      [status, "gone while running", "inProgress"],
      [status, "never askable", "inProgress"],
      [status, "succeeded", "succeeded"],
      [status, "partially succeeded", "partiallySucceeded"],
      [status, "failed", "failed"],
    ]),
    // Succeeded | running: data is written, the job still runs
    [{ kind: "succeeded" }, "running", "finishing"],
    [{ kind: "succeeded" }, "asked for the first time", "checking"],
    // Succeeded | succeeded, or never askable
    [{ kind: "succeeded" }, "succeeded", "succeeded"],
    [{ kind: "succeeded" }, "never askable", "succeeded"],
    [{ kind: "succeeded" }, "gone while running", "succeeded"],
    [{ kind: "succeeded" }, "unasked", "succeeded"],
    // PartialSucceeded | any terminal: never green
    [{ kind: "partiallySucceeded" }, "unasked", "partiallySucceeded"],
    [{ kind: "partiallySucceeded" }, "succeeded", "partiallySucceeded"],
    [{ kind: "partiallySucceeded" }, "partially succeeded", "partiallySucceeded"],
    [{ kind: "partiallySucceeded" }, "gone while running", "partiallySucceeded"],
    [{ kind: "partiallySucceeded" }, "never askable", "partiallySucceeded"],
    [{ kind: "partiallySucceeded" }, "running", "finishing"],
    [{ kind: "succeeded" }, "partially succeeded", "partiallySucceeded"],
    [{ kind: "partiallySucceeded" }, "failed", "partiallySucceeded"],
    // Failed | any
    ...ANY.map((operation): [BackupStatus, OperationWord, string] => [
      { kind: "failed" },
      operation,
      "failed",
    ]),
    // Succeeded | failed
    [{ kind: "succeeded" }, "failed", "failed"],
    // nothing | succeeded, and the other ends
    [null, "succeeded", "succeeded"],
    [null, "partially succeeded", "partiallySucceeded"],
    [null, "failed", "failed"],
    // nothing | lost
    [null, "gone while running", "lost"],
    // unknown text | any
    ...ANY.map((operation): [BackupStatus, OperationWord, string] => [
      { kind: "unknown", raw: "Verifying" },
      operation,
      "unknown",
    ]),
    [{ kind: "skipped" }, "unasked", "skipped"],
    [{ kind: "deleted" }, "unasked", "deleted"],
  ];
  for (const [status, word, shows] of table) {
    const list = status === null ? "nothing" : status.kind;
    test(`${shows ?? "nothing"} when the list says ${list} and the operation is ${word}`, () => {
      const operation = operations[word];
      const items = status === null ? [] : listed(backupSaying(status));
      const rows = reconcile(items, operation ? [operation] : [], NOW);
      expect(rows.map(({ state }) => state.kind)).toEqual(shows === null ? [] : [shows]);
    });
  }
});

test("an unknown status is shown in the stamp's own word", () => {
  expect(onlyRow([backupSaying({ kind: "unknown", raw: "Verifying" })], [])?.state).toEqual({
    kind: "unknown",
    raw: "Verifying",
  });
});

test("a row exists from the 202 on, waits for the list, and knows when it began", () => {
  const row = onlyRow([], [aRunning()]);
  expect(row).toMatchObject({ id: "b1", listed: false, startedAt: NOON, completedAt: null, backup: null });
});

test("a success the list does not show yet waits for the list and has the record its operation ended with", () => {
  const row = onlyRow([], [anEnded("succeeded")]);
  expect(row).toMatchObject({ listed: false, completedAt: NOON, startedAt: NOON - 10 * MINUTE });
  expect(row?.backup).toEqual(anEnded("succeeded").backup);
});

test("a click whose POST is under way or has no answer makes no row: there is no backup to name", () => {
  expect(reconcile([], [aPosting(), anUnknown({ key: "click-2" })], NOW)).toEqual([]);
});

test("an ended run that the list never showed is dropped after a day: the list is right, it was pruned", () => {
  const [lost, dayLater] = [aLost(), aLost().endedAt + 24 * HOUR];
  expect(reconcile([], [lost], dayLater - 1)).toHaveLength(1);
  expect(reconcile([], [lost], dayLater)).toEqual([]);
});

test("a run that never ends is not dropped, however long it takes", () => {
  expect(reconcile([], [aRunning()], NOON + 1_000 * HOUR)).toHaveLength(1);
});

test("the list's word stays readable beside what the page claims", () => {
  const failed = onlyRow([aBackup()], [aFailed()]);
  expect(failed && listWord(failed)).toEqual({ kind: "succeeded" });
  const unlisted = onlyRow([], [aFailed()]);
  expect(unlisted && listWord(unlisted)).toBeNull();
});

test("a row of a run that was begun here takes its start from the stamp once the stamp tells it", () => {
  expect(onlyRow([aBackup({ status: "running", ...UNFINISHED })], [aRunning()])?.startedAt).toBe(NOON);
  expect(onlyRow([aBackup()], [aRunning()])?.startedAt).toBe(NOON - 10 * MINUTE);
});

test("an item that could not be read is one row among the others", () => {
  const rows = reconcile([...listed(aBackup()), { kind: "unrecognised", key: "unrecognised-1" }], [], NOW);
  expect(rows.map(({ key, state }) => [key, state.kind])).toEqual([
    ["b1", "succeeded"],
    ["unrecognised-1", "unrecognised"],
  ]);
});

describe("rows are sorted", () => {
  const order = (backups: Backup[], known: Operation[] = []) =>
    reconcile(listed(...backups), known, NOW).map(({ key }) => key);

  test("newest first by completion, whatever order the list has", () => {
    const a = aBackup({ id: "a", completedAt: NOON - HOUR });
    const b = aBackup({ id: "b", completedAt: NOON });
    const c = aBackup({ id: "c", completedAt: NOON - 2 * HOUR });
    expect(order([a, b, c])).toEqual(["b", "a", "c"]);
    expect(order([c, a, b])).toEqual(["b", "a", "c"]);
  });

  test("with a run in progress on top, also one that nobody can date", () => {
    const running = aBackup({ id: "r", status: "running", ...UNFINISHED });
    const future = aBackup({ id: "f", completedAt: Date.UTC(9999, 11, 31) });
    expect(order([future, aBackup(), running])).toEqual(["r", "f", "b1"]);
  });

  test("with a finishing run on top, also one that nobody can date", () => {
    expect(order([aBackup({ id: "old" }), aBackup({ ...UNFINISHED })], [aRunning()])).toEqual(["b1", "old"]);
  });

  test("with undated ones last, never as 1970", () => {
    const undated = aBackup({ id: "u", completedAt: null });
    const ancient = aBackup({ id: "x", completedAt: Date.UTC(1960, 0, 1) });
    expect(order([undated, ancient, aBackup()])).toEqual(["b1", "x", "u"]);
  });

  test("and equal ones by id, so that no poll shuffles them", () => {
    const twins = ["c", "a", "b"].map((id) => aBackup({ id }));
    expect(order(twins)).toEqual(["a", "b", "c"]);
    expect(order(twins.toReversed())).toEqual(["a", "b", "c"]);
  });

  test("so that no row is lost, doubled or made up (I16)", () => {
    const kinds = fc.constantFrom("succeeded", "failed", "running", "partiallySucceeded", "skipped");
    const date = fc.option(fc.integer({ min: 0, max: 4e12 }), { nil: null });
    const backup = fc
      .record({ id: fc.string({ maxLength: 4 }), status: kinds, completedAt: date, tookMs: date })
      .map(aBackup);
    fc.assert(
      fc.property(fc.array(backup), fc.infiniteStream(fc.nat()), (backups, dice) => {
        const rows = order(backups);
        expect(rows.toSorted()).toEqual([...new Set(backups.map(({ id }) => id))].toSorted());
        const unique = [...new Map(backups.map((one) => [one.id, one])).values()];
        const shuffled = unique
          .map((one) => ({ one, at: dice.next().value ?? 0 }))
          .toSorted((a, b) => a.at - b.at)
          .map(({ one }) => one);
        expect(order(shuffled)).toEqual(order(unique));
      }),
    );
  });
});

describe("Backup now", () => {
  const busy = (backups: Backup[], known: Operation[]) =>
    busyWith(reconcile(listed(...backups), known, NOW), known)?.kind ?? null;

  test("may be pressed when nothing runs", () => {
    expect(busy([aBackup()], [anEnded("succeeded", { id: "b1" }), aLost({ key: "k", id: "b0" })])).toBeNull();
  });

  test("waits while a POST is under way", () => {
    expect(busy([], [aPosting()])).toBe("posting");
  });

  test("waits while nobody knows what became of a POST", () => {
    expect(busy([], [anUnknown()])).toBe("unknownOutcome");
  });

  test("waits for a run of anybody that the list shows, and names its row", () => {
    const rows = reconcile(listed(aBackup({ status: "queued", ...UNFINISHED })), [], NOW);
    expect(busyWith(rows, [])).toEqual({ kind: "running", row: rows[0] });
  });

  test("waits for a run that the list does not show yet", () => {
    expect(busy([], [aRunning()])).toBe("running");
  });

  test("waits while a run is finishing", () => {
    expect(busy([aBackup()], [aRunning()])).toBe("running");
  });

  test("waits while the list already says Failed and the job still runs", () => {
    expect(busy([aBackup({ status: "failed" })], [aRunning()])).toBe("running");
  });

  test("does not wait for another's listed success that is only being checked", () => {
    expect(busy([aBackup()], [aRunning({ askedAt: null, origin: "elsewhere" })])).toBeNull();
  });

  test("waits for the answer about a run that our own click began", () => {
    expect(busy([aBackup()], [aRunning({ askedAt: null })])).toBe("running");
  });
});

test("a row counts as running while it is in progress or finishing, not while it is checked", () => {
  const states = [
    onlyRow([], [aRunning()]),
    onlyRow([aBackup()], [aRunning()]),
    onlyRow([aBackup()], [aRunning({ askedAt: null })]),
    onlyRow([aBackup()], []),
  ];
  expect(states.map((row) => row && isRunningRow(row))).toEqual([true, true, false, false]);
});

test("polling is quick while anything may still change by itself, and idle otherwise", () => {
  expect(somethingRuns(listed(aBackup()), [anEnded("succeeded"), aLost({ key: "k" })])).toBe(false);
  expect(somethingRuns(listed(aBackup({ status: "creating" })), [])).toBe(true);
  expect(somethingRuns([], [aRunning()])).toBe(true);
  expect(somethingRuns([], [anUnknown()])).toBe(true);
  expect(somethingRuns([], [aPosting()])).toBe(true);
});
