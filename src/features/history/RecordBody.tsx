import { CheckmarkCircleFilled } from "@fluentui/react-icons/headless/svg/checkmark-circle";
import { DismissCircleFilled } from "@fluentui/react-icons/headless/svg/dismiss-circle";
import { WarningFilled } from "@fluentui/react-icons/headless/svg/warning";
import { useMemo, type ReactElement, type ReactNode } from "react";
import { formatSpan } from "../../domain/duration.ts";
import type { RecordedWord, RecordVerdict, VerificationRecord } from "../../domain/verificationRecord.ts";
import { DataTable, type DataColumn } from "../../ui/DataTable.tsx";
import { Facts } from "../../ui/Facts.tsx";
import { StateLabel, type StateTone } from "../../ui/StateLabel.tsx";
import { Time } from "../../ui/Time.tsx";
import parts from "./parts.module.css";
import styles from "./RecordPage.module.css";
import { recordStrings as words, verdictWords } from "./recordStrings.ts";

const FACES: Record<RecordVerdict, { tone: StateTone; icon: ReactElement }> = {
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
  const { tone, icon } = FACES[verdict];
  const { title, text } = verdictWords[verdict];
  return (
    <>
      <header>
        <h2 className={parts["title"]}>{words.title}</h2>
        <p className="muted">{words.subtitle(stamp.title, stamp.region)}</p>
      </header>
      <section className={`${parts["verdict"]} ${parts[tone]}`}>
        <h3 className={parts["heading"]}>
          <StateLabel tone={tone} icon={icon}>
            {title}
          </StateLabel>
        </h3>
        <p>{text}</p>
      </section>
      <Words record={record} />
      <Facts facts={factsOf(record)} />
      <div className={styles["checked"]}>
        <Facts
          facts={[
            {
              label: words.checked,
              value: checked.at && (
                <>
                  <Time at={Date.parse(checked.at)} /> ({checked.at})
                </>
              ),
            },
            { label: words.console, value: checked.consoleVersion },
          ]}
        />
        <div className={styles["onPaper"]}>
          <Facts
            facts={[
              { label: words.by, value: checked.by ?? <Blank /> },
              { label: words.note, value: checked.note ?? <Blank /> },
            ]}
          />
        </div>
      </div>
      <footer className={styles["hash"]}>
        <p>
          <span className="mono">{words.sha(hash ?? "…")}</span>
        </p>
        <p>{words.verify}</p>
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

function Words({ record: { list, job } }: { record: VerificationRecord }) {
  const columns = useMemo(
    (): DataColumn<WordRow>[] => [
      { key: "source", label: words.source, rowHeader: true, cell: ({ source }) => source },
      { key: "word", label: words.word, cell: ({ word }) => word?.word ?? words.noWord },
      { key: "at", label: words.when, cell: ({ word }) => <Instant iso={word?.at ?? null} /> },
      {
        key: "answered",
        label: words.answered,
        cell: ({ word }) => <Instant iso={word?.answeredAt ?? null} />,
      },
      {
        key: "requestId",
        className: styles["requestId"],
        label: words.requestId,
        cell: ({ word }) => <span className="mono">{word?.requestId ?? words.none}</span>,
      },
    ],
    [],
  );
  return (
    <div className={styles["words"]}>
      <DataTable
        label={words.source}
        columns={columns}
        rows={[
          { key: "list", source: words.list, word: list },
          { key: "job", source: job?.source === "earlier" ? words.jobEarlier : words.job, word: job },
        ]}
      />
    </div>
  );
}

/** As the file has it, to the second: a record is read by people in other zones. */
function Instant({ iso }: { iso: string | null }) {
  if (iso === null) return words.none;
  return <time dateTime={iso}>{iso.replace(/\.\d+Z$/, "Z").replace("T", " ")}</time>;
}

function factsOf({ backup, stamp, job, location }: VerificationRecord) {
  const yesNo = (flag: boolean | null) => (flag === null ? words.none : flag ? words.yes : words.no);
  const done = backup.roles.filter(({ status }) => status === "Succeeded");
  const others = backup.roles.filter(({ status }) => status !== "Succeeded");
  const names = [
    ...others.map(({ name, status }) => `${name} (${status})`),
    ...done.map(({ name }) => name),
  ].join(", ");
  const error = job?.error;
  const trigger = backup.trigger && words[backup.trigger];
  const mono = (text: string | null): ReactNode => text && <bdi className="mono">{text}</bdi>;
  return [
    { label: words.id, value: mono(backup.id) },
    { label: words.deploymentId, value: mono(stamp.deploymentId) },
    { label: words.subscriptionId, value: mono(stamp.subscriptionId) },
    {
      label: words.times,
      value: (
        <>
          <Instant iso={backup.startedAt} /> · <Instant iso={backup.dataWrittenAt} /> ·{" "}
          <Instant iso={job?.at ?? null} />
        </>
      ),
    },
    { label: words.took, value: backup.tookMs === null ? null : formatSpan(backup.tookMs) },
    {
      label: words.trigger,
      value: backup.startedBy === "thisConsole" ? `${trigger}, ${words.fromHere}` : trigger,
    },
    ...(backup.startRequestId ? [{ label: words.startRequest, value: mono(backup.startRequestId) }] : []),
    ...(error ? [{ label: words.error, value: [error.code, error.text].filter(Boolean).join(": ") }] : []),
    {
      label: words.roles,
      value: backup.roles.length === 0 ? null : words.rolesOf(done.length, backup.roles.length, names),
    },
    { label: words.path, value: mono(location?.path ?? null) },
    { label: words.thumbprint, value: mono(backup.thumbprint) },
    {
      label: words.versions,
      value: [backup.stampVersion, backup.oemVersion, backup.dataVersion]
        .map((version) => version ?? words.none)
        .join(" · "),
    },
    {
      label: words.uploaded,
      value: `${yesNo(backup.completelyUploaded)} · ${yesNo(backup.cloudRecoveryReady)}`,
    },
  ];
}
