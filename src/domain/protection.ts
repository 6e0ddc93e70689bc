import type { BackupRow } from "./backupState.ts";
import { isTerminal } from "./operation.ts";
import { jobEndedAt } from "./jobEnd.ts";
import type { Failure } from "./failure.ts";
import { storageOf, type BackupLocation } from "./location.ts";

/** Whether a stamp is protected and, if not, the most important reason. */
export type Protection =
  | { kind: "protected" }
  /** No success within the usual span between backups plus a quarter of it. */
  | { kind: "overdue"; byMs: number }
  /** The newest attempt made no full backup; an older success is still within schedule. */
  | { kind: "lastAttemptFailed"; attempt: Attempt }
  /** A newer attempt's result is unknown or dated in the future; an older success is still within schedule. */
  | { kind: "attemptUnclear"; attempt: Attempt }
  /** The last success is within schedule, but the stamp reports it as not completely uploaded. */
  | { kind: "notUploaded" }
  /** The last success is within schedule, but without a storage location it exists only on the stamp. */
  | { kind: "onStampOnly" }
  | { kind: "noBackupYet" }
  /** The last success is within schedule, but no further backup is scheduled. */
  | { kind: "automaticOff" }
  /** No storage location and no backup. */
  | { kind: "notConfigured" }
  /** The stamp's answers don't suffice: why, or null before the first answer. */
  | { kind: "cannotTell"; why: Failure | Unclear | null };

/** What is missing from the stamp's answers. */
type Unclear = "incompleteList" | "undated" | "futureDate" | "unclear" | "unreadableLocation";

export type ProtectionKind = Protection["kind"];

/** An attempt that ended; `at` is its completion, null if undated. */
export interface Attempt {
  row: BackupRow;
  at: number | null;
}

/** The verdict and the facts behind it. */
export interface ProtectionReport {
  verdict: Protection;
  /** Completion of the newest backup whose job succeeded. */
  lastSuccessAt: number | null;
  lastAttempt: Attempt | null;
  automaticOff: boolean;
}

export interface ProtectionFacts {
  /** Newest first, from `reconcile`; null until the list is first read. */
  rows: readonly BackupRow[] | null;
  /** Why the list can't be read now; the rows are then from an earlier answer. */
  listFailure: Failure | null;
  /** Whether pages of the list are missing. */
  listIncomplete: boolean;
  location: BackupLocation | null;
  locationFailure: Failure | null;
}

const HOUR_MS = 3_600_000;
/** The stamp's default frequency (docs/stamp-api.md "Limits and schedule"), for a location that doesn't report its own. */
const USUAL_FREQUENCY_HOURS = 12;
/** Tolerance, as a fraction of the span between backups: one takes up to 40 minutes and starts from a queue. */
const LATE_FACTOR = 1.25;

/** Worst first: the fleet's order, and which of several reasons is shown. */
export const PROTECTION_ORDER: readonly ProtectionKind[] = [
  "notConfigured",
  "noBackupYet",
  "overdue",
  "lastAttemptFailed",
  "notUploaded",
  "onStampOnly",
  "attemptUnclear",
  "cannotTell",
  "automaticOff",
  "protected",
];

/** Evaluates a stamp's backups at `now` (stamp time), by docs/state-model.md "Is the stamp protected?". */
export function protectionOf(facts: ProtectionFacts, now: number): ProtectionReport {
  const rows = facts.rows ?? [];
  const success = rows.find((row) => row.state.kind === "succeeded" && isDated(row, now));
  const attempt = rows.find(({ state }) => ENDED.has(state.kind) || UNCLEAR.has(state.kind));
  const known = {
    lastSuccessAt: success ? endedAtOf(success) : null,
    lastAttempt: attempt ? { row: attempt, at: endedAtOf(attempt) } : null,
    automaticOff: facts.location?.schedulerEnabled === false,
  };
  return { ...known, verdict: verdictOf(facts, known, success?.backup?.completelyUploaded !== false, now) };
}

/** States of a finished attempt; excludes skipped, running and unchecked ones. */
const ENDED: ReadonlySet<string> = new Set(["succeeded", "partiallySucceeded", "failed"]);
/** States of an attempt whose result is unknown. */
const UNCLEAR: ReadonlySet<string> = new Set(["unconfirmed", "lost", "unknown"]);

/** Allowed clock difference; a date further in the future is ignored. */
const AHEAD_MS = 10 * 60_000;

function isDated(row: BackupRow, now: number): boolean {
  const at = endedAtOf(row);
  return at !== null && at <= now + AHEAD_MS;
}

/** When its job was seen to end; else the list's date, else when its operation was polled. */
function endedAtOf(row: BackupRow): number | null {
  const { completedAt, operation } = row;
  return jobEndedAt(row) ?? completedAt ?? (operation && isTerminal(operation) ? operation.endedAt : null);
}

function verdictOf(
  facts: ProtectionFacts,
  { lastSuccessAt, lastAttempt, automaticOff }: Omit<ProtectionReport, "verdict">,
  uploaded: boolean,
  now: number,
): Protection {
  const { rows, location, locationFailure, listFailure } = facts;
  const storage = storageOf(location, locationFailure);
  // A stamp without a location may answer 404 for the list: that is an answer.
  const noList = rows === null && listFailure?.kind === "notFound";
  const nothingListed = rows?.length === 0 && !listFailure && !facts.listIncomplete;
  if (storage === "none" && (noList || nothingListed)) return { kind: "notConfigured" };
  if (listFailure) return { kind: "cannotTell", why: listFailure };
  if (rows === null || (location === null && locationFailure === null)) {
    return { kind: "cannotTell", why: null };
  }
  if (lastSuccessAt === null) {
    if (facts.listIncomplete) return { kind: "cannotTell", why: "incompleteList" };
    if (rows.some(({ state }) => UNCLEAR.has(state.kind))) return { kind: "cannotTell", why: "unclear" };
    const why = undatedReason(rows);
    if (why) return { kind: "cannotTell", why };
    if (rows.length > 0 || storage === "set") return { kind: "noBackupYet" };
  }
  if (storage === "unknown") return { kind: "cannotTell", why: locationFailure ?? "unreadableLocation" };
  if (lastSuccessAt === null) return { kind: "noBackupYet" };
  const byMs =
    now - lastSuccessAt - (location?.frequencyHours ?? USUAL_FREQUENCY_HOURS) * HOUR_MS * LATE_FACTOR;
  if (byMs > 0) return { kind: "overdue", byMs };
  if (lastAttempt && UNCLEAR.has(lastAttempt.row.state.kind)) {
    return { kind: "attemptUnclear", attempt: lastAttempt };
  }
  if (lastAttempt && lastAttempt.row.state.kind !== "succeeded") {
    return { kind: "lastAttemptFailed", attempt: lastAttempt };
  }
  if (lastAttempt && !isDated(lastAttempt.row, now)) return { kind: "attemptUnclear", attempt: lastAttempt };
  if (!uploaded) return { kind: "notUploaded" };
  if (storage === "none") return { kind: "onStampOnly" };
  return { kind: automaticOff ? "automaticOff" : "protected" };
}

function undatedReason(rows: readonly BackupRow[]): Unclear | null {
  const ofInterest = rows.filter(({ state }) => state.kind === "succeeded" || state.kind === "unrecognised");
  if (ofInterest.some((row) => row.state.kind === "succeeded" && endedAtOf(row) !== null))
    return "futureDate";
  return ofInterest.length > 0 ? "undated" : null;
}
