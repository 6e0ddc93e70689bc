import { describe, expect, test } from "vitest";
import type { Backup } from "./backup.ts";
import { busyWith, reconcile, somethingRuns } from "./backupState.ts";
import { failureOf } from "./failure.ts";
import type { Operation } from "./operation.ts";
import { aBackup, aRunning, backupSaying, HOUR, listed, MINUTE, NOON } from "./testing/fixtures.ts";

const NOW = NOON + 30 * MINUTE;
const UNFINISHED = { completedAt: null, tookMs: null };

describe("a backup that is listed twice is one row", () => {
  const succeeded = aBackup();
  const failed = aBackup({ status: "failed" });
  const partial = aBackup({ status: "partiallySucceeded" });
  const said = (...backups: Backup[]) => {
    return reconcile(listed(...backups), [], NOW).map(({ state, otherStatuses }) => [
      state.kind,
      otherStatuses.map(({ kind }) => kind),
    ]);
  };

  test.each([
    ["succeeded and failed", [succeeded, failed], ["failed", ["succeeded"]]],
    ["failed and succeeded", [failed, succeeded], ["failed", ["succeeded"]]],
    ["succeeded and partially", [succeeded, partial], ["partiallySucceeded", ["succeeded"]]],
    ["three different words", [succeeded, failed, partial], ["failed", ["succeeded", "partiallySucceeded"]]],
    ["the same word twice", [succeeded, { ...succeeded, completedAt: NOON - HOUR }], ["succeeded", []]],
  ])("%s: the worst is shown, and what else it says", (_, backups, row) => {
    expect(said(...backups)).toEqual([row]);
  });

  test("a running one is not shown as done for the other's sake", () => {
    const running = aBackup({ status: "running", ...UNFINISHED });
    expect(said(succeeded, running)).toEqual([["inProgress", ["succeeded"]]]);
  });
});

describe("a run that this page cannot follow", () => {
  const forbidden = aRunning({ failures: 1, trouble: failureOf("forbidden") });
  const lastTry = aRunning({ failures: 9, trouble: failureOf("server") });
  const failing = aRunning({ failures: 10, trouble: failureOf("server") });
  const offline = aRunning({ failures: 59, trouble: failureOf("offline") });
  const signIn = aRunning({ failures: 99, trouble: failureOf("auth") });
  const emptyThenGone = aRunning({ ask: "backup", failures: 10, trouble: failureOf("notFound") });
  const checking = aRunning({
    askedAt: null,
    origin: "elsewhere",
    failures: 10,
    trouble: failureOf("server"),
  });
  const running = aBackup({ status: "running", ...UNFINISHED });
  const partial = aBackup({ status: "partiallySucceeded" });
  const odd = backupSaying({ kind: "unknown", raw: "Sealing" });

  test.each([
    ["refused, listed as succeeded", aBackup(), forbidden, "unconfirmed", "unfollowed"],
    ["refused, listed as partial", partial, forbidden, "partiallySucceeded", "unfollowed"],
    ["refused, listed as failed", aBackup({ status: "failed" }), forbidden, "failed", "unfollowed"],
    ["refused, listed as running", running, forbidden, "inProgress", "running"],
    ["refused once, not listed", null, forbidden, "inProgress", "running"],
    ["refused once, listed in an unknown word", odd, forbidden, "unknown", "running"],
    ["failing for seven minutes, listed as succeeded", aBackup(), failing, "unconfirmed", "unfollowed"],
    ["failing for less, listed as succeeded", aBackup(), lastTry, "finishing", "running"],
    ["failing for seven minutes, not listed", null, failing, "lost", "unfollowed"],
    ["failing for seven minutes, listed as running", running, failing, "inProgress", "running"],
    ["offline for less than an hour", aBackup(), offline, "finishing", "running"],
    ["waiting for sign-in", aBackup(), signIn, "finishing", "running"],
    ["ended without a body, and the backup is not found", null, emptyThenGone, "lost", "unfollowed"],
    ["the same, listed as succeeded", aBackup(), emptyThenGone, "unconfirmed", "unfollowed"],
    ["of others, only checked, failing", aBackup(), checking, "unconfirmed", null],
  ] satisfies [string, Backup | null, Operation, string, string | null][])(
    "%s",
    (_, backup, operation, shows, waits) => {
      const rows = reconcile(backup ? listed(backup) : [], [operation], NOW);
      expect(rows.map(({ state }) => state.kind)).toEqual([shows]);
      expect(busyWith(rows, [operation])?.kind ?? null).toBe(waits);
    },
  );

  test("lets the list be asked at the idle pace once it is given up", () => {
    expect(somethingRuns(listed(aBackup()), [failing])).toBe(false);
    expect(somethingRuns(listed(aBackup()), [lastTry])).toBe(true);
  });
});
