import type { BackupRow, RowStateKind } from "./backupState.ts";
import type { BackupLocation } from "./location.ts";

/** Whether a recovery could use a backup, or the first reason why not. */
export type Recoverability =
  | "recoverable"
  /** Its job hasn't succeeded, whatever the list says. */
  | "notEndedWell"
  /** No external store: such backups are accessible only in advanced support cases. */
  | "onStampOnly"
  | "notUploaded"
  | "notReady"
  /** The stamp doesn't report whether it is uploaded and ready, or where backups go. */
  | "cannotTell";

/**
 * Evaluates one row. `location`: null if never configured, undefined if unknown. Based only on what the stamp reports:
 * completelyUploaded and isCloudRecoveryReady, which the list has (recordings/Get-AzsBackup).
 */
export function recoverabilityOf(
  row: BackupRow,
  location: BackupLocation | null | undefined,
): Recoverability {
  if (row.state.kind !== "succeeded") return "notEndedWell";
  if (location === null || location?.storage === "none") return "onStampOnly";
  if (row.backup?.completelyUploaded === false) return "notUploaded";
  if (row.backup?.cloudRecoveryReady === false) return "notReady";
  const isSaid = row.backup?.completelyUploaded === true && row.backup.cloudRecoveryReady === true;
  return isSaid && location !== undefined ? "recoverable" : "cannotTell";
}

/** The backup that a recovery would use today. */
export interface RecoveryPoint {
  row: BackupRow;
  /** "recoverable", or "cannotTell" if the stamp doesn't report enough. */
  recoverability: "recoverable" | "cannotTell";
  /** Whether its job's end was read; otherwise only the list reports it. */
  word: "job" | "list";
  /** The current storage location; the stamp doesn't report where this backup was written. */
  externalPath: string | null;
  thumbprint: string | null;
  version: VersionRule;
  /** Newer attempts that a recovery can't use, newest first, with the reason. */
  passedOver: { row: BackupRow; because: Recoverability }[];
}

/** A backup restores into a stamp that is at most one version newer (docs/stamp-api.md "Advice to operators"). */
export interface VersionRule {
  backup: string | null;
  /** The version in the newest listed backup, taken as the stamp's. */
  newest: string | null;
  /** "newer": the stamp was updated since; the numbers don't show by how many versions. */
  stamp: "same" | "newer" | "cannotTell";
}

/** The newest backup that a recovery could use, else the newest one that it may be able to use. */
export function recoveryPointOf(
  rows: readonly BackupRow[],
  location: BackupLocation | null | undefined,
): RecoveryPoint | null {
  const judged = rows.map((row) => ({ row, because: recoverabilityOf(row, location) }));
  const sure = judged.findIndex(({ because }) => because === "recoverable");
  const index = sure === -1 ? judged.findIndex(({ because }) => because === "cannotTell") : sure;
  const found = judged[index];
  if (!found) return null;
  const { row } = found;
  return {
    row,
    recoverability: sure === -1 ? "cannotTell" : "recoverable",
    word: row.operation?.kind === "succeeded" ? "job" : "list",
    externalPath: externalPathOf(location ?? null),
    thumbprint: row.backup?.thumbprint?.toUpperCase() ?? null,
    version: versionRuleOf(row, rows),
    passedOver: judged.slice(0, index).filter(({ row: { state } }) => !IS_UNDER_WAY[state.kind]),
  };
}

/** An unfinished backup isn't skipped: it may become the recovery point. */
const IS_UNDER_WAY: Record<RowStateKind, boolean> = {
  inProgress: true,
  checking: true,
  finishing: true,
  succeeded: false,
  unconfirmed: false,
  partiallySucceeded: false,
  failed: false,
  lost: false,
  skipped: false,
  deleted: false,
  unknown: false,
  unrecognised: false,
};

/** The folder a stamp writes to on a share (docs/stamp-api.md "Advice to operators"); a blob container unchanged. */
function externalPathOf(location: BackupLocation | null): string | null {
  if (location?.path == null) return null;
  return location.storage === "share" ? `${location.path.replace(/\\+$/, "")}\\MASBackup` : location.path;
}

function versionRuleOf(row: BackupRow, rows: readonly BackupRow[]): VersionRule {
  const backup = row.backup?.stampVersion ?? null;
  const newest = rows.find((one) => one.backup?.stampVersion != null)?.backup?.stampVersion ?? null;
  const stamp = backup === null || newest === null ? "cannotTell" : backup === newest ? "same" : "newer";
  return { backup, newest, stamp };
}

/** One certificate whose private key a recovery needs. */
export interface KeyToKeep {
  /** Upper-case hex, as the stamp prints it. */
  thumbprint: string;
  isCurrent: boolean;
  /** Listed backups encrypted with it that hold data. */
  backups: number;
  until: KeyNeeded;
}

export type KeyNeeded =
  /** The current certificate: every new backup needs it. */
  | { kind: "inUse" }
  /** When retention deletes the last of its backups. */
  | { kind: "until"; at: number }
  /** It is needed for the only recovery point, which retention keeps until another backup succeeds. */
  | { kind: "whileNoOther" }
  /** Retention or date unknown. */
  | { kind: "cannotTell" };

/** Every certificate that listed backups or the settings name, the current one first, then by when it is last needed. */
export function keysToKeep(
  rows: readonly BackupRow[],
  location: BackupLocation | null | undefined,
): KeyToKeep[] {
  const current = location?.thumbprint?.trim().toUpperCase() || null;
  const backups = new Map<string, BackupRow[]>();
  if (current !== null) backups.set(current, []);
  for (const row of rows) {
    const thumbprint = row.backup?.thumbprint?.trim().toUpperCase() || null;
    if (thumbprint === null || !HOLDS_DATA[row.state.kind]) continue;
    const own = backups.get(thumbprint);
    if (own) own.push(row);
    else backups.set(thumbprint, [row]);
  }
  const lastSuccess = rows.find(({ state }) => state.kind === "succeeded");
  const neededUntil = (own: readonly BackupRow[]): KeyNeeded => {
    if (lastSuccess && own.includes(lastSuccess)) return { kind: "whileNoOther" };
    const retentionDays = location?.retentionDays ?? null;
    if (retentionDays === null || own.some(({ completedAt }) => completedAt === null))
      return { kind: "cannotTell" };
    const newestAt = own.reduce((latest, { completedAt }) => Math.max(latest, completedAt ?? 0), 0);
    return { kind: "until", at: newestAt + retentionDays * 24 * 3_600_000 };
  };
  const keys = [...backups].map(([thumbprint, own]): KeyToKeep => {
    const isCurrent = thumbprint === current;
    const until: KeyNeeded = isCurrent ? { kind: "inUse" } : neededUntil(own);
    return { thumbprint, isCurrent, backups: own.length, until };
  });
  return keys.toSorted((a, b) => rankOf(b.until) - rankOf(a.until));
}

const HOLDS_DATA: Record<RowStateKind, boolean> = {
  inProgress: true,
  checking: true,
  finishing: true,
  succeeded: true,
  unconfirmed: true,
  partiallySucceeded: true,
  // The result of these is unknown, so their key must be kept.
  lost: true,
  unknown: true,
  unrecognised: true,
  failed: false,
  skipped: false,
  deleted: false,
};

function rankOf(until: KeyNeeded): number {
  if (until.kind === "until") return until.at;
  return until.kind === "inUse" ? Infinity : Number.MAX_VALUE;
}
