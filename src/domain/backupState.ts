import { isInProgress, startedAtOf, type Backup, type BackupStatus } from "./backup.ts";
import { isTerminal, mayRun, type Operation, type Running, type Terminal } from "./operation.ts";
import { isUnfollowed } from "./unfollowed.ts";

/** What the page claims of one backup, of list and operation together (docs/state-model.md "Two sources, one row"). */
export type RowState =
  /** Creating, Queued or Running by the list, or running by the operation alone. */
  | { kind: "inProgress" }
  /** The list says it is done, its operation has not been asked yet. */
  | { kind: "checking" }
  /** The list says it is done, the job still runs. */
  | { kind: "finishing" }
  /** The list says Succeeded, and this page cannot follow the job: its end is not confirmed. */
  | { kind: "unconfirmed" }
  | { kind: "succeeded" }
  | { kind: "partiallySucceeded" }
  | { kind: "failed" }
  /** Nothing is listed, and the stamp forgot the operation or this page cannot follow it: no verdict. */
  | { kind: "lost" }
  | { kind: "skipped" }
  | { kind: "deleted" }
  /** A status this version does not know; its text is shown and asking goes on. */
  | { kind: "unknown"; raw: string }
  /** A list item that could not be read as a backup. */
  | { kind: "unrecognised" };

export type RowStateKind = RowState["kind"];

export interface BackupRow {
  /** Stable identity for React and focus: the backup id, or the place of an unreadable item. */
  key: string;
  id: string | null;
  state: RowState;
  /** The list's record, or the one the operation ended with; null while only the operation knows of it. */
  backup: Backup | null;
  /** Whether the list has it (false: "waiting for the list"). */
  listed: boolean;
  /** What else the list says of it, where it has it more than once: the worst is shown. */
  otherWords: readonly BackupStatus[];
  operation: Operation | null;
  startedAt: number | null;
  /** From when its elapsed time counts: its start, or where nobody told that, when this console first saw it. */
  since: Since | null;
  /** Null while it is in progress, whatever date the stamp gives meanwhile (none was recorded). */
  completedAt: number | null;
}

export interface Since {
  at: number;
  /** False: it began then or earlier. */
  exact: boolean;
}

/** One item of the list: a backup, or one that could not be read (one bad row is one row, never an empty table). */
export type ListItem = { kind: "backup"; backup: Backup } | { kind: "unrecognised"; key: string };

/** How long a run the list never showed stays on the page: after that, the list is right and it was pruned. */
const UNLISTED_KEPT_MS = 24 * 3_600_000;

/** Folds list and operations into rows, newest first. THE state model: nothing else decides what a backup is. */
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
  otherWords: [],
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
    otherWords: [],
    operation,
    startedAt,
    since: sinceOf(startedAt, operation),
    completedAt: isInProgress(backup.status) ? null : backup.completedAt,
  };
}

/** One of two rows of the same backup, with the other's word where that differs. */
function worseOf(one: BackupRow, other: BackupRow): BackupRow {
  const [shown, hidden] =
    WORST_FIRST[other.state.kind] < WORST_FIRST[one.state.kind] ? [other, one] : [one, other];
  const words = [...shown.otherWords, ...hidden.otherWords];
  const word = hidden.backup?.status;
  if (word && word.kind !== shown.backup?.status.kind) words.push(word);
  return { ...shown, otherWords: words };
}

/** The worst first: what needs an operator, what was not to be, what still runs, what is well. */
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
    otherWords: [],
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

/** The table of docs/state-model.md "Two sources, one row" for a backup that the list shows. */
function stateListed(status: BackupStatus, operation: Operation | null): RowState {
  const verdict = operation && isTerminal(operation) && operation.kind !== "lost" ? operation.kind : null;
  switch (status.kind) {
    case "creating":
    case "queued":
    case "running":
      // An operation's end was read from a body and is newer than a list that lags behind it (I7).
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

/** The same for one it does not show; null where there is nothing to say about a row. */
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

/** What has no date sorts last, never as 1970 (docs/faults.md "Time"). */
function newestFirst(a: BackupRow, b: BackupRow): number {
  const later = (recencyOf(b) ?? Number.MIN_SAFE_INTEGER) - (recencyOf(a) ?? Number.MIN_SAFE_INTEGER);
  return later || (a.key < b.key ? -1 : a.key > b.key ? 1 : 0);
}

/** A row's place in time, the later the higher: unfinished ones above all, then by completion; null without a date. */
export function recencyOf(row: BackupRow): number | null {
  if (isRunningRow(row)) return Number.MAX_SAFE_INTEGER - 8.64e15 + (row.startedAt ?? 0);
  return row.completedAt ?? endOf(row.operation);
}

function endOf(operation: Operation | null): number | null {
  return operation && isTerminal(operation) ? (operation satisfies Terminal).endedAt : null;
}

/** Whether this row's job is still going on, as far as the page knows. */
export function isRunningRow(row: BackupRow): boolean {
  return row.state.kind === "inProgress" || row.state.kind === "finishing";
}

/** Whether the scheduler started it: the stamp's word, or ours while the stamp has not said; null where nobody knows. */
export function isAutomatic(row: BackupRow): boolean | null {
  return row.backup?.automatic ?? (row.operation?.origin === "here" ? false : null);
}

/** The list's word for a row, where it has one that differs from what the page claims. */
export function listWord(row: BackupRow): BackupStatus | null {
  return row.listed && row.backup ? row.backup.status : null;
}

/** Whether this page cannot follow the job of a row, and the list does not say that it still runs. */
export function isUnfollowedRow({ operation, listed, backup }: BackupRow): boolean {
  if (operation === null) return false;
  const word = listed && backup ? backup.status : null;
  if (word && isInProgress(word)) return false;
  return isUnfollowed(operation, word !== null && word.kind !== "unknown");
}

/** Why Backup now must wait; null when it may be pressed (I2). `row` is the run in the way, where it has one. */
export type Busy =
  | { kind: "posting" }
  | { kind: "unknownOutcome" }
  | { kind: "running"; row: BackupRow }
  /** Nobody here knows whether that job still runs: another one starts only at the operator's word. */
  | { kind: "unfollowed"; row: BackupRow; operation: Running }
  | null;

/** A stamp runs one backup at a time (docs/stamp-api.md "Limits and schedule"). */
export function busyWith(rows: readonly BackupRow[], operations: readonly Operation[]): Busy {
  if (operations.some((operation) => operation.kind === "posting")) return { kind: "posting" };
  const row = rows.find(isRunningRow);
  if (row) return { kind: "running", row };
  // The list already says Failed, yet the job has not ended: the stamp would refuse another one.
  const going = rows.filter(({ operation }) => operation?.kind === "running" && mayRun(operation));
  const hidden = going.find((one) => !isUnfollowedRow(one));
  if (hidden) return { kind: "running", row: hidden };
  if (operations.some((operation) => operation.kind === "unknown")) return { kind: "unknownOutcome" };
  for (const one of going)
    if (one.operation?.kind === "running") return { kind: "unfollowed", row: one, operation: one.operation };
  return null;
}

/** Whether anything at the stamp may still change by itself: sets the pace of docs/architecture.md "Polling". */
export function somethingRuns(items: readonly ListItem[], operations: readonly Operation[]): boolean {
  return (
    operations.some((operation) => !isTerminal(operation) && !isUnfollowed(operation, false)) ||
    items.some((item) => item.kind === "backup" && isInProgress(item.backup.status))
  );
}
