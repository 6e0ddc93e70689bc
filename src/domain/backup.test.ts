import { describe, expect, test } from "vitest";
import { isInProgress, lastSegment, parseBackupStatus, startedAtOf } from "./backup.ts";
import { MINUTE, NOON } from "./testing/fixtures.ts";

describe("a status of either API version is known", () => {
  const known: [wire: string, kind: string, inProgress: boolean][] = [
    ["Creating", "creating", true],
    ["Queued", "queued", true],
    ["Running", "running", true],
    ["Deleted", "deleted", false],
    ["Failed", "failed", false],
    ["PartialSucceeded", "partiallySucceeded", false],
    ["Succeeded", "succeeded", false],
    ["Skipped", "skipped", false],
    ["succeeded", "succeeded", false],
    [" RUNNING ", "running", true],
  ];
  for (const [wire, kind, inProgress] of known) {
    test(`"${wire}" is ${kind}, ${inProgress ? "still going on" : "over"}`, () => {
      const status = parseBackupStatus(wire);
      expect(status).toEqual({ kind });
      expect(isInProgress(status)).toBe(inProgress);
    });
  }
});

describe("any other status keeps its text and is never taken for a good one", () => {
  const unknown: [wire: unknown, raw: string][] = [
    ["Verifying", "Verifying"],
    ["Succeeded!", "Succeeded!"],
    ["", ""],
    [null, "none"],
    [undefined, "none"],
    [7, "7"],
    [true, "true"],
    [{ state: "Succeeded" }, '{"state":"Succeeded"}'],
    [["Succeeded"], '["Succeeded"]'],
    ["__proto__", "__proto__"],
    ["constructor", "constructor"],
  ];
  for (const [wire, raw] of unknown) {
    test(`${JSON.stringify(wire)} is unknown (${raw})`, () => {
      const status = parseBackupStatus(wire);
      expect(status).toEqual({ kind: "unknown", raw });
      expect(isInProgress(status)).toBe(false);
    });
  }

  test("a text of 100 kB is cut, for it is kept in storage", () => {
    expect(parseBackupStatus("x".repeat(100_000))).toEqual({ kind: "unknown", raw: "x".repeat(200) });
    expect(parseBackupStatus(["x".repeat(100_000)])).toMatchObject({
      raw: expect.stringMatching(/^.{200}$/),
    });
  });
});

test("a backup started when it was completed minus the time it took", () => {
  expect(startedAtOf({ completedAt: NOON, tookMs: 20 * MINUTE })).toBe(NOON - 20 * MINUTE);
});

test("nobody knows when a backup started that lacks one of the two", () => {
  expect(startedAtOf({ completedAt: null, tookMs: 20 * MINUTE })).toBeNull();
  expect(startedAtOf({ completedAt: NOON, tookMs: null })).toBeNull();
});

describe("the id of a backup is the last segment of its name, in small letters:", () => {
  const names: [name: string, id: string][] = [
    ["redmond/08B92613-837a", "08b92613-837a"],
    ["64e8625a-8dc0", "64e8625a-8dc0"],
    ["/subscriptions/s/backups/ABC", "abc"],
    ["redmond/abc/", "abc"],
    ["///", ""],
    ["", ""],
  ];
  for (const [name, id] of names) {
    test(`"${name}" gives "${id}"`, () => {
      expect(lastSegment(name)).toBe(id);
    });
  }
});
