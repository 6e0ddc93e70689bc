import { ArrowClockwiseRegular } from "@fluentui/react-icons/headless/svg/arrow-clockwise";
import { ArrowDownloadRegular } from "@fluentui/react-icons/headless/svg/arrow-download";
import { CopyRegular } from "@fluentui/react-icons/headless/svg/copy";
import { PrintRegular } from "@fluentui/react-icons/headless/svg/print";
import { Field, Input, Textarea } from "@fluentui/react-components";
import { useState } from "react";
import { version as consoleVersion } from "../../../package.json";
import type { BackupRow } from "../../domain/backupState.ts";
import { recordFile, verificationRecord, type VerificationRecord } from "../../domain/verificationRecord.ts";
import { useBackupsState, useLocationState } from "../../queries/useBackupState.ts";
import { useReportedStates, type ReportedStates } from "../../queries/useReportedStates.ts";
import { useSession } from "../../session/SessionContext.ts";
import { CommandBar } from "../../ui/CommandBar.tsx";
import { copyText } from "../../ui/CopyButton.tsx";
import { download } from "../../ui/download.ts";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { failureTexts } from "../../common/failureStrings.ts";
import { Notice } from "../../ui/Notice.tsx";
import { commonStrings } from "../../common/strings.ts";
import { strings } from "../../ui/strings.ts";
import { RecordBody } from "./RecordBody.tsx";
import parts from "./parts.module.css";
import styles from "./RecordPage.module.css";
import { recordStrings } from "./recordStrings.ts";
import { useRecordHash } from "./useRecordHash.ts";

/** The verification record of one backup, to print or to keep: both of the stamp's answers, requested as it opens. */
export function RecordPage({ backupId }: { backupId: string }) {
  const { rows, loaded } = useBackupsState();
  const row = rows.find(({ id }) => id === backupId.toLowerCase());
  if (row) return <RecordOf key={row.key} row={row} backupId={backupId.toLowerCase()} />;
  return (
    <div className={parts["page"]}>
      {loaded ? (
        <EmptyState title={recordStrings.notFoundTitle}>
          <p>{recordStrings.notFound}</p>
        </EmptyState>
      ) : (
        <p role="status">{commonStrings.loadingBackups}</p>
      )}
    </div>
  );
}

function RecordOf({ row, backupId }: { row: BackupRow; backupId: string }) {
  const { stamp } = useSession();
  const { location } = useLocationState();
  const { reported, failure, asking, askAgain } = useReportedStates(backupId, row.state.kind);
  const [typed, setTyped] = useState({ checkedBy: "", note: "" });
  const record = reported && recordOf({ stamp, row, location, reported, ...typed });
  const hash = useRecordHash(record);
  const [copied, setCopied] = useState(false);
  const file = record && hash && recordFile(record, hash);
  const disabledReason = file ? null : recordStrings.hashing;
  return (
    <>
      <div className={styles["commands"]}>
        <CommandBar
          label={recordStrings.commands}
          commands={[
            {
              key: "print",
              label: recordStrings.print,
              icon: <PrintRegular />,
              disabledReason,
              onClick: () => window.print(),
            },
            {
              key: "download",
              label: recordStrings.download,
              icon: <ArrowDownloadRegular />,
              disabledReason,
              onClick: () => {
                if (file) download(`verification-record-${backupId}.json`, "application/json", file);
              },
            },
            {
              key: "copy",
              label: recordStrings.copy,
              icon: <CopyRegular />,
              disabledReason,
              onClick: () => {
                if (file) void copyText(file).then(setCopied);
              },
            },
            {
              key: "again",
              label: recordStrings.again,
              icon: <ArrowClockwiseRegular />,
              disabledReason: asking ? recordStrings.loading : null,
              onClick: askAgain,
            },
          ]}
        />
      </div>
      <article className={`${parts["page"]} ${styles["page"]}`} aria-label={recordStrings.title}>
        <span className="visually-hidden" role="status">
          {copied ? strings.copied : ""}
        </span>
        {failure && (
          <Notice tone="error" title={recordStrings.failed}>
            {failureTexts[failure.kind]}
          </Notice>
        )}
        {record ? (
          <RecordBody record={record} hash={hash} />
        ) : (
          failure === null && <p role="status">{recordStrings.loading}</p>
        )}
        {record && (
          <div className={styles["typed"]}>
            <Field label={recordStrings.by} hint={recordStrings.byHint}>
              <Input
                value={typed.checkedBy}
                maxLength={200}
                onChange={(_, { value }) => setTyped({ ...typed, checkedBy: value })}
              />
            </Field>
            <Field label={recordStrings.note}>
              <Textarea
                value={typed.note}
                maxLength={2000}
                onChange={(_, { value }) => setTyped({ ...typed, note: value })}
              />
            </Field>
          </div>
        )}
      </article>
    </>
  );
}

interface Parts {
  stamp: Parameters<typeof verificationRecord>[0]["stamp"];
  row: BackupRow;
  location: Parameters<typeof verificationRecord>[0]["location"];
  reported: ReportedStates;
  checkedBy: string;
  note: string;
}

function recordOf({ reported, ...rest }: Parts): VerificationRecord {
  const { list, job, askedAt: checkedAt } = reported;
  return verificationRecord({ ...rest, list, job, checkedAt, consoleVersion });
}
