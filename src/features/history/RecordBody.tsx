import { CheckmarkCircleFilled } from "@fluentui/react-icons/headless/svg/checkmark-circle";
import { DismissCircleFilled } from "@fluentui/react-icons/headless/svg/dismiss-circle";
import { WarningFilled } from "@fluentui/react-icons/headless/svg/warning";
import { useMemo, type ReactElement, type ReactNode } from "react";
import { formatSpan } from "../../domain/duration.ts";
import type { RecordedWord, RecordVerdict, VerificationRecord } from "../../domain/verificationRecord.ts";
import { Card } from "../../ui/Card.tsx";
import { DataTable, type DataColumn } from "../../ui/DataTable.tsx";
import { Facts } from "../../ui/Facts.tsx";
import { StateLabel, type StateTone } from "../../ui/StateLabel.tsx";
import { Time } from "../../ui/Time.tsx";
import parts from "./parts.module.css";
import styles from "./RecordPage.module.css";
import { recordStrings, verdictTexts } from "./recordStrings.ts";

const APPEARANCE: Record<RecordVerdict, { tone: StateTone; icon: ReactElement }> = {
  verified: { tone: "good", icon: <CheckmarkCircleFilled /> },
  listOnly: { tone: "warning", icon: <WarningFilled /> },
  partiallySucceeded: { tone: "warning", icon: <WarningFilled /> },
  failed: { tone: "bad", icon: <DismissCircleFilled /> },
  finishing: { tone: "warning", icon: <WarningFilled /> },
  inProgress: { tone: "warning", icon: <WarningFilled /> },
  notVerified: { tone: "warning", icon: <WarningFilled /> },
};

/** The record as it is read on the page and on paper; instants in UTC, as the file has them. */
export function RecordBody({ record, hash }: { record: VerificationRecord; hash: string | null }) {
  const { verdict, stamp, checked } = record;
  const { tone, icon } = APPEARANCE[verdict];
  const { title, text } = verdictTexts[verdict];
  return (
    <>
      <header>
        <h2 className={parts["title"]}>{recordStrings.title}</h2>
        <p className="muted">{recordStrings.subtitle(stamp.title, stamp.region)}</p>
      </header>
      <Card tone={tone}>
        <h3 className={parts["heading"]}>
          <StateLabel tone={tone} icon={icon}>
            {title}
          </StateLabel>
        </h3>
        <p>{text}</p>
      </Card>
      <Sources record={record} />
      <Facts facts={factsOf(record)} />
      <div className={styles["checked"]}>
        <Facts
          facts={[
            {
              label: recordStrings.checked,
              value: checked.at && (
                <>
                  <Time at={Date.parse(checked.at)} /> ({checked.at})
                </>
              ),
            },
            { label: recordStrings.console, value: checked.consoleVersion },
          ]}
        />
        <div className={styles["onPaper"]}>
          <Facts
            facts={[
              { label: recordStrings.by, value: checked.by ?? <Blank /> },
              { label: recordStrings.note, value: checked.note ?? <Blank /> },
            ]}
          />
        </div>
      </div>
      <footer className={styles["hash"]}>
        <p>
          <span className="mono">{recordStrings.sha(hash ?? "…")}</span>
        </p>
        <p>{recordStrings.verify}</p>
      </footer>
    </>
  );
}

/** A line to write on. */
function Blank() {
  return <span className={styles["blank"]} />;
}

interface WordRow {
  key: string;
  source: string;
  word: RecordedWord | null;
}

function Sources({ record: { list, job } }: { record: VerificationRecord }) {
  const columns = useMemo(
    (): DataColumn<WordRow>[] => [
      { key: "source", label: recordStrings.source, rowHeader: true, cell: ({ source }) => source },
      { key: "word", label: recordStrings.word, cell: ({ word }) => word?.word ?? recordStrings.noWord },
      { key: "at", label: recordStrings.when, cell: ({ word }) => <Instant iso={word?.at ?? null} /> },
      {
        key: "answered",
        label: recordStrings.answered,
        cell: ({ word }) => <Instant iso={word?.answeredAt ?? null} />,
      },
      {
        key: "requestId",
        className: styles["requestId"],
        label: recordStrings.requestId,
        cell: ({ word }) => <span className="mono">{word?.requestId ?? recordStrings.none}</span>,
      },
    ],
    [],
  );
  return (
    <div className={styles["sources"]}>
      <DataTable
        label={recordStrings.source}
        columns={columns}
        rows={[
          { key: "list", source: recordStrings.list, word: list },
          {
            key: "job",
            source: job?.source === "earlier" ? recordStrings.jobEarlier : recordStrings.job,
            word: job,
          },
        ]}
      />
    </div>
  );
}

/** As the file has it, to the second: a record is read by people in other zones. */
function Instant({ iso }: { iso: string | null }) {
  if (iso === null) return recordStrings.none;
  return <time dateTime={iso}>{iso.replace(/\.\d+Z$/, "Z").replace("T", " ")}</time>;
}

function factsOf({ backup, stamp, job, location }: VerificationRecord) {
  const yesNo = (flag: boolean | null) =>
    flag === null ? recordStrings.none : flag ? recordStrings.yes : recordStrings.no;
  const done = backup.roles.filter(({ status }) => status === "Succeeded");
  const others = backup.roles.filter(({ status }) => status !== "Succeeded");
  const names = [
    ...others.map(({ name, status }) => `${name} (${status})`),
    ...done.map(({ name }) => name),
  ].join(", ");
  const error = job?.error;
  const trigger = backup.trigger && recordStrings[backup.trigger];
  const mono = (text: string | null): ReactNode => text && <bdi className="mono">{text}</bdi>;
  return [
    { label: recordStrings.id, value: mono(backup.id) },
    { label: recordStrings.deploymentId, value: mono(stamp.deploymentId) },
    { label: recordStrings.subscriptionId, value: mono(stamp.subscriptionId) },
    {
      label: recordStrings.times,
      value: (
        <>
          <Instant iso={backup.startedAt} /> · <Instant iso={backup.dataWrittenAt} /> ·{" "}
          <Instant iso={job?.at ?? null} />
        </>
      ),
    },
    { label: recordStrings.took, value: backup.tookMs === null ? null : formatSpan(backup.tookMs) },
    {
      label: recordStrings.trigger,
      value: backup.startedBy === "thisConsole" ? `${trigger}, ${recordStrings.fromHere}` : trigger,
    },
    ...(backup.startRequestId
      ? [{ label: recordStrings.startRequest, value: mono(backup.startRequestId) }]
      : []),
    ...(error
      ? [{ label: recordStrings.error, value: [error.code, error.text].filter(Boolean).join(": ") }]
      : []),
    {
      label: recordStrings.roles,
      value:
        backup.roles.length === 0 ? null : recordStrings.rolesOf(done.length, backup.roles.length, names),
    },
    { label: recordStrings.path, value: mono(location?.path ?? null) },
    { label: recordStrings.thumbprint, value: mono(backup.thumbprint) },
    {
      label: recordStrings.versions,
      value: [backup.stampVersion, backup.oemVersion, backup.dataVersion]
        .map((version) => version ?? recordStrings.none)
        .join(" · "),
    },
    {
      label: recordStrings.uploaded,
      value: `${yesNo(backup.completelyUploaded)} · ${yesNo(backup.cloudRecoveryReady)}`,
    },
  ];
}
