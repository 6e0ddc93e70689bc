import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Backup } from "./backup.ts";
import { reconcile } from "./backupState.ts";
import { keysToKeep, recoverabilityOf, recoveryPointOf } from "./recoveryPoint.ts";
import { aBackup, aFailed, DAY, HOUR, listed, MINUTE, NOON } from "./testing/fixtures.ts";
import { onDemand, scheduled } from "./testing/histories.ts";
import { aLocation, blobLocation } from "./testing/locations.ts";

const WELL = { completelyUploaded: true, cloudRecoveryReady: true };
const rowsOf = (...backups: Backup[]) => reconcile(listed(...backups), [], NOON + DAY);
const good = (hours: number, known: Partial<Backup> = {}) => ({ ...scheduled(hours), ...WELL, ...known });

describe("a recovery would use", () => {
  test("the newest backup that ended well, is completely uploaded and ready; newer ones are named with their reason", () => {
    const rows = rowsOf(
      good(0, { completelyUploaded: false }),
      good(-12, { cloudRecoveryReady: false }),
      scheduled(-24, "failed"),
      scheduled(-36, "partiallySucceeded", WELL),
      good(-48),
      good(-60),
    );
    const point = recoveryPointOf(rows, aLocation());
    expect(point?.row.id).toBe("at--48");
    expect(point?.passedOver.map(({ because }) => because)).toEqual([
      "notUploaded",
      "notReady",
      "notEndedWell",
      "notEndedWell",
    ]);
  });

  test("one of which the stamp does not say it, only where it says it of none", () => {
    expect(recoveryPointOf(rowsOf(scheduled(0), good(-12)), aLocation())).toMatchObject({
      row: { id: "at--12" },
      recoverability: "recoverable",
    });
    expect(recoveryPointOf(rowsOf(scheduled(0)), aLocation())?.recoverability).toBe("cannotTell");
    expect(recoveryPointOf(rowsOf(good(0)), undefined)?.recoverability).toBe("cannotTell");
  });

  test("none where backups stay on the stamp, or none ended well", () => {
    expect(recoveryPointOf(rowsOf(good(0)), null)).toBeNull();
    expect(recoveryPointOf(rowsOf(good(0)), aLocation({ storage: "none", path: null }))).toBeNull();
    expect(recoveryPointOf(rowsOf(onDemand(0, "failed")), aLocation())).toBeNull();
    expect(recoveryPointOf([], aLocation())).toBeNull();
  });

  test("not one whose job failed after the list had said Succeeded", () => {
    const rows = reconcile(listed(good(0, { id: "b1" }), good(-12)), [aFailed()], NOON + DAY);
    expect(recoveryPointOf(rows, aLocation())?.row.id).toBe("at--12");
  });

  test("the folder below the share, or the container", () => {
    const pathAt = (location: ReturnType<typeof aLocation>) =>
      recoveryPointOf(rowsOf(good(0)), location)?.externalPath;
    expect(pathAt(aLocation({ path: "\\\\fs01.contoso.com\\AzSBackups\\" }))).toBe(
      "\\\\fs01.contoso.com\\AzSBackups\\MASBackup",
    );
    expect(pathAt(blobLocation())).toBe("https://account.blob.example/container");
  });

  test.each([
    ["1.2301.2.58", "1.2301.2.58", "same"],
    ["1.2301.2.58", "1.2306.0.1", "newer"],
    [null, "1.2306.0.1", "cannotTell"],
  ])("a backup of version %s with a newest of %s: the stamp is %s", (backup, newest, stamp) => {
    const rows = rowsOf(
      scheduled(0, "failed", { stampVersion: newest }),
      good(-12, { stampVersion: backup }),
    );
    expect(recoveryPointOf(rows, aLocation())?.version).toEqual({ backup, newest, stamp });
  });
});

describe("private keys to keep", () => {
  const current = aLocation().thumbprint ?? "";
  const keys = (...backups: Backup[]) => keysToKeep(rowsOf(...backups), aLocation());

  test("the present certificate first, an older one until retention deletes its last backup", () => {
    const rotated = [
      good(0, { thumbprint: current.toLowerCase() }),
      good(-12, { thumbprint: "aa" }),
      good(-24, { thumbprint: "AA" }),
    ];
    expect(keys(...rotated)).toEqual([
      { thumbprint: current, isCurrent: true, backups: 1, until: { kind: "inUse" } },
      {
        thumbprint: "AA",
        isCurrent: false,
        backups: 2,
        until: { kind: "until", at: NOON - 12 * HOUR + 10 * MINUTE + 7 * DAY },
      },
    ]);
  });

  test("the present one even before its first backup, while the old one has the only recovery point", () => {
    expect(keys(scheduled(0, "failed", { thumbprint: current }), good(-12, { thumbprint: "AA" }))).toEqual([
      { thumbprint: current, isCurrent: true, backups: 0, until: { kind: "inUse" } },
      { thumbprint: "AA", isCurrent: false, backups: 1, until: { kind: "whileNoOther" } },
    ]);
  });

  test("without retention, date or location nobody can tell until when", () => {
    const old = [good(0, { thumbprint: current }), good(-12, { thumbprint: "AA" })];
    const untilOf = (location: ReturnType<typeof aLocation> | undefined) =>
      keysToKeep(rowsOf(...old), location).find(({ thumbprint }) => thumbprint === "AA")?.until.kind;
    expect(untilOf(aLocation({ retentionDays: null }))).toBe("cannotTell");
    expect(untilOf(undefined)).toBe("cannotTell");
    expect(untilOf(aLocation())).toBe("until");
    expect(keysToKeep([], null)).toEqual([]);
  });
});

test("whatever is listed: the recovery point is recoverable, all before it are not, and its key is kept", () => {
  const flag = fc.option(fc.boolean(), { nil: null });
  const backup = fc.record({
    status: fc.constantFrom(
      "succeeded" as const,
      "failed" as const,
      "partiallySucceeded" as const,
      "running" as const,
    ),
    completedAt: fc.option(fc.integer({ min: NOON - 9 * DAY, max: NOON }), { nil: null }),
    completelyUploaded: flag,
    cloudRecoveryReady: flag,
    thumbprint: fc.constantFrom("AA", "bb", null),
  });
  fc.assert(
    fc.property(fc.array(backup, { maxLength: 30 }), (all) => {
      const rows = rowsOf(...all.map((known, index) => aBackup({ ...known, id: `b${index}` })));
      const point = recoveryPointOf(rows, aLocation());
      const judged = rows.map((row) => recoverabilityOf(row, aLocation()));
      expect(point === null).toBe(!judged.includes("recoverable") && !judged.includes("cannotTell"));
      if (point === null) return;
      expect(judged.indexOf(point.recoverability)).toBe(rows.indexOf(point.row));
      if (point.recoverability === "cannotTell") expect(judged).not.toContain("recoverable");
      if (point.thumbprint !== null)
        expect(keysToKeep(rows, aLocation()).map(({ thumbprint }) => thumbprint)).toContain(point.thumbprint);
    }),
  );
});
