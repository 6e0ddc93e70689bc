/**
 * Status of a backup or of one of its roles. Both API versions' OperationStatus values (2021-09-01 adds Skipped);
 * anything else keeps its raw text, so that a newer stamp's status neither crashes the page nor reads as success.
 */
export type BackupStatus =
  | { kind: "creating" }
  | { kind: "queued" }
  | { kind: "running" }
  | { kind: "deleted" }
  | { kind: "skipped" }
  | { kind: "failed" }
  | { kind: "partiallySucceeded" }
  | { kind: "succeeded" }
  | { kind: "unknown"; raw: string };

export type BackupStatusKind = BackupStatus["kind"];

export interface BackupRole {
  name: string;
  status: BackupStatus;
}

/** One backup as the stamp lists it. Instants in epoch milliseconds, spans in milliseconds, null if not reported. */
export interface Backup {
  /** Last segment of the resource name, lower case: ARM ids are case-insensitive (docs/stamp-api.md "Ids and names"). */
  id: string;
  /** ARM resource id as the stamp wrote it. */
  resourceId: string;
  status: BackupStatus;
  /** `createdDateTime`, which is the COMPLETION time (recordings/Start-AzsBackup, 3 of 3). */
  completedAt: number | null;
  /** `timeTakenToCreate`. */
  tookMs: number | null;
  roles: BackupRole[];
  /** `isAutomaticBackup`: true if started by the scheduler; null if not reported. */
  automatic: boolean | null;
  dataVersion: string | null;
  stampVersion: string | null;
  oemVersion: string | null;
  deploymentId: string | null;
  thumbprint: string | null;
  completelyUploaded: boolean | null;
  cloudRecoveryReady: boolean | null;
}

const STATUS_BY_WIRE_TEXT = new Map<string, BackupStatus>([
  ["creating", { kind: "creating" }],
  ["queued", { kind: "queued" }],
  ["running", { kind: "running" }],
  ["deleted", { kind: "deleted" }],
  ["skipped", { kind: "skipped" }],
  ["failed", { kind: "failed" }],
  ["partialsucceeded", { kind: "partiallySucceeded" }],
  ["succeeded", { kind: "succeeded" }],
]);

/** Reads a wire status from any text, number or null. Never throws. */
export function parseBackupStatus(wire: unknown): BackupStatus {
  const raw = (typeof wire === "string" ? wire : wire == null ? "none" : JSON.stringify(wire)).slice(0, 200);
  return STATUS_BY_WIRE_TEXT.get(raw.trim().toLowerCase()) ?? { kind: "unknown", raw };
}

/** Start of the backup: completion minus the time it took (matches the POST within 1 s in 3 of 3 recordings). */
export function startedAtOf(backup: Pick<Backup, "completedAt" | "tookMs">): number | null {
  return backup.completedAt === null || backup.tookMs === null ? null : backup.completedAt - backup.tookMs;
}

/** Whether this status, as the stamp reports it, means that work continues. */
export function isInProgress(status: BackupStatus): boolean {
  return status.kind === "creating" || status.kind === "queued" || status.kind === "running";
}

/** Last segment of an ARM name or id, lower case: names are `{location}/{guid}` in recordings, bare guids in examples. */
export function lastSegment(nameOrId: string): string {
  return (nameOrId.split("/").findLast((part) => part !== "") ?? "").toLowerCase();
}
