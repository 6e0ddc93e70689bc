import { describe, expect, test } from "vitest";
import type { Backup } from "./backup.ts";
import { reconcile } from "./backupState.ts";
import { failureOf } from "./failure.ts";
import type { Operation } from "./operation.ts";
import {
  CHECK_ORDER,
  readinessOf,
  readinessVerdict,
  type CheckKind,
  type ReadinessFacts,
  type ReadinessVerdict,
} from "./recoveryReadiness.ts";
import { aBackup, aRunning, anEnded, DAY, HOUR, listed, MINUTE, NOON } from "./testing/fixtures.ts";
import { aHistory, LATE_EVENING, scheduled } from "./testing/histories.ts";
import { aLocation, blobLocation } from "./testing/locations.ts";

const NOW = LATE_EVENING;
const WELL = { completelyUploaded: true, cloudRecoveryReady: true };

/** A week of scheduled backups that a recovery could use; `newest` is what differs in the newest of them. */
function aWeek(newest: Partial<Backup> = {}): Backup[] {
  return Array.from({ length: 14 }, (_, index) => {
    const backup = scheduled(-12 * index, "succeeded", WELL);
    return index === 0 ? { ...backup, ...newest } : backup;
  });
}

function facts(
  backups: Backup[] = aWeek(),
  known: Partial<ReadinessFacts> = {},
  operations: Operation[] = [],
): ReadinessFacts {
  const rows = reconcile(listed(...backups), operations, NOW);
  const location = known.location === undefined ? aLocation() : known.location;
  return {
    rows,
    listFailure: null,
    listIncomplete: false,
    location,
    locationFailure: null,
    history: aHistory(backups, { location, rows }),
    ...known,
  };
}

function check(kind: CheckKind, given: ReadinessFacts, now: number = NOW) {
  const found = readinessOf(given, now).checks.find((one) => one.kind === kind);
  if (!found) throw new Error(`No check ${kind}`);
  return found;
}

const at = (known: Parameters<typeof aLocation>[0]) => facts(aWeek(), { location: aLocation(known) });
const unanswered = facts(aWeek(), { location: null, locationFailure: failureOf("server") });
const neverSetUp = facts([], { location: null, locationFailure: failureOf("notFound") });

describe("each check is passed, failed or cannot be told", () => {
  const table: [CheckKind, string, ReadinessFacts, string, string][] = [
    ["externalStore", "a share", facts(), "passed", "store"],
    ["externalStore", "a blob container", facts(aWeek(), { location: blobLocation() }), "passed", "store"],
    ["externalStore", "none", at({ storage: "none", path: null }), "failed", "noStore"],
    ["externalStore", "never configured", neverSetUp, "failed", "noStore"],
    ["externalStore", "no answer", unanswered, "cannotTell", "noAnswer"],
    ["fqdnPath", "a full name", facts(), "passed", "host"],
    ["fqdnPath", "a short name", at({ path: "\\\\fs01\\AzSBackups" }), "failed", "host"],
    ["fqdnPath", "an address", at({ path: "\\\\10.0.0.7\\AzSBackups" }), "failed", "host"],
    ["fqdnPath", "a URL", facts(aWeek(), { location: blobLocation() }), "passed", "host"],
    ["fqdnPath", "no path", at({ path: null, storage: "none" }), "failed", "noStore"],
    ["fqdnPath", "an odd path", at({ path: "C:\\Backups" }), "cannotTell", "notSaid"],
    ["frequency", "twice a day", facts(), "passed", "everyHours"],
    ["frequency", "once a day", at({ frequencyHours: 24 }), "failed", "everyHours"],
    ["frequency", "not said", at({ frequencyHours: null }), "cannotTell", "notSaid"],
    ["retention", "a week", facts(), "passed", "keptDays"],
    ["retention", "two weeks", at({ retentionDays: 14 }), "failed", "keptDays"],
    ["retention", "not said", at({ retentionDays: null }), "cannotTell", "notSaid"],
    ["newestInTime", "half a day ago", facts(), "passed", "newestSuccess"],
    ["newestInTime", "none ever", facts([]), "failed", "noSuccess"],
    [
      "newestInTime",
      "none on the pages read",
      facts([], { listIncomplete: true }),
      "cannotTell",
      "noSuccess",
    ],
    ["newestInTime", "no frequency", at({ frequencyHours: null }), "cannotTell", "notSaid"],
    ["newestInTime", "no date", facts([aBackup({ completedAt: null })]), "cannotTell", "notSaid"],
    ["newestInTime", "no list", facts([], { rows: null }), "cannotTell", "noAnswer"],
    [
      "newestInTime",
      "a stale list",
      facts(aWeek(), { listFailure: failureOf("offline") }),
      "cannotTell",
      "noAnswer",
    ],
    ["uploaded", "uploaded and ready", facts(), "passed", "newestIs"],
    ["uploaded", "not uploaded", facts(aWeek({ completelyUploaded: false })), "failed", "newestIs"],
    ["uploaded", "not ready", facts(aWeek({ cloudRecoveryReady: false })), "failed", "newestIs"],
    ["uploaded", "not said", facts(aWeek({ completelyUploaded: null })), "cannotTell", "newestIs"],
    ["uploaded", "kept on the stamp", at({ storage: "none", path: null }), "failed", "newestIs"],
    ["capacity", "a terabyte", facts(), "passed", "room"],
    ["capacity", "room for two", at({ capacity: "59.9 GB" }), "failed", "room"],
    ["capacity", "with a comma", at({ capacity: "1,94 TB" }), "passed", "room"],
    ["capacity", "other words", at({ capacity: "plenty" }), "cannotTell", "notSaid"],
    ["capacity", "not said", at({ capacity: null }), "cannotTell", "notSaid"],
    ["capacity", "no store", at({ storage: "none" }), "failed", "noStore"],
    ["automaticOn", "on", facts(), "passed", "scheduler"],
    ["automaticOn", "off", at({ schedulerEnabled: false }), "failed", "scheduler"],
    ["automaticOn", "not said", at({ schedulerEnabled: null }), "cannotTell", "notSaid"],
    ["slots", "all kept", facts(), "passed", "slotsKept"],
    ["slots", "one failed", facts(aWeek({ status: { kind: "failed" } })), "failed", "slotsKept"],
    ["slots", "one missing", facts(aWeek().filter((_, index) => index !== 3)), "failed", "slotsKept"],
    ["slots", "pages missing", holed({ listIncomplete: true }), "cannotTell", "slotsKept"],
    ["slots", "none known", facts([]), "cannotTell", "slotsKept"],
    ["slots", "no list", facts([], { rows: null }), "cannotTell", "noAnswer"],
    ["shareAccess", "always", facts(), "cannotTell", "onlyTheStampKnows"],
  ];

  test.each(table)("%s, %s", (kind, _, given, outcome, reason) => {
    expect(check(kind, given)).toMatchObject({ outcome, reason: { kind: reason } });
  });

  test("the table has every check, and each that can be failed is", () => {
    expect([...new Set(table.map(([kind]) => kind))].toSorted(byText)).toEqual(
      [...CHECK_ORDER].toSorted(byText),
    );
    const failing = new Set(table.filter(([, , , outcome]) => outcome === "failed").map(([kind]) => kind));
    expect(CHECK_ORDER.filter((kind) => !failing.has(kind))).toEqual(["shareAccess"]);
  });

  test("the newest success gets late by itself, a quarter of the frequency after the next was due", () => {
    const due = NOON + 10 * MINUTE + 15 * HOUR;
    expect(check("newestInTime", facts(), due).outcome).toBe("passed");
    expect(check("newestInTime", facts(), due + 1).outcome).toBe("failed");
  });

  test("the share is tested by a command, all else is settled on a page", () => {
    const settled = readinessOf(facts(), NOW).checks.filter(({ settle }) => settle.kind === "command");
    expect(settled.map(({ kind }) => kind)).toEqual(["shareAccess"]);
  });
});

function holed(known: Partial<ReadinessFacts>): ReadinessFacts {
  const backups = aWeek().filter((_, index) => index !== 3);
  return { ...facts(backups, known), history: aHistory(backups, { listIncomplete: true }) };
}

const byText = (a: string, b: string) => (a < b ? -1 : 1);

describe("the verdict", () => {
  const upload = aWeek({ completelyUploaded: false });
  const table: [string, ReadinessFacts, ReadinessVerdict["kind"]][] = [
    ["an uploaded success that is ready", facts(), "ready"],
    ["the newest is not uploaded, although older ones are", facts(upload), "notUploaded"],
    ["the newest is not ready for cloud recovery", facts(aWeek({ cloudRecoveryReady: false })), "notReady"],
    ["backups stay on the stamp", at({ storage: "none", path: null }), "onStampOnly"],
    [
      "never configured, and yet there are backups",
      { ...facts(), location: null, locationFailure: failureOf("notFound") },
      "onStampOnly",
    ],
    [
      "the stamp does not say whether it is uploaded",
      facts(aWeek({ completelyUploaded: null })),
      "cannotTell",
    ],
    ["the location does not answer", unanswered, "cannotTell"],
    ["the list does not answer", facts(aWeek(), { listFailure: failureOf("offline") }), "cannotTell"],
    ["nothing was asked yet", facts([], { rows: null }), "cannotTell"],
    ["only failures", facts([aBackup({ status: "failed" })]), "noRecoveryPoint"],
    ["no success on the pages read", facts([], { listIncomplete: true }), "cannotTell"],
  ];

  test.each(table)("%s", (_, given, kind) => {
    expect(readinessVerdict(given).kind).toBe(kind);
    expect(readinessOf(given, NOW).verdict.kind).toBe(kind);
  });

  test("counts the checks that failed", () => {
    expect(readinessOf(at({ retentionDays: 14, schedulerEnabled: false }), NOW).verdict).toEqual({
      kind: "ready",
      failed: 2,
    });
  });

  test("a backup that is still finishing is no recovery point yet", () => {
    const finishing = facts(aWeek({ id: "b1" }), {}, [aRunning({ origin: "elsewhere" })]);
    const { point } = readinessOf(finishing, NOW);
    expect(point?.row.id).toBe("at--12");
    expect(point?.passedOver).toEqual([]);
  });

  test("the job's own word is told apart from the list's", () => {
    const backup = aWeek()[0];
    expect(readinessOf(facts(), NOW).point?.word).toBe("list");
    const ended = anEnded("succeeded", { id: backup?.id ?? "", endedAt: NOON + DAY / 4 });
    expect(readinessOf(facts(aWeek(), {}, [ended]), NOW).point?.word).toBe("job");
  });
});
