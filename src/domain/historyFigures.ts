import type { BackupHistory, HistoryMark, MarkKind } from "./backupHistory.ts";
import type { BackupRow } from "./backupState.ts";

const DAY_MS = 24 * 3_600_000;

/** Slots of the last days by result. */
export interface SlotsKept {
  days: number;
  /** Slots whose backup succeeded. */
  kept: number;
  /** Slots with a known result; the denominator of `kept`. */
  known: number;
  /** Slots with an unknown result or a running backup; in neither number. */
  unknown: number;
  running: number;
  /** Every kind of mark among the slots, for the sentence that explains the figure. */
  byKind: Partial<Record<MarkKind, number>>;
  /** The oldest slot counted; null for none. */
  fromAt: number | null;
  /** Whether the slots cover all of these days. */
  isWhole: boolean;
}

/** How many slots of the last `days` days were kept. Runs outside the schedule don't count. */
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

/** A span without a completed success; `untilAt` is null if it continues. */
export interface Gap {
  ms: number;
  fromAt: number;
  untilAt: number | null;
}

/** Successes, oldest first. */
interface Success {
  row: BackupRow;
  completedAt: number;
}

/**
 * The longest span from one completed success to the next, scheduled or not, or to `now`; null without any success.
 * Counts only listed successes, not those deleted by retention or older than the list.
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
  /** Completion of the newest success; null for none, so that everything listed counts. */
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

/** Maximum age of the newest recovery point. */
export interface WorstRecoveryPoint {
  /** Age just before the next success was completed, or now. */
  ms: number;
  /** Start of the backup that was the newest recovery point; later changes may be missing from it. */
  dataFromAt: number;
  /** Completion of the success that ended it; null if it continues. */
  untilAt: number | null;
  /** The age if every slot is kept: one span plus the longest success; null without a schedule. */
  plannedMs: number | null;
  /** Number of successes it is based on. */
  successes: number;
}

/** Maximum age of the newest recovery point between successes, or since the last one; null without any. */
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
