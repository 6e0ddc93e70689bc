import { describe, expect, test } from "vitest";
import type { Backup } from "./backup.ts";
import { reconcile } from "./backupState.ts";
import { failureOf } from "./failure.ts";
import type { BackupLocation } from "./location.ts";
import type { Operation } from "./operation.ts";
import { PROTECTION_ORDER, protectionOf, type ProtectionFacts } from "./protection.ts";
import {
  aBackup,
  aFailed,
  anEnded,
  aRunning,
  backupSaying,
  DAY,
  HOUR,
  listed,
  MINUTE,
  NOON,
} from "./testing/fixtures.ts";

const LOCATION: BackupLocation = {
  path: String.raw`\\share\backups`,
  storage: "share",
  userName: "admin",
  thumbprint: null,
  frequencyHours: 12,
  retentionDays: 7,
  capacity: "1.00 TB",
  schedulerEnabled: true,
  nextBackupAt: null,
  lastBackupAt: null,
};

function rowsOf(backups: Backup[], operations: Operation[] = []) {
  return reconcile(listed(...backups), operations, NOON);
}

function facts(known: Partial<ProtectionFacts> = {}): ProtectionFacts {
  return {
    rows: rowsOf([aBackup()]),
    listFailure: null,
    listIncomplete: false,
    location: LOCATION,
    locationFailure: null,
    ...known,
  };
}

const older = aBackup({ id: "b0", completedAt: NOON - 12 * HOUR });
const failed = aBackup({ status: "failed" });
const partial = aBackup({ status: "partiallySucceeded" });
const offline = failureOf("offline");
const notFound = failureOf("notFound");
const off = { ...LOCATION, schedulerEnabled: false };
const notUploaded = aBackup({ completelyUploaded: false });
const sealing = backupSaying({ kind: "unknown", raw: "Sealing" });
const forbidden = aRunning({ failures: 1, trouble: failureOf("forbidden") });
const ahead = aBackup({ id: "b9", completedAt: NOON + 400 * DAY });
const unreadable: BackupLocation = { ...LOCATION, path: null, storage: "unknown" };
const noStorage: BackupLocation = { ...LOCATION, path: null, storage: "none" };

const CASES: [string, Partial<ProtectionFacts>, number, string][] = [
  ["a success in time", {}, 1, "protected"],
  ["a success exactly frequency × 1.25 old", {}, 15, "protected"],
  ["a success older than that", {}, 15.01, "overdue"],
  ["a frequency of 4 h", { location: { ...LOCATION, frequencyHours: 4 } }, 5.1, "overdue"],
  [
    "an untold frequency counts as 12 h",
    { location: { ...LOCATION, frequencyHours: null } },
    14,
    "protected",
  ],
  ["a failed attempt after a success", { rows: rowsOf([failed, older]) }, 1, "lastAttemptFailed"],
  ["a partial one after a success", { rows: rowsOf([partial, older]) }, 1, "lastAttemptFailed"],
  ["a failed attempt, the success too old", { rows: rowsOf([failed, older]) }, 4, "overdue"],
  ["a skipped one is no attempt", { rows: rowsOf([aBackup({ status: "skipped" }), older]) }, 1, "protected"],
  ["no backup", { rows: [] }, 1, "noBackupYet"],
  ["nothing but failures", { rows: rowsOf([failed]) }, 1, "noBackupYet"],
  ["nothing but partial ones", { rows: rowsOf([partial]) }, 1, "noBackupYet"],
  ["automatic backups off, success in time", { location: off }, 1, "automaticOff"],
  ["automatic backups off, success too old", { location: off }, 16, "overdue"],
  ["whether they are on is not told", { location: { ...LOCATION, schedulerEnabled: null } }, 1, "protected"],
  ["a location never set up", { rows: [], location: null, locationFailure: notFound }, 1, "notConfigured"],
  ["a location without a path, no backups", { rows: [], location: noStorage }, 1, "notConfigured"],
  ["backups kept on the stamp itself", { location: noStorage }, 1, "onStampOnly"],
  ["the same, never set up", { location: null, locationFailure: notFound }, 1, "onStampOnly"],
  ["backups kept on the stamp itself, too old", { location: noStorage }, 16, "overdue"],
  ["a success not completely uploaded", { rows: rowsOf([notUploaded]) }, 1, "notUploaded"],
  [
    "a success whose upload is not told",
    { rows: rowsOf([aBackup({ completelyUploaded: null })]) },
    1,
    "protected",
  ],
  ["a path that cannot be read", { location: unreadable }, 1, "cannotTell"],
  ["a path that cannot be read, no backups", { rows: [], location: unreadable }, 1, "cannotTell"],
  [
    "the location unreachable, no backups",
    { rows: [], location: null, locationFailure: offline },
    1,
    "cannotTell",
  ],
  [
    "the location unreachable, only failures",
    { rows: rowsOf([failed]), location: null, locationFailure: offline },
    1,
    "noBackupYet",
  ],
  [
    "no storage, the list not read",
    { rows: null, location: noStorage, listFailure: offline },
    1,
    "cannotTell",
  ],
  [
    "no storage, the list unknown to the stamp",
    { rows: null, location: noStorage, listFailure: notFound },
    1,
    "notConfigured",
  ],
  [
    "no storage, pages of the list missing",
    { rows: [], location: noStorage, listIncomplete: true },
    1,
    "cannotTell",
  ],
  ["a newer backup in a word nobody knows", { rows: rowsOf([sealing, older]) }, 1, "attemptUnclear"],
  ["nothing but a backup in a word nobody knows", { rows: rowsOf([sealing]) }, 1, "cannotTell"],
  [
    "a newer backup whose end is not confirmed",
    { rows: rowsOf([aBackup(), older], [forbidden]) },
    1,
    "attemptUnclear",
  ],
  ["nothing but one whose end is not confirmed", { rows: rowsOf([aBackup()], [forbidden]) }, 1, "cannotTell"],
  ["a newer backup dated in the future", { rows: rowsOf([ahead, aBackup()]) }, 1, "attemptUnclear"],
  ["nothing but one dated in the future", { rows: rowsOf([ahead]) }, 1, "cannotTell"],
  [
    "a success dated a few minutes ahead",
    { rows: rowsOf([aBackup({ completedAt: NOON + 65 * MINUTE })]) },
    1,
    "protected",
  ],
  ["the list unreachable", { listFailure: offline }, 1, "cannotTell"],
  ["the location unreachable", { location: null, locationFailure: offline }, 1, "cannotTell"],
  ["nothing asked yet", { rows: null, location: null }, 1, "cannotTell"],
  ["the location not asked yet", { location: null }, 1, "cannotTell"],
  ["pages missing, no success among the rest", { rows: [], listIncomplete: true }, 1, "cannotTell"],
  ["pages missing, a success among the rest", { listIncomplete: true }, 1, "protected"],
  ["a success without a date", { rows: rowsOf([aBackup({ completedAt: null })]) }, 1, "cannotTell"],
  ["a newest backup whose job still runs", { rows: rowsOf([aBackup(), older], [aRunning()]) }, 4, "overdue"],
  [
    "one the list does not have yet, its job ended well",
    { rows: rowsOf([], [anEnded("succeeded")]) },
    1,
    "protected",
  ],
  [
    "listed as succeeded, its job failed",
    { rows: rowsOf([aBackup(), older], [aFailed()]) },
    1,
    "lastAttemptFailed",
  ],
];

describe("protectionOf", () => {
  test.each(CASES)("%s", (_, known, hours, kind) => {
    expect(protectionOf(facts(known), NOON + hours * HOUR).verdict.kind).toBe(kind);
  });

  test("tells by how much it is overdue, and why it cannot tell", () => {
    expect(protectionOf(facts(), NOON + 15 * HOUR + MINUTE).verdict).toEqual({
      kind: "overdue",
      byMs: MINUTE,
    });
    expect(protectionOf(facts({ listFailure: offline }), NOON).verdict).toEqual({
      kind: "cannotTell",
      why: offline,
    });
  });

  test("gives the last success and the last attempt apart, and whether the schedule is off", () => {
    const report = protectionOf(facts({ rows: rowsOf([failed, older]), location: off }), NOON);
    expect(report.lastSuccessAt).toBe(older.completedAt);
    expect(report.lastAttempt?.row.state.kind).toBe("failed");
    expect(report.lastAttempt?.at).toBe(NOON);
    expect(report.automaticOff).toBe(true);
  });

  test("every verdict has its place in the order", () => {
    const told = new Set(CASES.map(([, , , kind]) => kind));
    expect(new Set<string>(PROTECTION_ORDER)).toEqual(told);
  });
});
