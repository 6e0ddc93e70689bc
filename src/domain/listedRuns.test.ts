import { describe, expect, test } from "vitest";
import type { Backup } from "./backup.ts";
import { trackListedRuns, RECENT_MS } from "./listedRuns.ts";
import type { Operation } from "./operation.ts";
import {
  aBackup,
  anEnded,
  anUnknown,
  aPosting,
  aRunning,
  backupSaying,
  HOUR,
  MINUTE,
  NOON,
  pathOf,
} from "./testing/fixtures.ts";

const UNFINISHED = { completedAt: null, tookMs: null };
const running = (known: Partial<Omit<Backup, "status">> = {}) =>
  aBackup({ status: "running", ...UNFINISHED, ...known });

function learned(backups: Backup[], operations: Operation[], now = NOON + MINUTE) {
  return trackListedRuns(backups, operations, now, pathOf);
}

const summary = (operations: readonly Operation[]) =>
  operations.map(({ key, id, kind, origin }) => ({ key, id, kind, origin }));

describe("a run begun elsewhere", () => {
  for (const status of ["creating", "queued", "running"] as const) {
    test(`is tracked while the list says ${status}, by the operation of its own id`, () => {
      const [operation] = learned([aBackup({ status, ...UNFINISHED })], []);
      expect(operation).toMatchObject({
        kind: "running",
        key: "b1",
        id: "b1",
        origin: "elsewhere",
        path: pathOf("b1"),
        askedAt: null,
        startedAt: null,
      });
    });
  }

  test("is checked when it is the newest success and ended within the hour", () => {
    expect(summary(learned([aBackup()], [], NOON + RECENT_MS))).toEqual([
      { key: "b1", id: "b1", kind: "running", origin: "elsewhere" },
    ]);
  });

  test("is checked as well when it succeeded partially", () => {
    expect(learned([aBackup({ status: "partiallySucceeded" })], [])).toHaveLength(1);
  });

  test("is not checked when it ended more than an hour ago", () => {
    expect(learned([aBackup()], [], NOON + RECENT_MS + 1)).toEqual([]);
  });

  test("is not checked when a newer one has ended: one job at a time, so it is over", () => {
    const older = aBackup({ id: "b0", completedAt: NOON - 10 * MINUTE });
    const newer = aBackup({ id: "b9", status: "failed" });
    expect(learned([older, newer], [])).toEqual([]);
  });

  test("is not checked when it has failed, was skipped or deleted, or says a word nobody knows", () => {
    for (const status of ["failed", "skipped", "deleted"] as const)
      expect(learned([aBackup({ status })], [])).toEqual([]);
    expect(learned([backupSaying({ kind: "unknown", raw: "Verifying" })], [])).toEqual([]);
  });

  test("is not checked when nobody can date it", () => {
    expect(learned([aBackup({ completedAt: null })], [])).toEqual([]);
  });

  test("goes to the front, for operations are kept newest first and forgotten from the back", () => {
    const known = anEnded("succeeded", { key: "b0", id: "b0", origin: "elsewhere" });
    expect(learned([running()], [known]).map(({ key }) => key)).toEqual(["b1", "b0"]);
  });

  test("is tracked once, also when it is listed twice", () => {
    expect(learned([running(), running()], [])).toHaveLength(1);
  });

  test("that is known already teaches nothing, so that nothing renders", () => {
    for (const known of [aRunning(), anEnded("succeeded")]) {
      const operations = [known];
      expect(learned([running()], operations)).toBe(operations);
    }
  });
});

describe("an accepted click that nobody could follow", () => {
  test("is tied to the run in progress that the list shows, and stays ours from the click on", () => {
    const [operation, ...rest] = learned([running()], [anUnknown()]);
    expect(rest).toEqual([]);
    expect(operation).toMatchObject({
      kind: "running",
      key: "click-1",
      id: "b1",
      origin: "here",
      startedAt: NOON,
      path: pathOf("b1"),
      askedAt: null,
    });
  });

  for (const status of ["succeeded", "partiallySucceeded", "failed"] as const) {
    test(`is tied to the backup that began with it, also when the page was away until it had ${status}`, () => {
      const done = aBackup({ status, completedAt: NOON + 20 * MINUTE, tookMs: 20 * MINUTE - 1_000 });
      expect(summary(learned([done], [anUnknown()], NOON + 10 * HOUR))).toEqual([
        { key: "click-1", id: "b1", kind: "running", origin: "here" },
      ]);
    });
  }

  test("is tied to the one that began nearest to it", () => {
    const before = aBackup({ id: "b0", completedAt: NOON + 4 * MINUTE, tookMs: 5 * MINUTE });
    const own = aBackup({ id: "b1", completedAt: NOON + 30 * MINUTE, tookMs: 30 * MINUTE - 5_000 });
    const [operation] = learned([before, running({ id: "b2" }), own], [anUnknown()]).filter(
      ({ key }) => key === "click-1",
    );
    expect(operation?.id).toBe("b1");
  });

  const strangers: [name: string, backup: Backup][] = [
    ["the scheduler's", running({ automatic: true })],
    ["one that began well before it", aBackup({ completedAt: NOON + MINUTE, tookMs: 10 * MINUTE })],
    [
      "one that began long after it and is over",
      aBackup({ completedAt: NOON + 3 * HOUR, tookMs: 20 * MINUTE }),
    ],
    ["one that is over and tells no dates", aBackup({ status: "failed", ...UNFINISHED })],
  ];
  for (const [name, backup] of strangers) {
    test(`is not tied to ${name}`, () => {
      const own = learned([backup], [anUnknown()], NOON + 3 * HOUR).find(({ key }) => key === "click-1");
      expect(own).toEqual(anUnknown());
    });
  }

  test("leaves a second run to be tracked as another's", () => {
    const own = running({ id: "b1" });
    const other = running({ id: "b2", automatic: true });
    expect(summary(learned([other, own], [anUnknown()]))).toEqual([
      { key: "b2", id: "b2", kind: "running", origin: "elsewhere" },
      { key: "click-1", id: "b1", kind: "running", origin: "here" },
    ]);
  });
});

describe("while a POST is under way", () => {
  test("a run that it may have begun waits for the answer, lest it be two operations", () => {
    const operations = [aPosting()];
    expect(learned([running()], operations)).toBe(operations);
  });

  test("a run that it cannot have begun is tracked", () => {
    expect(summary(learned([running({ automatic: true })], [aPosting()]))[0]).toEqual({
      key: "b1",
      id: "b1",
      kind: "running",
      origin: "elsewhere",
    });
  });
});
