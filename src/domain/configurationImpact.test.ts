import { describe, expect, test } from "vitest";
import { reconcile } from "./backupState.ts";
import { validityOf } from "./certificate.ts";
import { settingsOf } from "./configuration.ts";
import { impactOf } from "./configurationImpact.ts";
import { aBackup, aRunning, DAY, listed, NOON } from "./testing/fixtures.ts";
import { aCertificate, aLocation } from "./testing/locations.ts";

const settings = settingsOf(aLocation({ retentionDays: 7 }));
const daysOld = (days: number, status: "succeeded" | "failed" = "succeeded") =>
  aBackup({ id: `b${days}`, status, completedAt: NOON - days * DAY });
const rowsOf = (...backups: ReturnType<typeof aBackup>[]) => reconcile(listed(...backups), [], NOON);
const settled = (...backups: ReturnType<typeof aBackup>[]) =>
  // Asked and gone: what the list says stands.
  rowsOf(...backups).map((row) => (row.state.kind === "checking" ? { ...row, state: SUCCEEDED } : row));
const SUCCEEDED = { kind: "succeeded" } as const;

describe("a shorter retention", () => {
  const rows = settled(daysOld(1), daysOld(3), daysOld(4, "failed"), daysOld(6));

  test("deletes what is older, newest first, and nothing that is as old to the millisecond", () => {
    expect(impactOf({ retentionDays: 3 }, settings, rows, NOON).deletion).toEqual({
      retentionDays: 3,
      backups: [
        { id: "b4", completedAt: NOON - 4 * DAY },
        { id: "b6", completedAt: NOON - 6 * DAY },
      ],
    });
    const later = impactOf({ retentionDays: 3 }, settings, rows, NOON + 1).deletion;
    expect(later?.backups.map(({ id }) => id)).toEqual(["b3", "b4", "b6"]);
  });

  test("leaves the last success where all are older (release notes 1905)", () => {
    const old = settled(daysOld(4, "failed"), daysOld(5), daysOld(6));
    const { deletion } = impactOf({ retentionDays: 2 }, settings, old, NOON);
    expect(deletion?.backups.map(({ id }) => id)).toEqual(["b4", "b6"]);
  });

  test("says nothing of what has no date or no end", () => {
    const running = reconcile(listed(aBackup({ id: "x", completedAt: null })), [aRunning({ id: "r" })], NOON);
    expect(impactOf({ retentionDays: 2 }, settings, running, NOON + 90 * DAY).deletion?.backups).toEqual([]);
  });

  test.each([[7], [8], [undefined]])("is none with %s days", (retentionDays) => {
    const changes = retentionDays === undefined ? {} : { retentionDays };
    expect(impactOf(changes, settings, rows, NOON).deletion).toBeNull();
  });
});

test("another certificate leaves older backups to the old one; the first, or the same, does not", () => {
  const old = settings.thumbprint;
  expect(impactOf({ certificate: aCertificate() }, settings, [], NOON).oldThumbprint).toBe(old);
  const same = aCertificate({ thumbprint: old });
  expect(impactOf({ certificate: same }, settings, [], NOON).oldThumbprint).toBeNull();
  const none = settingsOf(aLocation({ thumbprint: null }));
  expect(impactOf({ certificate: aCertificate() }, none, [], NOON).oldThumbprint).toBeNull();
});

test("a certificate is valid between its dates", () => {
  const certificate = aCertificate({ startsAt: NOON, expiresAt: NOON + DAY });
  expect([NOON - 1, NOON, NOON + DAY, NOON + DAY + 1].map((at) => validityOf(certificate, at))).toEqual([
    "notYet",
    "valid",
    "valid",
    "expired",
  ]);
});
