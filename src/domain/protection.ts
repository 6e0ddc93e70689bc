import type { BackupRow } from "./backupState.ts";
import { isTerminal } from "./operation.ts";
import type { Failure } from "./failure.ts";
import type { BackupLocation } from "./location.ts";

/** Whether a stamp is protected, and what an operator has to know first when it is not. */
export type Protection =
  | { kind: "protected" }
  /** No success within the usual span between two backups, and a quarter of it. */
  | { kind: "overdue"; byMs: number }
  /** The newest ended attempt brought no full backup; an older success is still in time. */
  | { kind: "lastAttemptFailed"; attempt: Attempt }
  | { kind: "noBackupYet" }
  /** The last success is in time, and nothing is scheduled after it. */
  | { kind: "automaticOff" }
  /** There is neither a storage location nor any backup. */
  | { kind: "notConfigured" }
  /** The stamp did not tell enough: why, or null while it has not been asked. */
  | { kind: "cannotTell"; why: Failure | "incompleteList" | "undated" | null };

export type ProtectionKind = Protection["kind"];

/** An attempt that ended; `at` is its completion, null where the stamp gave no date. */
export interface Attempt {
  row: BackupRow;
  at: number | null;
}

/** The verdict and the facts that go with each of them. */
export interface ProtectionReport {
  verdict: Protection;
  /** Completion of the newest backup whose job has ended well. */
  lastSuccessAt: number | null;
  lastAttempt: Attempt | null;
  automaticOff: boolean;
}

export interface ProtectionFacts {
  /** Newest first, as `reconcile` gives them; null while the list has never been read. */
  rows: readonly BackupRow[] | null;
  /** Why the list does not answer now; rows are then as of earlier. */
  listFailure: Failure | null;
  /** Whether pages of the list are missing. */
  listIncomplete: boolean;
  location: BackupLocation | null;
  locationFailure: Failure | null;
}

const HOUR_MS = 3_600_000;
/** The stamp's default frequency (docs/stamp-api.md "Limits and schedule"), for a location that does not say its own. */
const USUAL_FREQUENCY_HOURS = 12;
/** A backup may be late by a quarter of the span between two: it takes up to 40 minutes and starts in a queue. */
const LATE_FACTOR = 1.25;

/** Worst first: the order of the fleet, and which of several truths the sentence tells. */
export const PROTECTION_ORDER: readonly ProtectionKind[] = [
  "notConfigured",
  "noBackupYet",
  "overdue",
  "lastAttemptFailed",
  "cannotTell",
  "automaticOff",
  "protected",
];

/** Judges a stamp's backups at `now` (stamp time), by docs/state-model.md "Is the stamp protected?". */
export function protectionOf(facts: ProtectionFacts, now: number): ProtectionReport {
  const rows = facts.rows ?? [];
  const success = rows.find((row) => row.state.kind === "succeeded" && endedAtOf(row) !== null);
  const attempt = rows.find(({ state }) => ENDED.has(state.kind));
  const known = {
    lastSuccessAt: success ? endedAtOf(success) : null,
    lastAttempt: attempt ? { row: attempt, at: endedAtOf(attempt) } : null,
    automaticOff: facts.location?.schedulerEnabled === false,
  };
  return { ...known, verdict: verdictOf(facts, known, now) };
}

/** States of an attempt that is over. Skipped ones were none; what is lost, unknown or running has no end yet. */
const ENDED: ReadonlySet<string> = new Set(["succeeded", "partiallySucceeded", "failed"]);

/** The list's date, or where the list does not have it yet, when its operation was seen to end. */
function endedAtOf({ completedAt, operation }: BackupRow): number | null {
  return completedAt ?? (operation && isTerminal(operation) ? operation.endedAt : null);
}

function verdictOf(
  facts: ProtectionFacts,
  { lastSuccessAt, lastAttempt, automaticOff }: Omit<ProtectionReport, "verdict">,
  now: number,
): Protection {
  const { rows, location, locationFailure } = facts;
  const neverSetUp = locationFailure?.kind === "notFound" || location?.storage === "none";
  if (neverSetUp && (rows === null || rows.length === 0)) return { kind: "notConfigured" };
  if (facts.listFailure) return { kind: "cannotTell", why: facts.listFailure };
  if (rows === null || (location === null && locationFailure === null)) {
    return { kind: "cannotTell", why: null };
  }
  if (lastSuccessAt === null) {
    if (facts.listIncomplete) return { kind: "cannotTell", why: "incompleteList" };
    const undated = rows.some(({ state }) => state.kind === "succeeded" || state.kind === "unrecognised");
    return undated ? { kind: "cannotTell", why: "undated" } : { kind: "noBackupYet" };
  }
  if (location === null && locationFailure?.kind !== "notFound") {
    return { kind: "cannotTell", why: locationFailure };
  }
  const byMs =
    now - lastSuccessAt - (location?.frequencyHours ?? USUAL_FREQUENCY_HOURS) * HOUR_MS * LATE_FACTOR;
  if (byMs > 0) return { kind: "overdue", byMs };
  if (lastAttempt && lastAttempt.row.state.kind !== "succeeded") {
    return { kind: "lastAttemptFailed", attempt: lastAttempt };
  }
  return { kind: automaticOff ? "automaticOff" : "protected" };
}
