import type { Alert } from "../alert.ts";
import type { Backup, BackupStatus, BackupStatusKind } from "../backup.ts";
import type { ListItem } from "../backupState.ts";
import { failureOf, type FailureKind } from "../failure.ts";
import {
  beginOperation,
  trackElsewhere,
  type Ended,
  type Failed,
  type Lost,
  type Posting,
  type Reply,
  type Running,
  type UnknownOutcome,
} from "../operation.ts";

/** Noon of the day the exchanges were recorded; tests count from here. */
export const NOON = Date.UTC(2020, 2, 4, 12);
export const SECOND = 1_000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

export type PlainStatusKind = Exclude<BackupStatusKind, "unknown">;

/** A backup that took ten minutes and was done at noon, unless told otherwise. */
export function aBackup(known: Partial<Omit<Backup, "status">> & { status?: PlainStatusKind } = {}): Backup {
  const { status = "succeeded", id = "b1", ...rest } = known;
  return backupSaying({ kind: status }, { id, ...rest });
}

/** The same with any status, also one that no version knows. */
export function backupSaying(status: BackupStatus, known: Partial<Omit<Backup, "status">> = {}): Backup {
  const id = known.id ?? "b1";
  return {
    resourceId: `/subscriptions/s/backups/${id}`,
    completedAt: NOON,
    tookMs: 10 * MINUTE,
    roles: [],
    automatic: false,
    dataVersion: null,
    stampVersion: null,
    oemVersion: null,
    deploymentId: null,
    thumbprint: null,
    completelyUploaded: null,
    cloudRecoveryReady: null,
    ...known,
    id,
    status,
  };
}

export function listed(...backups: Backup[]): ListItem[] {
  return backups.map((backup) => ({ kind: "backup", backup }));
}

export const pathOf = (id: string): string => `/subscriptions/s/operationResults/${id}`;

export function aPosting(key = "click-1", startedAt = NOON): Posting {
  return beginOperation(key, startedAt);
}

export function anUnknown(known: Partial<UnknownOutcome> = {}): UnknownOutcome {
  return { ...aPosting(), kind: "unknown", reason: "noAnswer", failure: failureOf("timeout"), ...known };
}

/** A run of our own that the stamp has answered for. */
export function aRunning(known: Partial<Running> = {}): Running {
  const id = known.id ?? "b1";
  const run = trackElsewhere(id, pathOf(id), NOON, NOON);
  return { ...run, key: "click-1", origin: "here", askedAt: NOON, ...known };
}

export function anEnded(kind: Ended["kind"], known: Partial<Ended> = {}): Ended {
  const id = known.id ?? "b1";
  const backup = aBackup({ id, status: kind });
  const endedAt = NOON + 20 * MINUTE;
  return { kind, key: "click-1", origin: "here", startedAt: NOON, id, endedAt, backup, ...known };
}

export function aFailed(known: Partial<Failed> = {}): Failed {
  const endedAt = NOON + 20 * MINUTE;
  const tracked = { key: "click-1", origin: "here", startedAt: NOON, id: "b1" } as const;
  return { kind: "failed", ...tracked, endedAt, backup: null, failure: failureOf("server"), ...known };
}

export function aLost(known: Partial<Lost> = {}): Lost {
  const endedAt = NOON + 20 * MINUTE;
  const tracked = { key: "click-1", origin: "here", startedAt: NOON, id: "b1" } as const;
  return { kind: "lost", ...tracked, endedAt, wasRunning: true, ...known };
}

export function accepted(id = "b1", delayMs: number | null = 60_000): Extract<Reply, { kind: "accepted" }> {
  return { kind: "accepted", location: { path: pathOf(id), id }, delayMs };
}

export function completed(backup: Backup | null): Extract<Reply, { kind: "completed" }> {
  return { kind: "completed", backup, delayMs: null };
}

export function noAnswer(kind: FailureKind = "timeout"): Extract<Reply, { kind: "noAnswer" }> {
  return { kind: "noAnswer", failure: failureOf(kind) };
}

export function anAlert(known: Partial<Alert> = {}): Alert {
  return {
    id: "a1",
    resourceId: "/subscriptions/s/a1",
    title: "Automatic backups are disabled.",
    faultTypeId: "AzureStack.BackupController.BackupSchedulerPausedFault",
    faultId: "a1",
    severity: { kind: "warning" },
    state: "active",
    createdAt: NOON,
    updatedAt: NOON,
    closedAt: null,
    closedBy: null,
    description: [],
    remediation: [],
    impactedResourceId: null,
    impactedResource: null,
    ...known,
  };
}
