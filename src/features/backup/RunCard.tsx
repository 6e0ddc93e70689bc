import { Button, ProgressBar } from "@fluentui/react-components";
import { ArrowSyncCircleFilled } from "@fluentui/react-icons/headless/svg/arrow-sync-circle";
import { DismissRegular } from "@fluentui/react-icons/headless/svg/dismiss";
import type { ReactNode } from "react";
import type { BackupRow } from "../../domain/backupState.ts";
import type { CurrentRun } from "../../domain/currentRun.ts";
import type { Terminal } from "../../domain/operation.ts";
import { progressFraction, type Estimate } from "../../domain/progress.ts";
import { useEstimate } from "../../queries/useEstimate.ts";
import { AppLink } from "../../ui/AppLink.tsx";
import { Card } from "../../ui/Card.tsx";
import { STATE_APPEARANCE, stateText } from "../../common/BackupStateLabel.tsx";
import { useDateFormat } from "../../ui/dateFormat.ts";
import { formatTime } from "../../ui/format.ts";
import { runStrings } from "./runStrings.ts";
import { backupStrings } from "./strings.ts";
import { Elapsed } from "./Elapsed.tsx";
import styles from "./RunCard.module.css";
import { RunExplanation } from "./RunExplanation.tsx";
import { RunSteps } from "./RunSteps.tsx";
import { useStampNow } from "./useStampNow.ts";

export interface RunCardProps {
  run: Exclude<CurrentRun, null>;
  /** Address of a tab of this backup's details. */
  hrefOf: (backupId: string, tab?: "log" | "powershell" | "record") => string;
  /** Closes the end of a run. */
  onClose: () => void;
}

/** A run, from the click to its end: state, who started it, progress, result. */
export function RunCard({ run, hrefOf, onClose }: RunCardProps) {
  const estimate = useEstimate();
  const row = run.kind === "starting" ? null : run.row;
  const face = row === null ? null : STATE_APPEARANCE[row.state.kind];
  const tone = run.kind === "ended" && face ? face.tone : "busy";
  return (
    <Card tone={tone} aria-label={backupStrings.runTitle} className={styles["card"] ?? ""}>
      <header className={styles["header"]}>
        <span className={`${styles["icon"]} ${styles[tone]}`} aria-hidden>
          {face?.icon ?? <ArrowSyncCircleFilled />}
        </span>
        <h2 className={styles["state"]}>{row === null ? backupStrings.starting : stateText(row.state)}</h2>
        <p className={styles["who"]}>
          {row === null ? backupStrings.startingText : <Origin row={row} ended={endOf(run)} />}
        </p>
        {run.kind === "running" && run.row.since !== null && (
          <p className={styles["elapsed"]}>
            <span className="visually-hidden">{runStrings.run.elapsed} </span>
            <Elapsed since={run.row.since} />
          </p>
        )}
        {run.kind === "ended" && (
          <Button
            appearance="subtle"
            size="small"
            className={styles["close"] ?? ""}
            icon={<DismissRegular />}
            aria-label={runStrings.run.close}
            title={runStrings.run.close}
            onClick={onClose}
          />
        )}
      </header>
      <div className={styles["progress"]}>
        {run.kind === "starting" && <ProgressBar thickness="large" aria-label={runStrings.run.progress} />}
        {run.kind === "running" && <RunProgress row={run.row} estimate={estimate} />}
      </div>
      <RunSteps run={run} estimate={estimate} />
      <footer className={styles["footer"]}>
        <RunExplanation run={run} estimate={estimate} />
        {row?.id != null && (
          <p className={styles["links"]}>
            <AppLink to={hrefOf(row.id, "log")}>{runStrings.run.jobLog}</AppLink> ·{" "}
            <AppLink to={hrefOf(row.id, "powershell")}>{runStrings.run.asPowerShell}</AppLink>
            {run.kind === "ended" && (
              <>
                {" "}
                · <AppLink to={hrefOf(row.id, "record")}>{runStrings.run.record}</AppLink>
              </>
            )}
          </p>
        )}
      </footer>
    </Card>
  );
}

function endOf(run: Exclude<CurrentRun, null>): Terminal | null {
  return run.kind === "ended" ? run.operation : null;
}

/** "on-demand backup 08b92613, started 12:15:43 PM from this console", or when its end was confirmed. */
function Origin({ row, ended }: { row: BackupRow; ended: Terminal | null }): ReactNode {
  const dates = useDateFormat();
  const kind = row.backup?.automatic === true ? runStrings.run.scheduled : runStrings.run.onDemand;
  const name = <span className="mono">{row.id?.split("-")[0]}</span>;
  if (ended) {
    const confirmed = ended.kind === "lost" ? runStrings.run.notConfirmed : runStrings.run.confirmedAt;
    return (
      <>
        {kind} {name}, {confirmed(formatTime(ended.endedAt, dates))}
      </>
    );
  }
  const here = row.operation?.origin === "here";
  const since =
    row.since &&
    (row.since.exact ? runStrings.run.startedAt : runStrings.run.seenAt)(formatTime(row.since.at, dates));
  return (
    <>
      {kind} {name}
      {since && `, ${since}`}
      {here ? ` ${runStrings.run.fromHere}` : `, ${runStrings.run.elsewhere}`}
    </>
  );
}

/** An estimate, named one, that never reaches its end before the job does. Indeterminate without a past. */
function RunProgress({ row, estimate }: { row: BackupRow; estimate: Estimate }) {
  const now = useStampNow();
  const { startedAt } = row;
  const known = startedAt !== null && estimate.totalMs !== null;
  return (
    <ProgressBar
      thickness="large"
      aria-label={runStrings.run.progress}
      max={100}
      {...(known && { value: Math.floor(progressFraction(now - startedAt, estimate.totalMs ?? 0) * 100) })}
    />
  );
}
