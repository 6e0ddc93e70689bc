import { csv, type CsvCell } from "./csv.ts";
import type { VerificationRecord } from "./verificationRecord.ts";

type Column = (record: VerificationRecord) => CsvCell;

/** Named as in the record's JSON (docs/verification-record.md). */
const COLUMNS: Record<string, Column> = {
  backupId: ({ backup }) => backup.id,
  verdict: ({ verdict }) => verdict,
  listWord: ({ list }) => list?.word ?? null,
  listAt: ({ list }) => list?.at ?? null,
  listAnsweredAt: ({ list }) => list?.answeredAt ?? null,
  listRequestId: ({ list }) => list?.requestId ?? null,
  jobWord: ({ job }) => job?.word ?? null,
  jobSource: ({ job }) => job?.source ?? null,
  jobAt: ({ job }) => job?.at ?? null,
  jobAnsweredAt: ({ job }) => job?.answeredAt ?? null,
  jobRequestId: ({ job }) => job?.requestId ?? null,
  jobErrorCode: ({ job }) => job?.error?.code ?? null,
  jobErrorText: ({ job }) => job?.error?.text ?? null,
  trigger: ({ backup }) => backup.trigger,
  startedBy: ({ backup }) => backup.startedBy,
  startRequestId: ({ backup }) => backup.startRequestId,
  startedAt: ({ backup }) => backup.startedAt,
  dataWrittenAt: ({ backup }) => backup.dataWrittenAt,
  tookSeconds: ({ backup }) => (backup.tookMs === null ? null : Math.round(backup.tookMs / 1000)),
  rolesSucceeded: ({ backup }) =>
    backup.roles.length === 0 ? null : backup.roles.filter(({ status }) => status === "Succeeded").length,
  roles: ({ backup }) => backup.roles.length || null,
  dataVersion: ({ backup }) => backup.dataVersion,
  stampVersion: ({ backup }) => backup.stampVersion,
  oemVersion: ({ backup }) => backup.oemVersion,
  thumbprint: ({ backup }) => backup.thumbprint,
  completelyUploaded: ({ backup }) => backup.completelyUploaded,
  cloudRecoveryReady: ({ backup }) => backup.cloudRecoveryReady,
  path: ({ location }) => location?.path ?? null,
  stamp: ({ stamp }) => stamp.title,
  region: ({ stamp }) => stamp.region,
  subscriptionId: ({ stamp }) => stamp.subscriptionId,
  deploymentId: ({ stamp }) => stamp.deploymentId,
  checkedAt: ({ checked }) => checked.at,
  consoleVersion: ({ checked }) => checked.consoleVersion,
};

/** Verification records as CSV, with a header line: list entry and job result, each with time and request id. */
export function recordsCsv(records: readonly VerificationRecord[]): string {
  return csv(
    Object.keys(COLUMNS),
    records.map((record) => Object.values(COLUMNS).map((column) => column(record))),
  );
}
