import type { Alert } from "./alert.ts";
import { isAutomatic, type BackupRow, type RowStateKind } from "./backupState.ts";
import { RETENTION_DAYS } from "./configuration.ts";
import type { BackupLocation } from "./location.ts";
import { emptySlots, type EmptySlot, type HeldSlot } from "./missingSlots.ts";

/** What a mark of the history says: a backup's state, or that a slot has none. */
export type MarkKind = Exclude<RowStateKind, "inProgress" | "unrecognised"> | "running" | "missing";

/** Why a slot without a backup is unknown rather than missing. */
export type UnknownReason =
  /** The schedule was different, or may have been. */
  | "scheduleChanged"
  /** Automatic backups are off, were off, or the stamp does not say. */
  | "automaticOff"
  /** Pages of the list are missing, or the list has a backup without a date, which may be this one. */
  | "listIncomplete"
  /** The list was last read before a backup of this slot could be in it. */
  | "notRead"
  /** A backup of this slot may still be running without being listed. */
  | "tooRecent"
  /** Older than the retention: a backup of this slot would be deleted by now. */
  | "beyondRetention"
  /** A backup whose state this version does not know. */
  | "unknownState";

/** One scheduled slot, or one run outside the schedule. */
export interface HistoryMark {
  /** Stable identity for React and focus. */
  key: string;
  kind: MarkKind;
  /** Where it stands, epoch ms: the slot's time, or the start of a run outside the schedule. */
  at: number;
  /** Whether it is a slot of the present schedule. */
  isSlot: boolean;
  /** Who started it; null where the stamp does not say. Every slot is scheduled. */
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
  /** Stamp time of the list's last good answer. */
  listReadAt: number;
  location: BackupLocation | null;
  /** Alerts about backups as far as they are known: they tell skipped slots and a paused scheduler. */
  alerts: readonly Alert[];
}

export interface BackupHistory {
  /** Oldest first. Begins with the oldest listed backup: what was before it is not known at all. */
  marks: HistoryMark[];
  /** Backups without any date, which have no place among the marks. */
  undated: BackupRow[];
  /** Span between two slots; null where the location does not describe a schedule. */
  everyMs: number | null;
}

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;
/**
 * How far from its slot a scheduled backup may start: an eighth of the frequency, up to this. Another frequency differs
 * by whole hours. How exactly a stamp keeps its slots is unverified.
 */
const FARTHEST_MS = 45 * MINUTE_MS;
/** Slots may wander by so much each, where a stamp counts from the last start (unverified), and by so much in all. */
const DRIFT_MS = 2 * MINUTE_MS;
const MOST_DRIFT_MS = 10 * MINUTE_MS;
/** The alert of a slot may be a little older than the slot. */
const EARLY_MS = 5 * MINUTE_MS;
/** The alert of a paused scheduler comes a day after it was turned off (recordings/one-backup-alert). */
const PAUSED_ALERT_AFTER_MS = DAY_MS;

/**
 * One mark per slot of the schedule as far back as the list reaches, and one per run outside of it. Each backup is in
 * exactly one mark, or undated. A slot counts as missing only where the schedule is known to have held.
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

/** Goes back from the next slot: what starts where the schedule has a slot is that slot's, all else is outside. */
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
    // A second one in the same slot is a repetition, as long as it fits there.
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

/** The mark of a slot that no backup belongs to. */
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
  // The least that a stamp may be set to, where it does not say.
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

/** How long after its slot a backup may still be running without being listed: no recording lists a running one. */
function dueAfter(dated: readonly Dated[], everyMs: number): number {
  const longest = dated.reduce((most, { row }) => Math.max(most, row.backup?.tookMs ?? 0), 0);
  return Math.min(everyMs, Math.max(HOUR_MS, 2 * longest));
}

function everyMsOf(location: BackupLocation | null): number | null {
  const hours = location?.frequencyHours ?? null;
  // Documented are 4 to 12 hours; others are taken as long as they are a schedule at all.
  return hours !== null && hours >= 1 && hours <= 168 ? hours * HOUR_MS : null;
}

/** The first slot after `at`, whether the location's own next slot is stale or lies ahead of it. */
function firstSlotAfter(nextAt: number, everyMs: number, at: number): number {
  return nextAt + (Math.floor((at - nextAt) / everyMs) + 1) * everyMs;
}

/** When a run began; where nobody tells that, when it was completed or first seen. */
function startOf({ startedAt, since, completedAt }: BackupRow): number | null {
  return startedAt ?? since?.at ?? completedAt;
}

/** Marks by the day they fall on, in the order of the marks; `dayOf` formats an instant in the operator's time zone. */
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
