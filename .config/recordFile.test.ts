import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, describe, expect, test } from "vitest";
import { parseBackupStatus } from "../src/domain/backup.ts";
import { reconcile } from "../src/domain/backupState.ts";
import { aBackup, backupSaying, listed, NOON } from "../src/domain/testing/fixtures.ts";
import { aLocation } from "../src/domain/testing/locations.ts";
import {
  recordFile,
  verificationRecord,
  type JobAnswer,
  type VerificationRecord,
} from "../src/domain/verificationRecord.ts";
import { checkRecordFile, sha256Of } from "./recordFile.ts";

function aRecord(
  status: unknown = "Succeeded",
  text: string = "Ada",
  isAnswered: boolean = true,
): VerificationRecord {
  const backup = backupSaying(parseBackupStatus(status), { stampVersion: text });
  const [row] = reconcile(listed(aBackup()), [], NOON);
  if (!row) throw new Error("No row");
  const answered = { at: NOON, requestId: text };
  const job: JobAnswer = isAnswered ? { kind: "ended", backup, ...answered } : { kind: "gone", ...answered };
  return verificationRecord({
    stamp: { title: text, region: "redmond", subscriptionId: "s" },
    row,
    list: isAnswered ? { kind: "backup", backup, ...answered } : { kind: "gone", ...answered },
    job,
    location: isAnswered ? aLocation() : null,
    consoleVersion: "0.2.0",
    checkedBy: text,
    note: "",
    checkedAt: NOON,
  });
}

const fileOf = (record: VerificationRecord) => recordFile(record, sha256Of(record));

test("a record of any backup, whatever its words, is of the schema and checks", () => {
  const status = fc.oneof(fc.constantFrom("Succeeded", "Failed", "Running", null), fc.string());
  fc.assert(
    fc.property(status, fc.string({ unit: "binary" }), fc.boolean(), (said, text, isAnswered) => {
      expect(checkRecordFile(fileOf(aRecord(said, text, isAnswered)))).toMatchObject({ ok: true });
    }),
  );
});

describe("a file is refused", () => {
  const good = fileOf(aRecord());

  test("that was changed anywhere in its record", () => {
    expect(checkRecordFile(good.replace('"verified"', '"listOnly"')).text).toContain(
      "The record was changed",
    );
    expect(checkRecordFile(good.replace("Ada", "Eve")).ok).toBe(false);
  });

  test("but not for its white space or the order of its keys", () => {
    const { record, sha256 } = JSON.parse(good);
    const turned = Object.fromEntries(Object.entries(record).toReversed());
    expect(checkRecordFile(JSON.stringify({ sha256, record: turned })).ok).toBe(true);
  });

  test.each([
    ["no JSON", "no JSON", "This is not JSON."],
    ["another JSON", "{}", "not a verification record"],
    ["one with more in it", good.replace('"note"', '"password": "x", "note"'), "not a verification record"],
    [
      "one with a word for an instant",
      good.replace(/"startedAt": "[^"]*"/, '"startedAt": "today"'),
      "/record/backup/startedAt",
    ],
  ])("%s", (_, text, says) => {
    const { ok, text: said } = checkRecordFile(text);
    expect(ok).toBe(false);
    expect(said).toContain(says);
  });
});

describe("npm run verify-record", () => {
  const folder = mkdtempSync(join(tmpdir(), "record-"));
  afterAll(() => rmSync(folder, { recursive: true }));
  const command = [".config/run.mjs", ".config/verifyRecord.ts"];

  test("says what the record says and exits with 0; with 1 for a changed one, with 2 without a file", () => {
    const path = join(folder, "record.json");
    writeFileSync(path, fileOf(aRecord()));
    expect(execFileSync("node", [...command, path], { encoding: "utf8" })).toContain("Backup b1: verified");
    writeFileSync(path, fileOf(aRecord()).replace("Ada", "Eve"));
    const changed = spawnSync("node", [...command, path], { encoding: "utf8" });
    expect([changed.status, changed.stderr]).toEqual([1, expect.stringContaining("The record was changed")]);
    expect(spawnSync("node", command).status).toBe(2);
  });
});
