import type { BackupRow } from "../../../domain/backupState.ts";
import { formatSpan } from "../../../domain/duration.ts";
import { jobTookMs } from "../../../domain/jobEnd.ts";
import { countRoles } from "../../../domain/progress.ts";
import { useFailureReason } from "../../../queries/useFailureReason.ts";
import type { BackupDocument } from "../../../queries/useBackupDocument.ts";
import { Facts, type Fact } from "../../../ui/Facts.tsx";
import { FailureDetails } from "../../../common/FailureDetails.tsx";
import { Notice } from "../../../ui/Notice.tsx";
import { Time } from "../../../ui/Time.tsx";
import { failureTexts } from "../../../common/failureStrings.ts";
import { triggerText } from "../BackupTable.tsx";
import { detailStrings } from "./strings.ts";
import { ConflictingStates } from "./ConflictingStates.tsx";

/** Everything `Get-AzsBackup` prints, and what the operation itself says beside it. */
export function DetailFacts({ row, document }: { row: BackupRow; document: BackupDocument | null }) {
  const failure = useFailureReason(row);
  return (
    <>
      <ConflictingStates row={row} />
      {failure && (
        <Notice tone="error" title={detailStrings.failedTitle} details={<FailureDetails failure={failure} />}>
          {failure.text === null ? failureTexts[failure.kind] : null}
        </Notice>
      )}
      {row.operation?.kind === "running" &&
        (row.state.kind === "unconfirmed" || row.state.kind === "lost") && (
          <Notice
            tone="warning"
            title={detailStrings.unfollowedTitle}
            details={row.operation.trouble && <FailureDetails failure={row.operation.trouble} />}
          >
            {detailStrings.unfollowed}
          </Notice>
        )}
      {row.state.kind === "lost" && row.operation?.kind === "lost" && (
        <Notice tone="warning" title={detailStrings.lostTitle}>
          {detailStrings.lost}
        </Notice>
      )}
      <Facts facts={factsOf(row, document)} />
    </>
  );
}

function factsOf(row: BackupRow, document: BackupDocument | null): Fact[] {
  const { backup } = row;
  const jobMs = jobTookMs(row);
  const roles = countRoles(backup?.roles ?? []);
  const yesNo = (flag: boolean | null | undefined) =>
    flag == null ? null : flag ? detailStrings.yes : detailStrings.no;
  return [
    { label: detailStrings.started, value: row.startedAt === null ? null : <Time at={row.startedAt} /> },
    {
      label: detailStrings.completed,
      value: row.completedAt === null ? null : <Time at={row.completedAt} />,
    },
    { label: detailStrings.written, value: backup?.tookMs == null ? null : formatSpan(backup.tookMs) },
    ...(jobMs === null ? [] : [{ label: detailStrings.jobEnded, value: formatSpan(jobMs) }]),
    { label: detailStrings.triggeredBy, value: triggerText(row) },
    { label: detailStrings.tabs.roles, value: roles && detailStrings.rolesDone(roles.done, roles.total) },
    { label: detailStrings.dataVersion, value: backup?.dataVersion },
    { label: detailStrings.stampVersion, value: backup?.stampVersion },
    { label: detailStrings.oemVersion, value: backup?.oemVersion },
    { label: detailStrings.deploymentId, value: null, copy: backup?.deploymentId ?? null },
    { label: detailStrings.thumbprint, value: null, copy: backup?.thumbprint ?? null },
    { label: detailStrings.uploaded, value: yesNo(backup?.completelyUploaded) },
    { label: detailStrings.cloudRecovery, value: yesNo(backup?.cloudRecoveryReady) },
    { label: detailStrings.resourceName, value: document?.name ?? null },
    { label: detailStrings.type, value: document?.type ?? null },
    { label: detailStrings.location, value: document?.location ?? null },
    ...(document && Object.keys(document.tags).length > 0
      ? [{ label: detailStrings.tags, value: tagsText(document.tags) }]
      : []),
    { label: detailStrings.resourceId, value: null, copy: backup?.resourceId || null },
  ];
}

function tagsText(tags: Record<string, string>): string {
  return Object.entries(tags)
    .map(([name, value]) => `${name}=${value}`)
    .join(", ");
}
