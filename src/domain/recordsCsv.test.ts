import { expect, test } from "vitest";
import { reconcile } from "./backupState.ts";
import { recordsCsv } from "./recordsCsv.ts";
import { aBackup, HOUR, listed, NOON } from "./testing/fixtures.ts";
import { aLocation } from "./testing/locations.ts";
import { verificationRecord, type JobAnswer, type RecordFacts } from "./verificationRecord.ts";

const BACKUP = aBackup({
  roles: [
    { name: "NRP", status: { kind: "succeeded" } },
    { name: "ACS", status: { kind: "failed" } },
  ],
  tookMs: 90_400,
});

function lineOf(job: JobAnswer, known: Partial<RecordFacts> = {}): Record<string, string> {
  const [row] = reconcile(listed(BACKUP), [], NOON);
  if (!row) throw new Error("No row");
  const record = verificationRecord({
    stamp: { title: "Redmond", region: "redmond", subscriptionId: "s" },
    row,
    list: { kind: "backup", backup: BACKUP, at: NOON, requestId: "list-1" },
    job,
    location: aLocation(),
    consoleVersion: "0.2.0",
    checkedBy: "",
    note: "",
    checkedAt: NOON + HOUR,
    ...known,
  });
  const [names = "", line = "", ...rest] = recordsCsv([record]).split("\r\n");
  expect(rest).toEqual([""]);
  const cells = line.split(",");
  return Object.fromEntries(names.split(",").map((name, place) => [name, cells[place] ?? "missing"]));
}

test("a line has both words, when they were answered and by which request", () => {
  expect(lineOf({ kind: "ended", backup: BACKUP, at: NOON + 60_000, requestId: "job-1" })).toMatchObject({
    backupId: BACKUP.id,
    verdict: "verified",
    listWord: "Succeeded",
    listAnsweredAt: new Date(NOON).toISOString(),
    listRequestId: "list-1",
    jobWord: "Succeeded",
    jobSource: "now",
    jobAt: new Date(NOON + 60_000).toISOString(),
    jobRequestId: "job-1",
    tookSeconds: "90",
    rolesSucceeded: "1",
    roles: "2",
  });
});

test("what the stamp no longer knows is empty, and the verdict says that only the list speaks", () => {
  expect(lineOf({ kind: "gone", at: NOON, requestId: "gone-1" })).toMatchObject({
    verdict: "listOnly",
    listWord: "Succeeded",
    jobWord: "",
    jobSource: "",
    jobRequestId: "",
  });
});

test("a title that a spreadsheet would calculate is guarded", () => {
  const stamp = { title: "=1+1", region: "redmond", subscriptionId: "s" };
  expect(lineOf({ kind: "gone", at: NOON, requestId: null }, { stamp })["stamp"]).toBe("'=1+1");
});
