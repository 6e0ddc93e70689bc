import { slotsKept, type SlotsKept } from "./historyFigures.ts";
import type { BackupHistory } from "./backupHistory.ts";
import type { BackupRow } from "./backupState.ts";
import type { Failure } from "./failure.ts";
import { backupsThatFit, type BackupLocation } from "./location.ts";
import {
  keysToKeep,
  recoverabilityOf,
  recoveryPointOf,
  type KeyToKeep,
  type Recoverability,
  type RecoveryPoint,
} from "./recoveryPoint.ts";

/** Input for readiness: answers that the page already has. */
export interface ReadinessFacts {
  /** Newest first, from `reconcile`; null until the list is first read. */
  rows: readonly BackupRow[] | null;
  listFailure: Failure | null;
  listIncomplete: boolean;
  location: BackupLocation | null;
  /** "notFound" if the location was never configured. */
  locationFailure: Failure | null;
  history: BackupHistory;
}

export interface Readiness {
  point: RecoveryPoint | null;
  keys: KeyToKeep[];
  /** In the order of `CHECK_ORDER`. */
  checks: Check[];
  verdict: ReadinessVerdict;
}

/** Outcome of a recovery today, worst first; the protection verdict shows it too. */
export type ReadinessVerdict =
  /** List or location don't answer, or don't report enough. */
  | { kind: "cannotTell"; why: Failure | "incompleteList" | "notSaid" | null }
  | { kind: "noRecoveryPoint" }
  /** Backups succeed and stay on the stamp. */
  | { kind: "onStampOnly" }
  /** The newest success can't be used; an older one, if any, would be. */
  | { kind: "notUploaded" | "notReady"; newest: BackupRow }
  /** There is a recovery point; `failed` checks show what endangers the next. */
  | { kind: "ready"; failed: number };

export type CheckKind =
  | "externalStore"
  | "fqdnPath"
  | "frequency"
  | "retention"
  | "newestInTime"
  | "uploaded"
  | "capacity"
  | "automaticOn"
  | "slots"
  | "shareAccess";

export type Outcome = "passed" | "failed" | "cannotTell";

/** Where to fix a failed check: a page of this console, or a command to copy (`testShareCommand` in commands.ts). */
export type Settle =
  | { kind: "page"; page: "configuration" | "history" | "alerts" | "overview" }
  | { kind: "command"; command: "testShareAccess" };

/** Reason for a check's outcome; `kind` and outcome determine the advice. */
export type Reason =
  /** The required answer is missing; null before the first request. */
  | { kind: "noAnswer"; failure: Failure | null }
  /** The stamp doesn't report it. */
  | { kind: "notSaid" }
  | { kind: "noStore" }
  | { kind: "store"; storage: "share" | "blob"; path: string }
  | { kind: "host"; host: string; isFqdn: boolean }
  | { kind: "everyHours"; hours: number; adviceHours: number }
  | { kind: "keptDays"; days: number; adviceDays: number }
  | { kind: "noSuccess" }
  | { kind: "newestSuccess"; row: BackupRow; ageMs: number; lateMs: number }
  | { kind: "newestIs"; row: BackupRow; recoverability: Recoverability }
  | { kind: "room"; text: string; backups: number; needed: number; gbEach: number }
  | { kind: "scheduler"; enabled: boolean }
  | { kind: "slotsKept"; slots: SlotsKept }
  /** Only the stamp can test its share. */
  | { kind: "onlyTheStampKnows" };

export interface Check {
  kind: CheckKind;
  outcome: Outcome;
  reason: Reason;
  settle: Settle;
}

const HOUR_MS = 3_600_000;
/** At least twice a day, seven days at most (docs/stamp-api.md "Advice to operators"). */
const ADVICE = { frequencyHours: 12, retentionDays: 7 } as const;
/** Tolerance, as a fraction of the span between backups; the same as in the protection verdict. */
const LATE_FACTOR = 1.25;
/** Required free space, in backups: two a day and one spare. */
const NEEDED = 3;
/** Number of days whose slots are checked. */
const DAYS = 7;

export const CHECK_ORDER: readonly CheckKind[] = [
  "externalStore",
  "fqdnPath",
  "uploaded",
  "newestInTime",
  "slots",
  "automaticOn",
  "frequency",
  "retention",
  "capacity",
  "shareAccess",
];

/** Evaluates whether a stamp could be recovered from its backups at `now` (stamp time). */
export function readinessOf(facts: ReadinessFacts, now: number): Readiness {
  const rows = facts.rows ?? [];
  const location = knownLocation(facts);
  const checks = CHECK_ORDER.map((kind) => ({ kind, settle: SETTLE[kind], ...CHECKS[kind](facts, now) }));
  return {
    point: recoveryPointOf(rows, location),
    keys: keysToKeep(rows, location),
    checks,
    verdict: readinessVerdict(facts, checks.filter(({ outcome }) => outcome === "failed").length),
  };
}

/** The location; null if never configured, undefined if unknown. */
function knownLocation({
  location,
  locationFailure,
}: Pick<ReadinessFacts, "location" | "locationFailure">): BackupLocation | null | undefined {
  return location ?? (locationFailure?.kind === "notFound" ? null : undefined);
}

/**
 * The verdict alone, for the protection verdict and the fleet. "onStampOnly" and "notUploaded" are never protected;
 * The recorded test stamp reports every success as "notReady", so what that means for a recovery is unverified.
 * `failedChecks` is passed through.
 */
export function readinessVerdict(
  facts: Omit<ReadinessFacts, "history">,
  failedChecks: number = 0,
): ReadinessVerdict {
  const { rows, listFailure, locationFailure } = facts;
  if (rows === null || listFailure) return { kind: "cannotTell", why: listFailure };
  const location = knownLocation(facts);
  const newest = newestSuccess(rows);
  if (!newest) {
    return facts.listIncomplete ? { kind: "cannotTell", why: "incompleteList" } : { kind: "noRecoveryPoint" };
  }
  const recoverability = recoverabilityOf(newest, location);
  switch (recoverability) {
    case "recoverable":
      return { kind: "ready", failed: failedChecks };
    case "notUploaded":
    case "notReady":
      return { kind: recoverability, newest };
    case "onStampOnly":
      return { kind: "onStampOnly" };
    case "cannotTell":
    case "notEndedWell":
      return { kind: "cannotTell", why: location === undefined ? locationFailure : "notSaid" };
  }
}

function newestSuccess(rows: readonly BackupRow[]): BackupRow | undefined {
  return rows.find(({ state }) => state.kind === "succeeded");
}

type Judged = Pick<Check, "outcome" | "reason">;

const SETTLE: Record<CheckKind, Settle> = {
  externalStore: { kind: "page", page: "configuration" },
  fqdnPath: { kind: "page", page: "configuration" },
  frequency: { kind: "page", page: "configuration" },
  retention: { kind: "page", page: "configuration" },
  newestInTime: { kind: "page", page: "overview" },
  uploaded: { kind: "page", page: "overview" },
  capacity: { kind: "page", page: "configuration" },
  automaticOn: { kind: "page", page: "overview" },
  slots: { kind: "page", page: "history" },
  shareAccess: { kind: "command", command: "testShareAccess" },
};

const CHECKS: Record<CheckKind, (facts: ReadinessFacts, now: number) => Judged> = {
  externalStore: (facts) =>
    ofLocation(facts, ({ storage, path }) =>
      storage === "unknown"
        ? cannotTell({ kind: "notSaid" })
        : storage === "none" || path === null
          ? failed({ kind: "noStore" })
          : passed({ kind: "store", storage, path }),
    ),
  fqdnPath: (facts) =>
    ofLocation(facts, ({ path }) => {
      const host = path === null ? null : hostOf(path);
      if (host === null) return path === null ? failed({ kind: "noStore" }) : cannotTell({ kind: "notSaid" });
      return isFqdn(host)
        ? passed({ kind: "host", host, isFqdn: true })
        : failed({ kind: "host", host, isFqdn: false });
    }),
  frequency: (facts) =>
    ofLocation(facts, ({ frequencyHours: hours }) => {
      if (hours === null) return cannotTell({ kind: "notSaid" });
      const adviceHours = ADVICE.frequencyHours;
      return judged(hours <= adviceHours, { kind: "everyHours", hours, adviceHours });
    }),
  retention: (facts) =>
    ofLocation(facts, ({ retentionDays: days }) => {
      if (days === null) return cannotTell({ kind: "notSaid" });
      const adviceDays = ADVICE.retentionDays;
      return judged(days <= adviceDays, { kind: "keptDays", days, adviceDays });
    }),
  newestInTime: (facts, now) =>
    ofList(facts, (newest) => {
      const at = newest.completedAt;
      if (at === null) return cannotTell({ kind: "notSaid" });
      const frequencyHours = facts.location?.frequencyHours ?? null;
      if (frequencyHours === null) return cannotTell({ kind: "notSaid" });
      const ageMs = Math.max(0, now - at);
      const lateMs = ageMs - frequencyHours * HOUR_MS * LATE_FACTOR;
      return judged(lateMs <= 0, { kind: "newestSuccess", row: newest, ageMs, lateMs: Math.max(0, lateMs) });
    }),
  uploaded: (facts) =>
    ofList(facts, (newest) => {
      const recoverability = recoverabilityOf(newest, knownLocation(facts));
      const reason: Reason = { kind: "newestIs", row: newest, recoverability };
      return recoverability === "cannotTell"
        ? cannotTell(reason)
        : judged(recoverability === "recoverable", reason);
    }),
  capacity: (facts) =>
    ofLocation(facts, ({ storage, capacity: text }) => {
      if (storage === "none") return failed({ kind: "noStore" });
      const room = text === null ? null : backupsThatFit(text);
      if (text === null || room === null) return cannotTell({ kind: "notSaid" });
      return judged(room.backups >= NEEDED, { kind: "room", text, ...room, needed: NEEDED });
    }),
  automaticOn: (facts) =>
    ofLocation(facts, ({ schedulerEnabled: enabled }) =>
      enabled === null ? cannotTell({ kind: "notSaid" }) : judged(enabled, { kind: "scheduler", enabled }),
    ),
  slots: (facts, now) => {
    if (facts.rows === null || facts.listFailure)
      return cannotTell({ kind: "noAnswer", failure: facts.listFailure });
    const slots = slotsKept(facts.history, DAYS, now);
    const reason: Reason = { kind: "slotsKept", slots };
    if (slots.kept < slots.known) return failed(reason);
    return slots.known === 0 || slots.unknown > 0 ? cannotTell(reason) : passed(reason);
  },
  shareAccess: () => cannotTell({ kind: "onlyTheStampKnows" }),
};

function ofLocation(facts: ReadinessFacts, judge: (location: BackupLocation) => Judged): Judged {
  const location = knownLocation(facts);
  if (location === null) return failed({ kind: "noStore" });
  return location ? judge(location) : cannotTell({ kind: "noAnswer", failure: facts.locationFailure });
}

function ofList(facts: ReadinessFacts, judge: (newest: BackupRow) => Judged): Judged {
  if (facts.rows === null || facts.listFailure)
    return cannotTell({ kind: "noAnswer", failure: facts.listFailure });
  const newest = newestSuccess(facts.rows);
  if (newest) return judge(newest);
  return facts.listIncomplete ? cannotTell({ kind: "noSuccess" }) : failed({ kind: "noSuccess" });
}

const passed = (reason: Reason): Judged => ({ outcome: "passed", reason });
const failed = (reason: Reason): Judged => ({ outcome: "failed", reason });
const cannotTell = (reason: Reason): Judged => ({ outcome: "cannotTell", reason });
const judged = (isGood: boolean, reason: Reason): Judged => (isGood ? passed(reason) : failed(reason));

/** The server in a UNC path or URL; null for anything else. */
function hostOf(path: string): string | null {
  return /^(?:\\\\|https?:\/\/)([^\\/:?#]+)/i.exec(path.trim())?.[1] ?? null;
}

/** Whether a name includes a domain; false for an IP address. */
function isFqdn(host: string): boolean {
  return /^[\w-]+(\.[\w-]+)+\.?$/.test(host) && !/^[\d.]+$/.test(host);
}
