import type { Alert } from "./alert.ts";
import { isAutomatic, type BackupRow, type RowStateKind } from "./backupState.ts";
import { RETENTION_DAYS } from "./configuration.ts";
import type { BackupLocation } from "./location.ts";
import { emptySlots, type EmptySlot, type HeldSlot } from "./missingSlots.ts";

/** Kind of a mark in the history: a backup's state, or a slot without a backup. */
export type MarkKind = Exclude<RowStateKind, "inProgress" | "unrecognised"> | "running" | "missing";

/** Why a slot without a backup is unknown rather than missing. */
export type UnknownReason =
  /** The schedule was different, or may have been. */
  | "scheduleChanged"
  /** Automatic backups are or were off, or the stamp doesn't say. */
  | "automaticOff"
  /** Pages of the list are missing, or the list has an undated backup, which may be this one. */
  | "listIncomplete"
  /** The list was last read before a backup of this slot could appear in it. */
  | "notRead"
  /** A backup of this slot may be running without being listed yet. */
  | "tooRecent"
  /** Beyond retention: a backup of this slot would have been deleted. */
  | "beyondRetention"
  /** A backup in a state that this version doesn't know. */
  | "unknownState";

/** One scheduled slot, or one run outside the schedule. */
export interface HistoryMark {
  /** Stable identity for React and focus. */
  key: string;
  kind: MarkKind;
  /** Position, epoch ms: the slot's time, or the start of a run outside the schedule. */
  at: number;
  /** Whether it is a slot of the current schedule. */
  isSlot: boolean;
  /** Who started it; null if not reported. Every slot is scheduled. */
  trigger: "scheduled" | "onDemand" | null;
  /** Null for a slot without a backup. */
  row: BackupRow | null;
  /** Set where `kind` is "unknown". */
  why: UnknownReason | null;
}

export interface HistoryFacts {
  rows: readonly BackupRow[];
  /** Whether pages of the list are missing. */
  listIncomplete: boolean;
  /** Stamp time of the list's last successful answer. */
  listReadAt: number;
  location: BackupLocation | null;
  /** Known backup alerts, which report skipped slots and a paused scheduler. */
  alerts: readonly Alert[];
}

export interface BackupHistory {
  /** Oldest first, from the oldest listed backup on: nothing is known before it. */
  marks: HistoryMark[];
  /** Backups without a date, which have no mark. */
  undated: BackupRow[];
  /** Span between slots; null if the location has no schedule. */
  everyMs: number | null;
}

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;
/**
 * Maximum distance of a scheduled start from its slot: an eighth of the frequency, up to this. Other frequencies differ
 * by whole hours. How precisely a stamp keeps its slots is unverified.
 */
const FARTHEST_MS = 45 * MINUTE_MS;
/** Drift of slots, each and in total, in case a stamp counts from the last start (unverified). */
const DRIFT_MS = 2 * MINUTE_MS;
const MOST_DRIFT_MS = 10 * MINUTE_MS;
/** A slot's alert may be slightly older than the slot. */
const EARLY_MS = 5 * MINUTE_MS;
/** The alert about a paused scheduler appears a day after the pause (recordings/one-backup-alert). */
const PAUSED_ALERT_AFTER_MS = DAY_MS;

/**
 * One mark per schedule slot, as far back as the list goes, and one per run outside the schedule. Each backup has
 * exactly one mark or is undated. A slot is missing only if the schedule is known to have applied.
 */
export function historyOf(facts: HistoryFacts, now: number): BackupHistory {
  const dated: Dated[] = [];
  const undated: BackupRow[] = [];
  for (const row of facts.rows) {
    const at = startOf(row);
    if (at === null) undated.push(row);
    else dated.push({ row, at });
  }
  dated.sort((a, b) => b.at - a.at);
  const everyMs = everyMsOf(facts.location);
  const nextAt = facts.location?.nextBackupAt ?? null;
  if (everyMs === null || nextAt === null) {
    return { marks: dated.map(outside).toReversed(), undated, everyMs: null };
  }
  const horizonAt = Math.max(now, dated[0]?.at ?? now);
  const { slots, marks } = walk(dated, everyMs, firstSlotAfter(nextAt, everyMs, horizonAt));
  const dueAfterMs = dueAfter(dated, everyMs);
  for (const empty of emptySlots(slots, everyMs, facts.location?.schedulerEnabled ?? null)) {
    marks.push(emptyMark(empty, { ...facts, now, everyMs, dueAfterMs, hasUndated: undated.length > 0 }));
  }
  marks.sort((a, b) => a.at - b.at || (a.key < b.key ? -1 : 1));
  return { marks, undated, everyMs };
}

interface Dated {
  row: BackupRow;
  at: number;
}

/** Walks back from the next slot: a run that starts at a slot belongs to it; any other is outside the schedule. */
function walk(dated: readonly Dated[], everyMs: number, nextAt: number) {
  const slots: HeldSlot[] = [{ at: nextAt, onSchedule: true }];
  const marks: HistoryMark[] = [];
  const farMs = Math.min(FARTHEST_MS, everyMs / 8);
  let cursor = nextAt;
  let held = true;
  for (const one of dated) {
    const automatic = isAutomatic(one.row);
    if (automatic === false || !held) {
      marks.push(outside(one));
      continue;
    }
    const steps = Math.max(0, Math.round((cursor - one.at) / everyMs));
    const slotAt = cursor - steps * everyMs;
    const lateBy = one.at - slotAt;
    const driftMs = Math.min(MOST_DRIFT_MS, DRIFT_MS * steps);
    const fits = Math.abs(lateBy) <= farMs + driftMs;
    if (fits && steps > 0) {
      cursor = slotAt + Math.max(-driftMs, Math.min(driftMs, lateBy));
      slots.push({ at: cursor, onSchedule: true });
      marks.push({ ...outside(one), at: cursor, isSlot: true, trigger: "scheduled" });
      continue;
    }
    marks.push(outside(one));
    // A second run in the same slot is a repetition, if it fits.
    if (automatic === null || fits) continue;
    slots.push({ at: one.at, onSchedule: false });
    held = false;
  }
  return { slots, marks };
}

function outside({ row, at }: Dated): HistoryMark {
  const automatic = isAutomatic(row);
  const kind = MARK_KINDS[row.state.kind];
  return {
    key: row.key,
    kind,
    at,
    isSlot: false,
    trigger: automatic === null ? null : automatic ? "scheduled" : "onDemand",
    row,
    why: kind === "unknown" ? "unknownState" : null,
  };
}

const MARK_KINDS: Record<RowStateKind, MarkKind> = {
  inProgress: "running",
  checking: "checking",
  finishing: "finishing",
  succeeded: "succeeded",
  unconfirmed: "unconfirmed",
  partiallySucceeded: "partiallySucceeded",
  failed: "failed",
  lost: "lost",
  skipped: "skipped",
  deleted: "deleted",
  unknown: "unknown",
  unrecognised: "unknown",
};

interface EmptyFacts extends HistoryFacts {
  now: number;
  everyMs: number;
  dueAfterMs: number;
  hasUndated: boolean;
}

/** The mark of a slot without a backup. */
function emptyMark(empty: EmptySlot, facts: EmptyFacts): HistoryMark {
  const { at } = empty;
  const mark = { key: `slot-${at}`, at, isSlot: true, trigger: "scheduled" as const, row: null };
  if (facts.alerts.some((alert) => saysSkipped(alert, at, facts.everyMs))) {
    return { ...mark, kind: "skipped", why: null };
  }
  const why = unknownReason(empty, facts);
  return { ...mark, kind: why === null ? "missing" : "unknown", why };
}

function unknownReason({ at, schedule }: EmptySlot, facts: EmptyFacts): UnknownReason | null {
  const dueAt = at + facts.dueAfterMs;
  if (facts.listIncomplete || facts.hasUndated) return "listIncomplete";
  if (dueAt > facts.now) return "tooRecent";
  if (dueAt > facts.listReadAt) return "notRead";
  // The minimum a stamp can be set to, if it doesn't report it.
  const retentionMs = (facts.location?.retentionDays ?? RETENTION_DAYS.from) * DAY_MS;
  if (at < facts.now - retentionMs) return "beyondRetention";
  if (schedule === "off" || facts.alerts.some((alert) => saysPaused(alert, at))) return "automaticOff";
  return schedule === "held" ? null : "scheduleChanged";
}

/** The alert of a skipped slot: one per slot, closed by the next (recorded alerts of a 12 h schedule). */
function saysSkipped({ faultTypeId, createdAt }: Alert, at: number, everyMs: number): boolean {
  if (createdAt === null || !/\.BackupSkipped/i.test(faultTypeId)) return false;
  return createdAt >= at - EARLY_MS && createdAt < at + everyMs - EARLY_MS;
}

function saysPaused({ faultTypeId, createdAt, closedAt }: Alert, at: number): boolean {
  if (createdAt === null || !/\.BackupSchedulerPaused/i.test(faultTypeId)) return false;
  return at >= createdAt - PAUSED_ALERT_AFTER_MS && at <= (closedAt ?? Infinity);
}

/** How long after its slot a backup may be running unlisted: no recording lists a running one. */
function dueAfter(dated: readonly Dated[], everyMs: number): number {
  const longest = dated.reduce((most, { row }) => Math.max(most, row.backup?.tookMs ?? 0), 0);
  return Math.min(everyMs, Math.max(HOUR_MS, 2 * longest));
}

function everyMsOf(location: BackupLocation | null): number | null {
  const hours = location?.frequencyHours ?? null;
  // 4 to 12 hours are documented; other values are accepted if they make a schedule.
  return hours !== null && hours >= 1 && hours <= 168 ? hours * HOUR_MS : null;
}

/** The first slot after `at`; the location's own next slot may be stale or later. */
function firstSlotAfter(nextAt: number, everyMs: number, at: number): number {
  return nextAt + (Math.floor((at - nextAt) / everyMs) + 1) * everyMs;
}

/** Start of a run; if unknown, when it was completed or first seen. */
function startOf({ startedAt, since, completedAt }: BackupRow): number | null {
  return startedAt ?? since?.at ?? completedAt;
}

/** Marks grouped by day, in order; `dayOf` formats an instant in the operator's time zone. */
export function byDay(
  marks: readonly HistoryMark[],
  dayOf: (at: number) => string,
): { day: string; marks: HistoryMark[] }[] {
  const days: { day: string; marks: HistoryMark[] }[] = [];
  for (const mark of marks) {
    const day = dayOf(mark.at);
    const last = days.at(-1);
    if (last?.day === day) last.marks.push(mark);
    else days.push({ day, marks: [mark] });
  }
  return days;
}
