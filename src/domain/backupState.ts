import { isInProgress, startedAtOf, type Backup, type BackupStatus } from "./backup.ts";
import { isTerminal, mayRun, type Operation, type Running, type Terminal } from "./operation.ts";
import { isUnfollowed } from "./unfollowed.ts";

/** A backup's state, from list and operation together (docs/state-model.md "Two sources, one row"). */
export type RowState =
  /** Listed as Creating, Queued or Running, or known only from a running operation. */
  | { kind: "inProgress" }
  /** Listed as done; its operation hasn't been polled yet. */
  | { kind: "checking" }
  /** Listed as done; the job still runs. */
  | { kind: "finishing" }
  /** Listed as Succeeded, but the job can't be tracked: its end isn't confirmed. */
  | { kind: "unconfirmed" }
  | { kind: "succeeded" }
  | { kind: "partiallySucceeded" }
  | { kind: "failed" }
  /** Not listed, and the operation is gone or can't be tracked: the result is unknown. */
  | { kind: "lost" }
  | { kind: "skipped" }
  | { kind: "deleted" }
  /** A status unknown to this version; its text is shown and polling continues. */
  | { kind: "unknown"; raw: string }
  /** A list item that couldn't be read as a backup. */
  | { kind: "unrecognised" };

export type RowStateKind = RowState["kind"];

export interface BackupRow {
  /** Stable identity for React and focus: the backup id, or an unreadable item's position. */
  key: string;
  id: string | null;
  state: RowState;
  /** The backup from the list or from the operation's final body; null while there is only an operation. */
  backup: Backup | null;
  /** Whether it is listed (false: "waiting for the list"). */
  listed: boolean;
  /** Other statuses, if it is listed more than once; the worst is shown. */
  otherStatuses: readonly BackupStatus[];
  operation: Operation | null;
  startedAt: number | null;
  /** Origin of its elapsed time: its start or, if unknown, when this console first saw it. */
  since: Since | null;
  /** Null while in progress, even if the stamp reports a date (none was recorded). */
  completedAt: number | null;
}

export interface Since {
  at: number;
  /** False: it started then or earlier. */
  exact: boolean;
}

/** One list item: a backup, or an unreadable item (a bad row is one row, never an empty table). */
export type ListItem = { kind: "backup"; backup: Backup } | { kind: "unrecognised"; key: string };

/** How long an unlisted run stays on the page; after that it was pruned. */
const UNLISTED_KEPT_MS = 24 * 3_600_000;

/** Combines list and operations into rows, newest first. This is the state model: nothing else decides a backup's state. */
export function reconcile(
  items: readonly ListItem[],
  operations: readonly Operation[],
  now: number,
): BackupRow[] {
  const operationById = new Map<string, Operation>();
  for (const operation of operations) if (operation.id !== null) operationById.set(operation.id, operation);
  const rows: BackupRow[] = [];
  const listed = new Map<string, BackupRow>();
  for (const item of items) {
    if (item.kind === "unrecognised") {
      rows.push({ ...EMPTY_ROW, key: item.key, state: { kind: "unrecognised" }, listed: true });
    } else {
      const { id } = item.backup;
      const before = listed.get(id);
      const row = listedRow(item.backup, operationById.get(id) ?? null);
      listed.set(id, before ? worseOf(before, row) : row);
    }
  }
  rows.push(...listed.values());
  for (const operation of operationById.values()) {
    if (operation.id === null || listed.has(operation.id)) continue;
    const state = stateUnlisted(operation);
    const shown = !isTerminal(operation) || now - operation.endedAt < UNLISTED_KEPT_MS;
    if (state && shown) rows.push(unlistedRow(operation, operation.id, state));
  }
  return rows.toSorted(newestFirst);
}

const EMPTY_ROW: Omit<BackupRow, "key" | "state"> = {
  id: null,
  backup: null,
  listed: false,
  otherStatuses: [],
  operation: null,
  startedAt: null,
  since: null,
  completedAt: null,
};

function listedRow(backup: Backup, operation: Operation | null): BackupRow {
  const startedAt = startedAtOf(backup) ?? operation?.startedAt ?? null;
  return {
    key: backup.id,
    id: backup.id,
    state: stateListed(backup.status, operation),
    backup,
    listed: true,
    otherStatuses: [],
    operation,
    startedAt,
    since: sinceOf(startedAt, operation),
    completedAt: isInProgress(backup.status) ? null : backup.completedAt,
  };
}

/** Merges two rows of the same backup, keeping the other's status if it differs. */
function worseOf(one: BackupRow, other: BackupRow): BackupRow {
  const [shown, hidden] =
    WORST_FIRST[other.state.kind] < WORST_FIRST[one.state.kind] ? [other, one] : [one, other];
  const statuses = [...shown.otherStatuses, ...hidden.otherStatuses];
  const status = hidden.backup?.status;
  if (status && status.kind !== shown.backup?.status.kind) statuses.push(status);
  return { ...shown, otherStatuses: statuses };
}

/** Worst first: needs an operator, skipped or deleted, still running, succeeded. */
export const WORST_FIRST: Record<RowStateKind, number> = {
  failed: 0,
  lost: 1,
  partiallySucceeded: 2,
  unconfirmed: 3,
  unknown: 4,
  unrecognised: 5,
  skipped: 6,
  deleted: 7,
  inProgress: 8,
  checking: 9,
  finishing: 10,
  succeeded: 11,
};

function unlistedRow(operation: Operation, id: string, state: RowState): BackupRow {
  const backup = "backup" in operation ? operation.backup : null;
  const startedAt = (backup && startedAtOf(backup)) ?? operation.startedAt;
  return {
    key: id,
    id,
    state,
    backup,
    listed: false,
    otherStatuses: [],
    operation,
    startedAt,
    since: sinceOf(startedAt, operation),
    completedAt: backup?.completedAt ?? null,
  };
}

function sinceOf(startedAt: number | null, operation: Operation | null): Since | null {
  if (startedAt !== null) return { at: startedAt, exact: true };
  return operation?.kind === "running" ? { at: operation.seenAt, exact: false } : null;
}

/** The table of docs/state-model.md "Two sources, one row", for a listed backup. */
function stateListed(status: BackupStatus, operation: Operation | null): RowState {
  const verdict = operation && isTerminal(operation) && operation.kind !== "lost" ? operation.kind : null;
  switch (status.kind) {
    case "creating":
    case "queued":
    case "running":
      // An operation's end comes from its body and is newer than a lagging list (I7).
      return { kind: verdict ?? "inProgress" };
    case "succeeded":
      return { kind: verdict ?? (operation?.kind === "running" ? stateWhileAsking(operation) : "succeeded") };
    case "partiallySucceeded": {
      const asking = operation?.kind === "running" && !isUnfollowed(operation, true);
      return { kind: asking ? stateWhileAsking(operation) : "partiallySucceeded" };
    }
    case "failed":
      return { kind: "failed" };
    case "skipped":
    case "deleted":
      return { kind: status.kind };
    case "unknown":
      return { kind: "unknown", raw: status.raw };
  }
}

function stateWhileAsking(operation: Running): "finishing" | "checking" | "unconfirmed" {
  if (isUnfollowed(operation, true)) return "unconfirmed";
  return operation.askedAt === null ? "checking" : "finishing";
}

/** The same for an unlisted one; null for no row. */
function stateUnlisted(operation: Operation): RowState | null {
  switch (operation.kind) {
    case "posting":
    case "unknown":
      return null;
    case "running":
      return { kind: isUnfollowed(operation, false) ? "lost" : "inProgress" };
    case "succeeded":
    case "partiallySucceeded":
    case "failed":
    case "lost":
      return { kind: operation.kind };
  }
}

/** Undated rows sort last, never as 1970 (docs/faults.md "Time"). */
function newestFirst(a: BackupRow, b: BackupRow): number {
  const later = (recencyOf(b) ?? Number.MIN_SAFE_INTEGER) - (recencyOf(a) ?? Number.MIN_SAFE_INTEGER);
  return later || (a.key < b.key ? -1 : a.key > b.key ? 1 : 0);
}

/** Sort key by time: unfinished rows highest, then by completion; null without a date. */
export function recencyOf(row: BackupRow): number | null {
  if (isRunningRow(row)) return Number.MAX_SAFE_INTEGER - 8.64e15 + (row.startedAt ?? 0);
  return row.completedAt ?? endOf(row.operation);
}

function endOf(operation: Operation | null): number | null {
  return operation && isTerminal(operation) ? (operation satisfies Terminal).endedAt : null;
}

/** Whether this row's job is still running, as far as the page knows. */
export function isRunningRow(row: BackupRow): boolean {
  return row.state.kind === "inProgress" || row.state.kind === "finishing";
}

/** Whether the scheduler started it, as reported by the stamp or known from this console; null if unknown. */
export function isAutomatic(row: BackupRow): boolean | null {
  return row.backup?.automatic ?? (row.operation?.origin === "here" ? false : null);
}

/** The list's status of a row, if it differs from the shown state. */
export function listWord(row: BackupRow): BackupStatus | null {
  return row.listed && row.backup ? row.backup.status : null;
}

/** Whether a row's job can't be tracked and isn't listed as running. */
export function isUnfollowedRow({ operation, listed, backup }: BackupRow): boolean {
  if (operation === null) return false;
  const word = listed && backup ? backup.status : null;
  if (word && isInProgress(word)) return false;
  return isUnfollowed(operation, word !== null && word.kind !== "unknown");
}

/** Why Backup now is disabled; null if enabled (I2). `row`: the run in progress, if it has a row. */
export type Busy =
  | { kind: "posting" }
  | { kind: "unknownOutcome" }
  | { kind: "running"; row: BackupRow }
  /** Whether that job still runs is unknown: another one starts only if the operator confirms. */
  | { kind: "unfollowed"; row: BackupRow; operation: Running }
  | null;

/** A stamp runs one backup at a time (docs/stamp-api.md "Limits and schedule"). */
export function busyWith(rows: readonly BackupRow[], operations: readonly Operation[]): Busy {
  if (operations.some((operation) => operation.kind === "posting")) return { kind: "posting" };
  const row = rows.find(isRunningRow);
  if (row) return { kind: "running", row };
  // Listed as Failed, but the job hasn't ended: the stamp would refuse another one.
  const going = rows.filter(({ operation }) => operation?.kind === "running" && mayRun(operation));
  const hidden = going.find((one) => !isUnfollowedRow(one));
  if (hidden) return { kind: "running", row: hidden };
  if (operations.some((operation) => operation.kind === "unknown")) return { kind: "unknownOutcome" };
  for (const one of going)
    if (one.operation?.kind === "running") return { kind: "unfollowed", row: one, operation: one.operation };
  return null;
}

/** Whether a run is in progress, which sets the polling interval (docs/architecture.md "Polling"). */
export function somethingRuns(items: readonly ListItem[], operations: readonly Operation[]): boolean {
  return (
    operations.some((operation) => !isTerminal(operation) && !isUnfollowed(operation, false)) ||
    items.some((item) => item.kind === "backup" && isInProgress(item.backup.status))
  );
}
