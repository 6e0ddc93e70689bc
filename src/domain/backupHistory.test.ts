import { describe, expect, test } from "vitest";
import { historyOf, type HistoryFacts } from "./backupHistory.ts";
import type { Backup } from "./backup.ts";
import { reconcile } from "./backupState.ts";
import {
  aBackup,
  aRunning,
  anAlert,
  backupSaying,
  DAY,
  HOUR,
  listed,
  MINUTE,
  NOON,
} from "./testing/fixtures.ts";
import { aHistory, LATE_EVENING, onDemand, scheduled } from "./testing/histories.ts";
import { aLocation } from "./testing/locations.ts";

/** Marks as "hours from noon, kind and why", slots with a bar. */
function told(backups: Backup[], known: Partial<HistoryFacts> = {}, now: number = LATE_EVENING): string[] {
  return aHistory(backups, known, now).marks.map(({ at, kind, why, isSlot, trigger }) => {
    const who = isSlot
      ? "|"
      : trigger === "scheduled"
        ? "scheduled "
        : trigger === null
          ? "? "
          : "on demand ";
    return `${who}${Math.round((at - NOON) / HOUR)} ${kind}${why ? ` (${why})` : ""}`;
  });
}

const every = (hours: number) => aLocation({ frequencyHours: hours });

describe("each slot has the mark of its backup", () => {
  test.each([
    ["succeeded", "succeeded"],
    ["partiallySucceeded", "partiallySucceeded"],
    ["failed", "failed"],
    ["skipped", "skipped"],
    ["deleted", "deleted"],
    ["running", "running"],
  ] as const)("listed as %s: %s", (status, kind) => {
    expect(told([scheduled(-12), scheduled(0, status)])).toEqual(["|-12 succeeded", `|0 ${kind}`]);
  });

  test("a status that nobody knows is unknown and says why", () => {
    const odd = backupSaying({ kind: "unknown", raw: "Sealing" }, { id: "odd", automatic: true, tookMs: 0 });
    expect(told([odd])).toEqual(["|0 unknown (unknownState)"]);
  });

  test("a job that still runs after its data is written is finishing, not succeeded", () => {
    const now = NOON + 20 * MINUTE;
    const rows = reconcile(
      listed(scheduled(0, "succeeded", { id: "b1" })),
      [aRunning({ origin: "elsewhere" })],
      now,
    );
    const facts = { rows, listIncomplete: false, listReadAt: now, location: aLocation(), alerts: [] };
    expect(historyOf(facts, now).marks.map(({ kind }) => kind)).toEqual(["finishing"]);
  });

  test("runs on demand stand between the slots and fill none", () => {
    expect(told([scheduled(-24), onDemand(-17), onDemand(-11.5), scheduled(0)])).toEqual([
      "|-24 succeeded",
      "on demand -17 succeeded",
      "|-12 missing",
      "on demand -11 succeeded",
      "|0 succeeded",
    ]);
  });

  test("a backup of which nobody says who began it is a slot's only where it starts there", () => {
    expect(told([scheduled(-12), scheduled(-7, "succeeded", { automatic: null }), scheduled(0)])).toEqual([
      "|-12 succeeded",
      "? -7 succeeded",
      "|0 succeeded",
    ]);
    expect(told([scheduled(0, "failed", { automatic: null })])).toEqual(["|0 failed"]);
  });

  test("a start some minutes late or early still belongs to its slot", () => {
    expect(told([scheduled(-12.05), scheduled(0.7)])).toEqual(["|-12 succeeded", "|0 succeeded"]);
  });

  test("a schedule that wanders by a minute per slot is followed over months", () => {
    const backups = Array.from({ length: 150 }, (_, index) => scheduled(-index * (12 + 1 / 60)));
    const { marks } = aHistory(backups);
    expect(marks).toHaveLength(150);
    expect(marks.every(({ isSlot, kind }) => isSlot && kind === "succeeded")).toBe(true);
  });

  test("without a schedule every backup is a run of its own", () => {
    for (const location of [
      null,
      aLocation({ nextBackupAt: null }),
      every(0),
      aLocation({ frequencyHours: null }),
    ]) {
      expect(told([scheduled(-24), scheduled(0)], { location })).toEqual([
        "scheduled -24 succeeded",
        "scheduled 0 succeeded",
      ]);
    }
  });
});

describe("a slot without a backup is", () => {
  const gap = [scheduled(-36), scheduled(-24), scheduled(0)];

  test("missing where backups of the same schedule stand on both sides", () => {
    expect(told(gap)).toContain("|-12 missing");
  });

  test("missing after the last backup, as long as automatic backups are on", () => {
    expect(told([scheduled(-24)])).toEqual(["|-24 succeeded", "|-12 missing", "|0 missing"]);
  });

  test.each([
    ["off", false],
    ["not told", null],
  ])("unknown after the last backup when automatic backups are %s", (_, schedulerEnabled) => {
    expect(told([scheduled(-12)], { location: aLocation({ schedulerEnabled }) })).toEqual([
      "|-12 succeeded",
      "|0 unknown (automaticOff)",
    ]);
  });

  test("unknown while an alert says that the scheduler was paused, from a day before the alert on", () => {
    const alerts = [anAlert({ createdAt: NOON, closedAt: NOON + HOUR, state: "closed" })];
    expect(told(gap, { alerts })).toContain("|-12 unknown (automaticOff)");
    const later = [anAlert({ createdAt: NOON + 2 * DAY, closedAt: null })];
    expect(told(gap, { alerts: later })).toContain("|-12 missing");
  });

  test("skipped where an alert says so", () => {
    const faultTypeId = "AzureStack.BackupController.BackupSkippedWithFailedOperationFault";
    const alerts = [anAlert({ faultTypeId, createdAt: NOON - 12 * HOUR + MINUTE })];
    expect(told(gap, { alerts })).toContain("|-12 skipped");
  });

  test("unknown where pages of the list are missing, or a backup has no date", () => {
    expect(told(gap, { listIncomplete: true })).toContain("|-12 unknown (listIncomplete)");
    const undated = aBackup({ id: "undated", status: "failed", completedAt: null, tookMs: null });
    expect(told([...gap, undated])).toContain("|-12 unknown (listIncomplete)");
    expect(aHistory([...gap, undated]).undated.map(({ id }) => id)).toEqual(["undated"]);
  });

  test("unknown while its backup may still run, and where the list was read before it", () => {
    const backups = [scheduled(-24), scheduled(-12)];
    expect(told(backups, {}, NOON + 40 * MINUTE)).toContain("|0 unknown (tooRecent)");
    expect(told(backups, {}, NOON + 2 * HOUR)).toContain("|0 missing");
    expect(told(backups, { listReadAt: NOON + 10 * MINUTE }, NOON + 2 * HOUR)).toContain(
      "|0 unknown (notRead)",
    );
  });

  test("unknown where retention would have deleted its backup", () => {
    const location = aLocation({ retentionDays: 2 });
    const marks = told([scheduled(-96), scheduled(-12), scheduled(0)], { location });
    expect(marks.filter((mark) => mark.includes("beyondRetention"))).toHaveLength(4);
    expect(marks.filter((mark) => mark.includes("missing"))).toEqual(["|-36 missing", "|-24 missing"]);
  });

  test("none at all before the oldest backup: a stamp just configured has missed nothing", () => {
    expect(told([scheduled(0)])).toEqual(["|0 succeeded"]);
    expect(told([])).toEqual([]);
    expect(told([onDemand(-3)])).toEqual(["on demand -3 succeeded"]);
  });
});

describe("a changed frequency", () => {
  const fourHours = { location: aLocation({ frequencyHours: 4, nextBackupAt: NOON + 12 * HOUR }) };

  test("from 12 to 4 hours: the old slots in between are unknown, never missing", () => {
    const backups = [-48, -36, -24, -12, -8, -4, 0, 4, 8].map((hours) => scheduled(hours));
    const marks = told(backups, fourHours);
    expect(marks.filter((mark) => mark.includes("missing"))).toEqual([]);
    expect(marks.filter((mark) => mark.includes("(scheduleChanged)"))).toEqual(
      [-44, -40, -32, -28, -20, -16].map((hours) => `|${hours} unknown (scheduleChanged)`),
    );
  });

  test("from 12 to 4 hours, before the first run of the new one", () => {
    expect(told([scheduled(-12), scheduled(0)], fourHours, NOON + 10 * HOUR)).toContain(
      "|4 unknown (scheduleChanged)",
    );
  });

  test("from 4 to 12 hours: runs off the new slots stand by themselves", () => {
    expect(told([scheduled(-12), scheduled(-8), scheduled(-4), scheduled(0)])).toEqual([
      "scheduled -12 succeeded",
      "scheduled -8 succeeded",
      "scheduled -4 succeeded",
      "|0 succeeded",
    ]);
  });

  test("from 10 to 12 hours: what lies between the old runs and the new ones is unknown", () => {
    expect(told([scheduled(-44), scheduled(-34), scheduled(0)])).toEqual([
      "scheduled -44 succeeded",
      "scheduled -34 succeeded",
      "|-24 unknown (scheduleChanged)",
      "|-12 unknown (scheduleChanged)",
      "|0 succeeded",
    ]);
  });

  test("a slot of four hours is missing between runs four hours apart, and after half a day without any", () => {
    expect(
      told(
        [-8, -4, 4, 8].map((hours) => scheduled(hours)),
        fourHours,
      ),
    ).toContain("|0 missing");
    const night = told(
      [-24, -12, 8].map((hours) => scheduled(hours)),
      fourHours,
    );
    expect(night.filter((mark) => mark.includes("missing"))).toEqual(["|0 missing", "|4 missing"]);
  });
});
