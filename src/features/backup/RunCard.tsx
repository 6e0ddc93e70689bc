import { ArrowSyncCircleFilled } from "@fluentui/react-icons/headless/svg/arrow-sync-circle";
import { CircleHalfFillFilled } from "@fluentui/react-icons/headless/svg/circle-half-fill";
import type { ReactNode } from "react";
import { Link } from "wouter";
import type { BackupRow } from "../../domain/backupState.ts";
import { formatTime } from "../../ui/format.ts";
import { useDateFormat } from "../../ui/dateFormat.ts";
import { runStrings } from "../../ui/runStrings.ts";
import { strings } from "../../ui/strings.ts";
import { useEstimate } from "../../queries/useEstimate.ts";
import { Elapsed } from "./Elapsed.tsx";
import { RunProgress } from "./RunProgress.tsx";
import { RunSteps } from "./RunSteps.tsx";
import { RunExplanation } from "./RunExplanation.tsx";
import styles from "./RunCard.module.css";

const words = runStrings.run;

export interface RunCardProps {
  row: BackupRow;
  /** Address of a tab of this backup's details. */
  hrefOf: (backupId: string, tab?: "log" | "powershell") => string;
}

/** What is going on, while something runs: state, who and when, elapsed, progress, four steps, one sentence. */
export function RunCard({ row, hrefOf }: RunCardProps) {
  const estimate = useEstimate();
  const finishing = row.state.kind === "finishing";
  return (
    <section aria-label={strings.runTitle} className={styles["card"]}>
      <header className={styles["header"]}>
        <span className={styles["icon"]} aria-hidden>
          {finishing ? <CircleHalfFillFilled /> : <ArrowSyncCircleFilled />}
        </span>
        <h2 className={styles["state"]}>{finishing ? words.finishing : words.inProgress}</h2>
        <p className={styles["who"]}>
          <Origin row={row} />
        </p>
        {row.since !== null && (
          <p className={styles["elapsed"]}>
            <span className="visually-hidden">{words.elapsed} </span>
            <Elapsed since={row.since} />
          </p>
        )}
      </header>
      <RunProgress startedAt={row.startedAt} totalMs={estimate.totalMs} />
      <RunSteps row={row} estimate={estimate} />
      <footer className={styles["footer"]}>
        <RunExplanation row={row} estimate={estimate} />
        {row.id !== null && (
          <p className={styles["links"]}>
            <Link href={hrefOf(row.id, "log")}>{words.jobLog}</Link> ·{" "}
            <Link href={hrefOf(row.id, "powershell")}>{words.asPowerShell}</Link>
          </p>
        )}
      </footer>
    </section>
  );
}

/** "on-demand backup 08b92613, started 12:15:43 PM from this console". */
function Origin({ row }: { row: BackupRow }): ReactNode {
  const dates = useDateFormat();
  const kind = row.backup?.automatic === true ? words.scheduled : words.onDemand;
  const here = row.operation?.origin === "here";
  return (
    <>
      {kind} <span className="mono">{row.id?.split("-")[0]}</span>
      {row.since &&
        `, ${(row.since.exact ? words.startedAt : words.seenAt)(formatTime(row.since.at, dates))}`}
      {here ? ` ${words.fromHere}` : `, ${words.elsewhere}`}
    </>
  );
}
