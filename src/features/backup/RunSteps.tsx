import { CheckmarkCircleFilled } from "@fluentui/react-icons/headless/svg/checkmark-circle";
import { CircleRegular } from "@fluentui/react-icons/headless/svg/circle";
import { QuestionCircleRegular } from "@fluentui/react-icons/headless/svg/question-circle";
import { Spinner } from "@fluentui/react-components";
import type { ReactNode } from "react";
import type { BackupRow } from "../../domain/backupState.ts";
import type { CurrentRun } from "../../domain/currentRun.ts";
import { formatSpan } from "../../domain/duration.ts";
import { jobTookMs } from "../../domain/jobEnd.ts";
import { countRoles, type Estimate } from "../../domain/progress.ts";
import { useDateFormat } from "../../ui/dateFormat.ts";
import { formatTime } from "../../ui/format.ts";
import { runStrings } from "./runStrings.ts";
import { stateTexts } from "../../common/strings.ts";
import styles from "./RunCard.module.css";
import { useStampNow } from "./useStampNow.ts";

type Progress = "done" | "now" | "later" | "unknown";

export interface RunStepsProps {
  run: Exclude<CurrentRun, null>;
  estimate: Estimate;
}

/** Accepted, roles, data written, job ended. The ticks are neutral: only the end of the job is a success. */
export function RunSteps({ run, estimate }: RunStepsProps) {
  const dates = useDateFormat();
  const row = run.kind === "starting" ? null : run.row;
  const written = row !== null && (run.kind === "ended" || row.state.kind === "finishing");
  const roles = row?.backup ? countRoles(row.backup.roles) : null;
  return (
    <ol className={styles["steps"]}>
      <Step
        progress={row === null ? "now" : "done"}
        label={runStrings.run.accepted}
        detail={row?.startedAt == null ? null : formatTime(row.startedAt, dates)}
      />
      <Step
        progress={row === null ? "later" : written ? "done" : "now"}
        label={runStrings.run.roles}
        detail={roles ? runStrings.run.rolesOf(roles.done, roles.total) : runStrings.run.rolesUnknown}
      />
      {written ? (
        <DataWritten row={row} />
      ) : (
        <Step
          progress="later"
          label={runStrings.run.listed(stateTexts.succeeded)}
          detail={runStrings.run.notListed}
        />
      )}
      <JobEnd run={run} estimate={estimate} />
    </ol>
  );
}

/** When the list got the backup, and in how long the stamp says its data was written. */
function DataWritten({ row }: { row: BackupRow }) {
  const dates = useDateFormat();
  if (row.completedAt === null) {
    return <Step progress="unknown" label={runStrings.run.dataWritten} detail={runStrings.run.notReported} />;
  }
  const time = formatTime(row.completedAt, dates);
  const took = row.backup?.tookMs;
  const detail = took == null ? time : runStrings.run.timeAndSpan(time, formatSpan(took));
  return (
    <Step
      progress="done"
      label={
        row.state.kind === "finishing" ? runStrings.run.listed(listedWord(row)) : runStrings.run.dataWritten
      }
      detail={detail}
    />
  );
}

function listedWord(row: BackupRow): string {
  return row.backup?.status.kind === "partiallySucceeded"
    ? stateTexts.partiallySucceeded
    : stateTexts.succeeded;
}

function JobEnd({ run, estimate }: RunStepsProps) {
  const dates = useDateFormat();
  if (run.kind !== "ended") {
    const finishing = run.kind === "running" && run.row.state.kind === "finishing";
    return (
      <Step
        progress={finishing ? "now" : "later"}
        label={finishing ? runStrings.run.stillRunning : runStrings.run.ended}
        detail={run.kind === "running" ? <TimeLeft row={run.row} estimate={estimate} /> : null}
      />
    );
  }
  const { operation } = run;
  if (operation.kind === "lost") {
    return <Step progress="unknown" label={runStrings.run.ended} detail={runStrings.run.endUnknown} />;
  }
  const time = formatTime(operation.endedAt, dates);
  const span = jobTookMs(run.row);
  return (
    <Step
      progress="done"
      label={runStrings.run.ended}
      detail={
        span === null ? time : runStrings.run.timeAndSpan(time, formatSpan(Math.round(span / 1_000) * 1_000))
      }
    />
  );
}

function Step({ progress, label, detail }: { progress: Progress; label: string; detail: ReactNode }) {
  return (
    <li className={styles["step"]}>
      <StepIcon progress={progress} />
      <div>
        <strong>{label}</strong>
        <p>{detail}</p>
      </div>
    </li>
  );
}

const STEP_ICONS: Record<Progress, ReactNode> = {
  done: <CheckmarkCircleFilled fontSize={18} aria-hidden />,
  now: <Spinner size="extra-tiny" aria-hidden />,
  later: <CircleRegular fontSize={18} aria-hidden />,
  unknown: <QuestionCircleRegular fontSize={18} aria-hidden />,
};

function StepIcon({ progress }: { progress: Progress }) {
  return (
    <span className={styles["stepIcon"]}>
      {STEP_ICONS[progress]}
      <span className="visually-hidden">{runStrings.run.stepState[progress]}</span>
    </span>
  );
}

/** An estimate, named one, from this stamp's own past. */
function TimeLeft({ row, estimate }: { row: BackupRow; estimate: Estimate }) {
  const now = useStampNow();
  if (estimate.totalMs === null) return runStrings.run.noEstimate;
  if (row.startedAt === null) return runStrings.run.noStart;
  const minutes = Math.ceil((estimate.totalMs - (now - row.startedAt)) / 60_000);
  return minutes > 0
    ? runStrings.run.left(formatSpan(minutes * 60_000), estimate.sampleSize)
    : runStrings.run.over(estimate.sampleSize);
}
