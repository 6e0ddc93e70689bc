import { startedAtOf } from "./backup.ts";
import { isAutomatic, type BackupRow, type RowStateKind } from "./backupState.ts";
import { csv, type CsvCell } from "./csv.ts";
import { isTerminal, type Operation } from "./operation.ts";
import { iso, wordOf } from "./verificationRecord.ts";

/** One backup as exported: the state that the page shows, and the list's and the job's. Instants in ISO 8601, UTC. */
export interface ExportedBackup {
  id: string | null;
  state: RowStateKind;
  listWord: string | null;
  jobWord: string | null;
  jobEndReadAt: string | null;
  jobRequestId: string | null;
  trigger: "scheduled" | "onDemand" | null;
  startedAt: string | null;
  completedAt: string | null;
  tookSeconds: number | null;
  rolesSucceeded: number | null;
  roles: number | null;
  stampVersion: string | null;
  oemVersion: string | null;
  dataVersion: string | null;
  deploymentId: string | null;
  thumbprint: string | null;
  completelyUploaded: boolean | null;
  cloudRecoveryReady: boolean | null;
}

/** The rows as shown, for JSON and CSV. */
export function exportedBackups(rows: readonly BackupRow[]): ExportedBackup[] {
  return rows.map((row) => {
    const { backup, operation } = row;
    const automatic = isAutomatic(row);
    const roles = backup && backup.roles.length > 0 ? backup.roles : null;
    const job = operation && jobOf(operation);
    return {
      id: row.id,
      state: row.state.kind,
      listWord: row.listed && backup ? wordOf(backup.status) : null,
      jobWord: job?.word ?? null,
      jobEndReadAt: job?.readAt ?? null,
      jobRequestId: job?.requestId ?? null,
      trigger: automatic === null ? null : automatic ? "scheduled" : "onDemand",
      startedAt: iso((backup && startedAtOf(backup)) ?? row.startedAt),
      completedAt: iso(row.completedAt),
      tookSeconds: backup?.tookMs == null ? null : Math.round(backup.tookMs / 1000),
      rolesSucceeded: roles && roles.filter(({ status }) => status.kind === "succeeded").length,
      roles: roles && roles.length,
      stampVersion: backup?.stampVersion ?? null,
      oemVersion: backup?.oemVersion ?? null,
      dataVersion: backup?.dataVersion ?? null,
      deploymentId: backup?.deploymentId ?? null,
      thumbprint: backup?.thumbprint ?? null,
      completelyUploaded: backup?.completelyUploaded ?? null,
      cloudRecoveryReady: backup?.cloudRecoveryReady ?? null,
    };
  });
}

/** The same as CSV, with a header line. */
export function exportCsv(rows: readonly BackupRow[]): string {
  const exported = exportedBackups(rows);
  return csv(
    COLUMNS,
    exported.map((one): CsvCell[] => COLUMNS.map((column) => one[column])),
  );
}

const COLUMNS = [
  "id",
  "state",
  "listWord",
  "jobWord",
  "jobEndReadAt",
  "jobRequestId",
  "trigger",
  "startedAt",
  "completedAt",
  "tookSeconds",
  "rolesSucceeded",
  "roles",
  "stampVersion",
  "oemVersion",
  "dataVersion",
  "deploymentId",
  "thumbprint",
  "completelyUploaded",
  "cloudRecoveryReady",
] as const satisfies (keyof ExportedBackup)[];

/** What this browser knows of the job; null if it never tracked it, or the stamp no longer knows it. */
function jobOf(
  operation: Operation,
): { word: string; readAt: string | null; requestId: string | null } | null {
  if (!isTerminal(operation)) {
    const isKnown = operation.kind === "running" && operation.askedAt !== null;
    return isKnown ? { word: "Running", readAt: null, requestId: null } : null;
  }
  if (operation.kind === "lost") return null;
  const failure = operation.kind === "failed" ? operation.failure : null;
  return {
    word: operation.backup ? wordOf(operation.backup.status) : "Failed",
    readAt: iso(operation.endedAt),
    requestId: operation.requestId ?? failure?.requestId ?? null,
  };
}
