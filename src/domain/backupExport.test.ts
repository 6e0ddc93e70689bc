import { expect, test } from "vitest";
import { exportCsv, exportedBackups } from "./backupExport.ts";
import { reconcile } from "./backupState.ts";
import { aBackup, aFailed, aLost, anEnded, aRunning, HOUR, listed, NOON } from "./testing/fixtures.ts";

const rowsOf = (...[items, operations]: [Parameters<typeof listed>, Parameters<typeof reconcile>[1]]) =>
  reconcile(listed(...items), operations, NOON + HOUR);

test.each([
  ["the job's end", anEnded("succeeded", { requestId: "r9" }), "Succeeded", "r9", "succeeded"],
  ["a job that failed after the list's Succeeded", aFailed(), "Failed", null, "failed"],
  ["a job that runs", aRunning(), "Running", null, "finishing"],
  ["a job that is forgotten", aLost(), null, null, "succeeded"],
  ["a job that was not asked yet", aRunning({ askedAt: null }), null, null, "checking"],
])("both words and the claim: %s", (_, operation, jobWord, jobRequestId, state) => {
  const [exported] = exportedBackups(rowsOf([aBackup()], [operation]));
  expect(exported).toMatchObject({ state, listWord: "Succeeded", jobWord, jobRequestId });
});

test("CSV has one line per row with every column, formulas guarded", () => {
  const roles = [
    { name: "NRP", status: { kind: "succeeded" } as const },
    { name: "ACS", status: { kind: "failed" } as const },
  ];
  const text = exportCsv([
    ...rowsOf([aBackup({ roles, oemVersion: "=1+1", completelyUploaded: false })], []),
    ...reconcile([{ kind: "unrecognised", key: "unrecognised-0" }], [], NOON),
  ]);
  expect(text.split("\r\n")).toEqual([
    "id,state,listWord,jobWord,jobEndReadAt,jobRequestId,trigger,startedAt,completedAt,tookSeconds,rolesSucceeded,roles,stampVersion,oemVersion,dataVersion,deploymentId,thumbprint,completelyUploaded,cloudRecoveryReady",
    "b1,succeeded,Succeeded,,,,onDemand,2020-03-04T11:50:00.000Z,2020-03-04T12:00:00.000Z,600,1,2,,'=1+1,,,,false,",
    ",unrecognised,,,,,,,,,,,,,,,,,",
    "",
  ]);
});
