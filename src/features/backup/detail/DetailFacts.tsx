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
import { failureWords } from "../../../common/failureStrings.ts";
import { triggerText } from "../BackupTable.tsx";
import { detailStrings as words } from "./strings.ts";
import { TwoWords } from "./TwoWords.tsx";

/** Everything `Get-AzsBackup` prints, and what the operation itself says beside it. */
export function DetailFacts({ row, document }: { row: BackupRow; document: BackupDocument | null }) {
  const failure = useFailureReason(row);
  return (
    <>
      <TwoWords row={row} />
      {failure && (
        <Notice tone="error" title={words.failedTitle} details={<FailureDetails failure={failure} />}>
          {failure.text === null ? failureWords[failure.kind] : null}
        </Notice>
      )}
      {row.operation?.kind === "running" &&
        (row.state.kind === "unconfirmed" || row.state.kind === "lost") && (
          <Notice
            tone="warning"
            title={words.unfollowedTitle}
            details={row.operation.trouble && <FailureDetails failure={row.operation.trouble} />}
          >
            {words.unfollowed}
          </Notice>
        )}
      {row.state.kind === "lost" && row.operation?.kind === "lost" && (
        <Notice tone="warning" title={words.lostTitle}>
          {words.lost}
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
  const yesNo = (flag: boolean | null | undefined) => (flag == null ? null : flag ? words.yes : words.no);
  return [
    { label: words.started, value: row.startedAt === null ? null : <Time at={row.startedAt} /> },
    { label: words.completed, value: row.completedAt === null ? null : <Time at={row.completedAt} /> },
    { label: words.written, value: backup?.tookMs == null ? null : formatSpan(backup.tookMs) },
    ...(jobMs === null ? [] : [{ label: words.jobEnded, value: formatSpan(jobMs) }]),
    { label: words.triggeredBy, value: triggerText(row) },
    { label: words.tabs.roles, value: roles && words.rolesDone(roles.done, roles.total) },
    { label: words.dataVersion, value: backup?.dataVersion },
    { label: words.stampVersion, value: backup?.stampVersion },
    { label: words.oemVersion, value: backup?.oemVersion },
    { label: words.deploymentId, value: null, copy: backup?.deploymentId ?? null },
    { label: words.thumbprint, value: null, copy: backup?.thumbprint ?? null },
    { label: words.uploaded, value: yesNo(backup?.completelyUploaded) },
    { label: words.cloudRecovery, value: yesNo(backup?.cloudRecoveryReady) },
    { label: words.resourceName, value: document?.name ?? null },
    { label: words.type, value: document?.type ?? null },
    { label: words.location, value: document?.location ?? null },
    ...(document && Object.keys(document.tags).length > 0
      ? [{ label: words.tags, value: tagsText(document.tags) }]
      : []),
    { label: words.resourceId, value: null, copy: backup?.resourceId || null },
  ];
}

function tagsText(tags: Record<string, string>): string {
  return Object.entries(tags)
    .map(([name, value]) => `${name}=${value}`)
    .join(", ");
}
