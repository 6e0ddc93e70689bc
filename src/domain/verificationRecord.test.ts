import { describe, expect, test } from "vitest";
import { parseBackupStatus, type Backup } from "./backup.ts";
import { reconcile, type BackupRow } from "./backupState.ts";
import { failureOf } from "./failure.ts";
import type { Operation } from "./operation.ts";
import {
  verificationRecord,
  type JobAnswer,
  type ListAnswer,
  type RecordFacts,
  type RecordVerdict,
} from "./verificationRecord.ts";
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
import { aLocation } from "./testing/locations.ts";

const NOW = NOON + HOUR;
const BACKUP = aBackup({
  roles: [{ name: "NRP", status: { kind: "succeeded" } }],
  deploymentId: "d1",
  stampVersion: "1.2301.2.58",
  completelyUploaded: true,
});

function rowOf(backups: Backup[], operations: Operation[] = []): BackupRow {
  const [row] = reconcile(listed(...backups), operations, NOW);
  if (!row) throw new Error("No row");
  return row;
}

const answered = (requestId: string) => ({ at: NOW, requestId });
const asListed = (backup: Backup): ListAnswer => ({ kind: "backup", backup, ...answered("list-1") });
const asEnded = (backup: Backup): JobAnswer => ({ kind: "ended", backup, ...answered("job-1") });
const gone = { kind: "gone", ...answered("gone-1") } as const;
const silent = { kind: "noAnswer", failure: failureOf("offline"), at: NOW, requestId: null } as const;
const running: JobAnswer = { kind: "running", ...answered("job-1") };

function facts(known: Partial<RecordFacts> = {}): RecordFacts {
  return {
    stamp: { title: "Redmond", region: "redmond", subscriptionId: "s" },
    row: rowOf([BACKUP]),
    list: asListed(BACKUP),
    job: asEnded(BACKUP),
    location: aLocation(),
    consoleVersion: "0.2.0",
    checkedBy: "",
    note: "",
    checkedAt: NOW + MINUTE,
    ...known,
  };
}

describe("the verdict", () => {
  const failedJob: JobAnswer = {
    kind: "failed",
    failure: failureOf("server", { code: "Full" }),
    ...answered("job-1"),
  };
  const words = [
    "Creating",
    "Queued",
    "Running",
    "Succeeded",
    "PartialSucceeded",
    "Failed",
    "Skipped",
    "Deleted",
    "Sealing",
  ];
  const list = (word: string) => asListed(backupSaying(parseBackupStatus(word)));
  const ended = (word: string) => asEnded(backupSaying(parseBackupStatus(word)));
  const table: [string, ListAnswer, JobAnswer, RecordVerdict][] = [
    ["both say Succeeded", list("Succeeded"), ended("Succeeded"), "verified"],
    ["the job has ended, the list lags", list("Running"), ended("Succeeded"), "verified"],
    ["the job has ended, the list does not have it", gone, ended("Succeeded"), "verified"],
    ["the list says Succeeded, the job is forgotten", list("Succeeded"), gone, "listOnly"],
    ["the list says Succeeded, the job runs", list("Succeeded"), running, "finishing"],
    ["the list says PartialSucceeded, the job runs", list("PartialSucceeded"), running, "finishing"],
    ["both say that it runs", list("Running"), running, "inProgress"],
    ["only the list says that it runs", list("Creating"), gone, "inProgress"],
    ["only the job says that it runs", gone, running, "inProgress"],
    ["the list says Succeeded, the job failed", list("Succeeded"), failedJob, "failed"],
    ["the list says Failed, the job Succeeded", list("Failed"), ended("Succeeded"), "failed"],
    ["the list says Failed, the job runs", list("Failed"), running, "failed"],
    ["the job ended partially", list("Succeeded"), ended("PartialSucceeded"), "partiallySucceeded"],
    ["the list says partially, the job is forgotten", list("PartialSucceeded"), gone, "partiallySucceeded"],
    ["the list says Skipped", list("Skipped"), gone, "notVerified"],
    ["the list says a word nobody knows", list("Sealing"), ended("Succeeded"), "notVerified"],
    ["the list says Succeeded, the job says Deleted", list("Succeeded"), ended("Deleted"), "notVerified"],
    ["neither has it", gone, gone, "notVerified"],
  ];

  test.each(table)("%s", (_, listAnswer, job, verdict) => {
    const row = listAnswer.kind === "backup" ? rowOf([listAnswer.backup]) : rowOf([], [aLost()]);
    expect(verificationRecord(facts({ row, list: listAnswer, job })).verdict).toBe(verdict);
  });

  test("verified takes a job that ended with Succeeded, whatever the list says", () => {
    for (const listWord of words) {
      for (const jobWord of words.filter((word) => word !== "Succeeded")) {
        const record = verificationRecord(facts({ list: list(listWord), job: ended(jobWord) }));
        expect([listWord, jobWord, record.verdict]).not.toContain("verified");
      }
    }
  });
});

describe("a record has", () => {
  test("both words with when and under which request id they were given", () => {
    const record = verificationRecord(facts());
    expect(record.list).toEqual({
      word: "Succeeded",
      at: "2020-03-04T12:00:00.000Z",
      answeredAt: "2020-03-04T13:00:00.000Z",
      requestId: "list-1",
    });
    expect(record.job).toMatchObject({ source: "now", word: "Succeeded", requestId: "job-1", error: null });
  });

  test("a job that is asked once more keeps the time at which its end was first read", () => {
    const operation = anEnded("succeeded", { endedAt: NOW - 30 * MINUTE });
    const row = rowOf([BACKUP], [operation]);
    expect(verificationRecord(facts({ row })).job).toMatchObject({
      source: "now",
      at: new Date(NOW - 30 * MINUTE).toISOString(),
      answeredAt: new Date(NOW).toISOString(),
    });
    const other = rowOf([BACKUP], [aFailed({ endedAt: NOW - 30 * MINUTE })]);
    expect(verificationRecord(facts({ row: other })).job?.at).toBe(new Date(NOW).toISOString());
  });

  test("what the job said before, where the stamp has forgotten it", () => {
    const row = rowOf([aBackup()], [anEnded("succeeded", { requestId: "then-1" })]);
    const record = verificationRecord(facts({ row, job: gone }));
    expect(record.verdict).toBe("verified");
    expect(record.job).toMatchObject({
      source: "earlier",
      answeredAt: "2020-03-04T12:20:00.000Z",
      requestId: "then-1",
    });
    const failed = rowOf(
      [aBackup()],
      [aFailed({ failure: failureOf("server", { code: "Full", requestId: "then-2" }) })],
    );
    expect(verificationRecord(facts({ row: failed, job: silent })).job).toMatchObject({
      word: "Failed",
      requestId: "then-2",
      error: { code: "Full", text: null },
    });
  });

  test("a job that was running when the connection broke as running, never as the list's Succeeded", () => {
    const row = rowOf([aBackup()], [aRunning()]);
    expect(verificationRecord(facts({ row, job: silent })).verdict).toBe("finishing");
    expect(verificationRecord(facts({ row, job: gone })).verdict).toBe("listOnly");
  });

  test("the page's own row without an answer's time, where the list did not answer", () => {
    expect(verificationRecord(facts({ list: silent })).list).toMatchObject({
      word: "Succeeded",
      answeredAt: null,
      requestId: null,
    });
    expect(verificationRecord(facts({ list: gone })).list).toBeNull();
  });

  test.each([
    ["this console", [aRunning({ key: "click-9" })], false, "onDemand", "thisConsole", "click-9"],
    ["the scheduler", [], true, "scheduled", "scheduler", null],
    ["somebody", [], false, "onDemand", null, null],
    ["nobody knows", [], null, null, null, null],
  ] as const)("who started it: %s", (_, operations, automatic, trigger, startedBy, startRequestId) => {
    const row = rowOf([aBackup({ automatic })], [...operations]);
    expect(verificationRecord(facts({ row })).backup).toMatchObject({ trigger, startedBy, startRequestId });
  });

  test("start, data and span, roles in the stamp's words, and what the operator typed", () => {
    const record = verificationRecord(facts({ checkedBy: " Ada ", note: "\n" }));
    expect(record.backup).toMatchObject({
      startedAt: "2020-03-04T11:50:00.000Z",
      dataWrittenAt: "2020-03-04T12:00:00.000Z",
      tookMs: 10 * MINUTE,
      roles: [{ name: "NRP", status: "Succeeded" }],
    });
    expect(record.checked).toEqual({
      at: "2020-03-04T13:01:00.000Z",
      consoleVersion: "0.2.0",
      by: "Ada",
      note: null,
    });
  });

  test("neither the name of the share's account nor any instant that no calendar has", () => {
    const record = verificationRecord(facts({ checkedAt: 9e15 }));
    expect(record.checked.at).toBeNull();
    expect(JSON.stringify(record)).not.toContain("contoso\\\\backup");
  });
});
