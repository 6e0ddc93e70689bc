import type { BackupHistory, HistoryMark, MarkKind } from "./backupHistory.ts";
import type { BackupRow } from "./backupState.ts";

const DAY_MS = 24 * 3_600_000;

/** Slots of the last days by what became of them. */
export interface SlotsKept {
  days: number;
  /** Slots whose backup succeeded. */
  kept: number;
  /** Slots with a known result, kept or not: what `kept` is out of. */
  known: number;
  /** Slots of which nothing can be said, and those whose backup still runs: in neither number. */
  unknown: number;
  running: number;
  /** Every kind of mark among the slots, for the sentence that explains the figure. */
  byKind: Partial<Record<MarkKind, number>>;
  /** The oldest slot it rests on; null where there is none. */
  fromAt: number | null;
  /** Whether slots reach back over all of these days. */
  isWhole: boolean;
}

/** How many slots of the last `days` days were kept. Runs outside the schedule count for nothing here. */
export function slotsKept({ marks, everyMs }: BackupHistory, days: number, now: number): SlotsKept {
  const fromAt = now - days * DAY_MS;
  const slots = marks.filter(({ isSlot, at }) => isSlot && at > fromAt && at <= now);
  const byKind: Partial<Record<MarkKind, number>> = {};
  for (const { kind } of slots) byKind[kind] = (byKind[kind] ?? 0) + 1;
  const count = (meaning: Meaning) => slots.filter(({ kind }) => MEANINGS[kind] === meaning).length;
  const [running, unknown] = [count("running"), count("unknown")];
  const oldest = slots[0]?.at ?? null;
  return {
    days,
    kept: count("kept"),
    known: slots.length - unknown - running,
    unknown,
    running,
    byKind,
    fromAt: oldest,
    isWhole: oldest !== null && everyMs !== null && oldest - everyMs <= fromAt,
  };
}

type Meaning = "kept" | "notKept" | "running" | "unknown";

const MEANINGS: Record<MarkKind, Meaning> = {
  succeeded: "kept",
  partiallySucceeded: "notKept",
  failed: "notKept",
  skipped: "notKept",
  missing: "notKept",
  running: "running",
  checking: "running",
  finishing: "running",
  unconfirmed: "unknown",
  lost: "unknown",
  deleted: "unknown",
  unknown: "unknown",
};

/** A span without a completed success; `untilAt` is null where it goes on. */
export interface Gap {
  ms: number;
  fromAt: number;
  untilAt: number | null;
}

/** Successes, oldest first: what the spans below rest on. */
interface Success {
  row: BackupRow;
  completedAt: number;
}

/**
 * The longest span from one completed success to the next, scheduled or not, or to `now`; null without any success.
 * It rests on listed successes only: what retention has deleted, and what was before the list, is not in it.
 */
export function longestGap({ marks }: BackupHistory, now: number): Gap | null {
  let longest: Gap | null = null;
  const successes = successesOf(marks);
  for (const [index, { completedAt: fromAt }] of successes.entries()) {
    const untilAt = successes[index + 1]?.completedAt ?? null;
    const ms = Math.max(0, (untilAt ?? now) - fromAt);
    if (longest === null || ms > longest.ms) longest = { ms, fromAt, untilAt };
  }
  return longest;
}

/** What went wrong after the newest success. */
export interface SinceSuccess {
  /** Completion of the newest success; null where there is none, so that everything listed counts. */
  successAt: number | null;
  failed: number;
  partiallySucceeded: number;
  skipped: number;
  missing: number;
}

/** Counts attempts and slots after the newest success. */
export function sinceSuccess({ marks }: BackupHistory): SinceSuccess {
  const newest = marks.findLastIndex(({ kind }) => kind === "succeeded");
  const after = marks.slice(newest + 1);
  const count = (kind: MarkKind) => after.filter((mark) => mark.kind === kind).length;
  return {
    successAt: marks[newest]?.row?.completedAt ?? null,
    failed: count("failed"),
    partiallySucceeded: count("partiallySucceeded"),
    skipped: count("skipped"),
    missing: count("missing"),
  };
}

/** How old the newest recovery point was, or is, at worst. */
export interface WorstRecoveryPoint {
  /** Age just before the next success was completed, or now. */
  ms: number;
  /** Start of the backup that was the newest recovery point: what changed after it may not be in it. */
  dataFromAt: number;
  /** Completion of the success that ended it; null where it goes on. */
  untilAt: number | null;
  /** What the schedule leads to if every slot is kept: one span and the longest success; null without a schedule. */
  plannedMs: number | null;
  /** How many successes it rests on. */
  successes: number;
}

/** The oldest that the newest recovery point has been between two successes, or since the last; null without any. */
export function worstRecoveryPoint(
  { marks, everyMs }: BackupHistory,
  now: number,
): WorstRecoveryPoint | null {
  const successes = successesOf(marks);
  let worst: Pick<WorstRecoveryPoint, "ms" | "dataFromAt" | "untilAt"> | null = null;
  for (const [index, { row, completedAt }] of successes.entries()) {
    const dataFromAt = Math.min(row.startedAt ?? completedAt, completedAt);
    const untilAt = successes[index + 1]?.completedAt ?? null;
    const ms = Math.max(0, (untilAt ?? now) - dataFromAt);
    if (worst === null || ms > worst.ms) worst = { ms, dataFromAt, untilAt };
  }
  if (worst === null) return null;
  const longest = successes.reduce((most, { row }) => Math.max(most, row.backup?.tookMs ?? 0), 0);
  const plannedMs = everyMs === null ? null : everyMs + longest;
  return { ...worst, plannedMs, successes: successes.length };
}

function successesOf(marks: readonly HistoryMark[]): Success[] {
  return marks
    .flatMap(({ kind, row }) =>
      kind === "succeeded" && row !== null && row.completedAt !== null
        ? [{ row, completedAt: row.completedAt }]
        : [],
    )
    .toSorted((a, b) => a.completedAt - b.completedAt);
}
