import { describe, expect, test } from "vitest";
import { toAlertPage } from "../src/api/alertWire.ts";
import { fetchReportedStates } from "../src/api/reportedStates.ts";
import { createArmClient } from "../src/api/client.ts";
import { toBackupPage, toLocation } from "../src/api/wire.ts";
import { durationsOf } from "../src/domain/backupDurations.ts";
import { historyOf, type HistoryMark } from "../src/domain/backupHistory.ts";
import { reconcile } from "../src/domain/backupState.ts";
import { longestGap, sinceSuccess, slotsKept, worstRecoveryPoint } from "../src/domain/historyFigures.ts";
import { readinessOf } from "../src/domain/recoveryReadiness.ts";
import { verificationRecord } from "../src/domain/verificationRecord.ts";
import { at, BENCH_BASE, BENCH_NOW, jsonOf, openBench, type Bench } from "../mocks/arm/testing.ts";
import { DAY, HOUR, MINUTE } from "../mocks/sim/clock.ts";

/** What the pure modules make of a scenario's answers, read as the page reads them. */
async function opened(scenario: string, bench: Bench = openBench(scenario), now: number = BENCH_NOW) {
  const items = toBackupPage(await jsonOf(await bench.ask("redmond/backups")))?.items ?? [];
  const location = toLocation(await jsonOf(await bench.ask("redmond")));
  const alerts = toAlertPage(await jsonOf(await bench.askHealth("alerts")))?.alerts ?? [];
  const rows = reconcile(items, [], now);
  const list = { rows, listIncomplete: false, location };
  const history = historyOf({ ...list, listReadAt: now, alerts }, now);
  const readiness = readinessOf({ ...list, history, listFailure: null, locationFailure: null }, now);
  return { rows, location, history, readiness };
}

/** How many marks of each kind there are. */
function counted(marks: readonly HistoryMark[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { kind, why } of marks) {
    const key = why ? `${kind} (${why})` : kind;
    counts[key] = (counts[key] ?? 0) + 1;
  }
  return counts;
}

const slotsOf = (marks: readonly HistoryMark[]) => marks.filter(({ isSlot }) => isSlot);

test("healthy: a mark per slot of two weeks, three runs on demand, one failure, one partial success", async () => {
  const { history } = await opened("healthy");
  expect(history.marks.filter(({ trigger }) => trigger === "onDemand")).toHaveLength(3);
  expect(counted(slotsOf(history.marks))).toEqual({ succeeded: 26, failed: 1, partiallySucceeded: 1 });
  expect(sinceSuccess(history)).toMatchObject({ failed: 0, partiallySucceeded: 0, missing: 0 });
});

test("slot-missing: the one without a trace is missing, the one with an alert is skipped", async () => {
  const { history } = await opened("slot-missing");
  expect(counted(slotsOf(history.marks))).toEqual({ succeeded: 26, missing: 1, skipped: 1 });
  const gone = history.marks.find(({ kind }) => kind === "missing");
  expect(Math.round((BENCH_NOW - (gone?.at ?? 0)) / DAY)).toBe(10);
  expect(longestGap(history, BENCH_NOW)?.ms).toBeGreaterThan(23 * HOUR);
  expect(slotsKept(history, 14, BENCH_NOW)).toMatchObject({ kept: 26, known: 28, unknown: 0 });
});

test("frequency-changed: the old frequency's runs stand by themselves, and nothing is missing", async () => {
  const { history } = await opened("frequency-changed");
  const counts = counted(history.marks);
  expect(Object.keys(counts).filter((kind) => kind.startsWith("missing"))).toEqual([]);
  expect(slotsOf(history.marks).filter(({ row }) => row !== null)).toHaveLength(10);
  expect(
    history.marks.filter(({ isSlot, trigger }) => !isSlot && trigger === "scheduled").length,
  ).toBeGreaterThan(50);
});

test("failures-in-a-row: three since the last success, and a recovery point that gets older", async () => {
  const { history, readiness } = await opened("failures-in-a-row");
  expect(sinceSuccess(history).failed).toBe(3);
  const worst = worstRecoveryPoint(history, BENCH_NOW);
  expect(worst?.untilAt).toBeNull();
  expect(worst?.ms).toBeGreaterThan(worst?.plannedMs ?? 0);
  expect(readiness.checks.find(({ kind }) => kind === "newestInTime")?.outcome).toBe("failed");
});

test("slow-trend: the newest third takes longer than the oldest, and one run is far out", async () => {
  const { points, trend } = durationsOf((await opened("slow-trend")).history.marks);
  expect((trend?.recentMs ?? 0) - (trend?.earlierMs ?? 0)).toBeGreaterThan(15 * MINUTE);
  const outliers = points.filter(({ outlier }) => outlier === "longer");
  expect(outliers.map(({ tookMs }) => Math.round(tookMs / MINUTE))).toEqual([95]);
});

describe("what a recovery would find", () => {
  test.each([
    ["not-uploaded", "notUploaded"],
    ["not-recovery-ready", "notReady"],
  ] as const)("%s: the verdict is %s, and an older backup is named", async (scenario, verdict) => {
    const { readiness } = await opened(scenario);
    expect(readiness.verdict.kind).toBe(verdict);
    expect(readiness.point?.passedOver.map(({ because }) => because)).toEqual([verdict, verdict]);
    expect(readiness.point?.recoverability).toBe("recoverable");
  });

  test("healthy: ready from the newest backup, with one key to keep", async () => {
    const { readiness, rows } = await opened("healthy");
    expect(readiness.verdict.kind).toBe("ready");
    expect(readiness.point?.row).toBe(rows[0]);
    expect(readiness.keys.map(({ until }) => until.kind)).toEqual(["inUse"]);
  });

  test("certificate-rotated: the old key until the last of its backups is deleted", async () => {
    const { readiness } = await opened("certificate-rotated");
    expect(readiness.keys.map(({ isCurrent, until }) => [isCurrent, until.kind])).toEqual([
      [true, "inUse"],
      [false, "until"],
    ]);
  });

  test("never-configured: no external store, and nothing to recover from", async () => {
    const { readiness } = await opened("never-configured");
    expect(readiness.verdict.kind).toBe("noRecoveryPoint");
    expect(readiness.checks.find(({ kind }) => kind === "externalStore")?.outcome).toBe("failed");
  });
});

describe("a verification record asks the stamp for both words", () => {
  async function record(scenario: string, passMs: number = 0, which: "newest" | "failed" = "newest") {
    const bench = openBench(scenario);
    bench.pass(passMs);
    const now = BENCH_NOW + passMs;
    const { rows, location } = await opened(scenario, bench, now);
    const row = which === "newest" ? rows[0] : rows.find(({ state }) => state.kind === "failed");
    if (!row) throw new Error("No row");
    const { subscriptionId } = bench.facts();
    const client = createArmClient(
      {
        id: "redmond",
        title: "Redmond",
        region: "redmond",
        armBase: BENCH_BASE,
        subscriptionId,
        apiVersion: "2018-09-01",
        auth: { kind: "none" },
      },
      {
        fetch: (input, init) => bench.ask(new Request(input).url.slice(BENCH_BASE.length), init),
        pageUrl: BENCH_BASE,
        token: () => null,
        newRequestId: () => "r",
      },
    );
    const words = await fetchReportedStates(client, row.key, () => now);
    const stamp = { title: "Redmond", region: "redmond", subscriptionId };
    return verificationRecord({
      stamp,
      row,
      ...words,
      location,
      consoleVersion: "0",
      checkedBy: "",
      note: "",
      checkedAt: now,
    });
  }

  test("finishing: not verified before its end, verified after it", async () => {
    expect(await record("finishing")).toMatchObject({
      verdict: "finishing",
      job: { word: "Running", at: null },
    });
    const ended = await record("finishing", 9 * MINUTE);
    expect(ended).toMatchObject({
      verdict: "verified",
      list: { word: "Succeeded" },
      job: { word: "Succeeded" },
    });
    expect(ended.list?.requestId).toMatch(/^[0-9a-f-]{36}$/);
    expect(ended.job?.requestId).not.toBe(ended.list?.requestId);
    expect(JSON.stringify(ended)).not.toMatch(/EncryptionKey/i);
  });

  test("a job that the stamp has forgotten: the list's word alone, and it says so", async () => {
    expect(await record("automatic-disabled")).toMatchObject({ verdict: "listOnly", job: null });
  });

  test("a failed one: both words, and the stamp's own reason", async () => {
    expect(await record("last-failed", 0, "failed")).toMatchObject({
      verdict: "failed",
      list: { word: "Failed" },
      job: { word: "Failed", error: { code: "BackupFailed" } },
    });
  });
});

test("a backup that lacks its upload says so on the wire, in both places", async () => {
  const bench = openBench("not-uploaded");
  const { rows } = await opened("not-uploaded", bench);
  const id = rows[0]?.id ?? "";
  for (const path of [`redmond/backups/${id}`, `redmond/operationResults/${id}`]) {
    const info = at(await jsonOf(await bench.ask(path)), "properties", "backupInfo");
    expect([at(info, "completelyUploaded"), at(info, "isCloudRecoveryReady")]).toEqual([false, false]);
  }
});
