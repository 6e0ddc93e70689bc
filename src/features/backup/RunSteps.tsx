import { CheckmarkCircleFilled } from "@fluentui/react-icons/headless/svg/checkmark-circle";
import { CircleRegular } from "@fluentui/react-icons/headless/svg/circle";
import type { BackupRow } from "../../domain/backupState.ts";
import { formatSpan } from "../../domain/duration.ts";
import { countRoles, type Estimate } from "../../domain/progress.ts";
import { formatTime } from "../../ui/format.ts";
import { useDateFormat } from "../../ui/dateFormat.ts";
import { runStrings } from "../../ui/runStrings.ts";
import { stateWords } from "../../ui/strings.ts";
import styles from "./RunCard.module.css";
import { useStampNow } from "./useStampNow.ts";

const words = runStrings.run;

type Progress = "done" | "now" | "later";

/** Accepted, roles, listed, finished. The ticks are neutral: only the end of the job is a success. */
export function RunSteps({ row, estimate }: { row: BackupRow; estimate: Estimate }) {
  const dates = useDateFormat();
  const time = (at: number | null) => (at === null ? null : formatTime(at, dates));
  const finishing = row.state.kind === "finishing";
  const roles = row.backup ? countRoles(row.backup.roles) : null;
  return (
    <ol className={styles["steps"]}>
      <Step progress="done" label={words.accepted} detail={time(row.startedAt)} />
      <Step
        progress={finishing ? "done" : "now"}
        label={words.roles}
        detail={roles ? words.rolesOf(roles.done, roles.total) : words.rolesUnknown}
      />
      <Step
        progress={finishing ? "done" : "later"}
        label={words.listed(listedWord(row))}
        detail={finishing ? time(row.completedAt) : words.notListed}
      />
      <li className={styles["step"]}>
        <StepIcon progress={finishing ? "now" : "later"} />
        <div>
          <strong>{finishing ? words.stillRunning : words.ended}</strong>
          <TimeLeft row={row} estimate={estimate} />
        </div>
      </li>
    </ol>
  );
}

function listedWord(row: BackupRow): string {
  return row.backup?.status.kind === "partiallySucceeded"
    ? stateWords.partiallySucceeded
    : stateWords.succeeded;
}

function Step({ progress, label, detail }: { progress: Progress; label: string; detail: string | null }) {
  return (
    <li className={styles["step"]}>
      <StepIcon progress={progress} />
      <div>
        <strong>{label}</strong>
        <p>{detail ?? ""}</p>
      </div>
    </li>
  );
}

function StepIcon({ progress }: { progress: Progress }) {
  return (
    <span className={styles[progress]}>
      {progress === "done" ? (
        <CheckmarkCircleFilled fontSize={18} aria-hidden />
      ) : progress === "later" ? (
        <CircleRegular fontSize={18} aria-hidden />
      ) : (
        <span className={styles["spinner"]} />
      )}
      <span className="visually-hidden">{words.stepState[progress]}</span>
    </span>
  );
}

/** An estimate, named one, from this stamp's own past. */
function TimeLeft({ row, estimate }: { row: BackupRow; estimate: Estimate }) {
  const now = useStampNow();
  if (estimate.totalMs === null) return <p>{words.noEstimate}</p>;
  if (row.startedAt === null) return <p>{words.noStart}</p>;
  const leftMs = estimate.totalMs - (now - row.startedAt);
  const minutes = Math.ceil(leftMs / 60_000);
  return (
    <p>
      {minutes > 0
        ? words.left(formatSpan(minutes * 60_000), estimate.sampleSize)
        : words.over(estimate.sampleSize)}
    </p>
  );
}
