import { isTerminal, type Operation } from "../../../domain/operation.ts";
import type { BackupRow } from "../../../domain/backupState.ts";
import { failureWords } from "../../../ui/failureStrings.ts";
import { formatRelative, formatTime } from "../../../ui/format.ts";
import { useDateFormat } from "../../../ui/dateFormat.ts";
import { paneStrings, statusWords } from "../../../ui/paneStrings.ts";
import { BackupStateLabel } from "../../../ui/BackupStateLabel.tsx";
import { StatusLabel } from "./StatusLabel.tsx";
import { useStampNow } from "../useStampNow.ts";
import styles from "./BackupDetailPane.module.css";

const words = paneStrings.detail;

/** The list's word and the operation's word side by side: where they differ, the page shows why it says what it says. */
export function TwoWords({ row }: { row: BackupRow }) {
  const dates = useDateFormat();
  const listed = row.listed && row.backup ? row.backup.status : null;
  return (
    <div className={styles["words"]}>
      <section className={styles["word"]} aria-label={words.listSays}>
        <p>{words.listSays}</p>
        {listed ? <StatusLabel status={listed} /> : <span>{words.notListed}</span>}
        {row.otherWords.map((status) => (
          <StatusLabel key={status.kind} status={status} />
        ))}
        {row.completedAt !== null && row.listed && <p>{words.since(formatTime(row.completedAt, dates))}</p>}
      </section>
      <section className={styles["word"]} aria-label={words.operationSays}>
        <p>{words.operationSays}</p>
        {row.operation ? (
          <OperationWord operation={row.operation} row={row} />
        ) : (
          <span>{words.notAsked}</span>
        )}
      </section>
    </div>
  );
}

function OperationWord({ operation, row }: { operation: Operation; row: BackupRow }) {
  const now = useStampNow();
  if (operation.kind === "running") {
    if (operation.trouble) {
      return (
        <>
          <span>
            {words.noAnswer}: {failureWords[operation.trouble.kind]}
          </span>
          {operation.askedAt !== null && <p>{words.lastAnswer(formatRelative(operation.askedAt, now))}</p>}
        </>
      );
    }
    return (
      <>
        <StatusLabel status={{ kind: "running" }} />
        {operation.askedAt !== null && <p>{words.asked(formatRelative(operation.askedAt, now))}</p>}
      </>
    );
  }
  if (!isTerminal(operation)) return <span>{words.notAsked}</span>;
  return (
    <>
      {operation.kind === "lost" ? (
        <span>{operation.wasRunning ? words.operationGone : words.operationUnknown}</span>
      ) : (
        <BackupStateLabel state={{ kind: operation.kind }} />
      )}
      {row.state.kind !== "lost" && <p>{statusWords.ended(formatRelative(operation.endedAt, now))}</p>}
    </>
  );
}
