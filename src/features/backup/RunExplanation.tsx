import { Popover, PopoverSurface, PopoverTrigger, Link } from "@fluentui/react-components";
import type { BackupRow } from "../../domain/backupState.ts";
import type { CurrentRun } from "../../domain/currentRun.ts";
import { formatSpan } from "../../domain/duration.ts";
import type { Running, Terminal } from "../../domain/operation.ts";
import { jobEndedAt } from "../../domain/jobEnd.ts";
import type { Estimate } from "../../domain/progress.ts";
import { isOperationBehind } from "../../queries/operationQuery.ts";
import { useSession } from "../../session/SessionContext.ts";
import { useDateFormat } from "../../ui/dateFormat.ts";
import { FailureDetails } from "../../common/FailureDetails.tsx";
import { formatTime } from "../../ui/format.ts";
import { runStrings } from "./runStrings.ts";
import styles from "./RunCard.module.css";
import { useStampNow } from "./useStampNow.ts";

/** One sentence about the run's state, with an explanation one click away and any polling failure. */
export function RunExplanation({ run, estimate }: { run: Exclude<CurrentRun, null>; estimate: Estimate }) {
  const session = useSession();
  return (
    <div className={styles["explanation"]}>
      {run.kind === "starting" && <p>{runStrings.run.explainRunning}</p>}
      {run.kind === "running" && <RunningText row={run.row} estimate={estimate} />}
      {run.kind === "ended" && <EndedText row={run.row} operation={run.operation} />}
      {run.kind !== "ended" && !session.operations.survivesReload() && (
        <p className={styles["trouble"]}>{runStrings.run.notStored}</p>
      )}
      {run.kind === "running" && run.row.operation?.kind === "running" && (
        <Trouble operation={run.row.operation} />
      )}
    </div>
  );
}

function RunningText({ row, estimate }: { row: BackupRow; estimate: Estimate }) {
  const now = useStampNow();
  const long = row.since !== null && now - row.since.at > estimate.usualMs;
  if (row.state.kind === "finishing") {
    return (
      <p>
        {runStrings.run.explainFinishing}{" "}
        <Popover withArrow>
          <PopoverTrigger disableButtonEnhancement>
            <Link inline>{runStrings.run.why}</Link>
          </PopoverTrigger>
          <PopoverSurface className={styles["why"] ?? ""}>{runStrings.run.explanation}</PopoverSurface>
        </Popover>
        {long && ` ${runStrings.run.explainLong}`}
      </p>
    );
  }
  return <p>{long ? runStrings.run.explainLong : runStrings.run.explainRunning}</p>;
}

function EndedText({ row, operation }: { row: BackupRow; operation: Terminal }) {
  const endedAt = jobEndedAt(row);
  const lagMs = row.completedAt === null || endedAt === null ? 0 : endedAt - row.completedAt;
  switch (operation.kind) {
    case "succeeded":
      return (
        <p>
          {lagMs > 0
            ? runStrings.run.endedWell(formatSpan(Math.round(lagMs / 1_000) * 1_000))
            : runStrings.run.endedWellPlain}
        </p>
      );
    case "partiallySucceeded":
      return <p>{runStrings.run.endedPartially}</p>;
    case "failed":
      return (
        <>
          <p>{runStrings.run.endedFailed}</p>
          {operation.failure && <FailureDetails failure={operation.failure} />}
        </>
      );
    case "lost":
      return <p>{runStrings.run.endedLost}</p>;
  }
}

function Trouble({ operation }: { operation: Running }) {
  const dates = useDateFormat();
  const session = useSession();
  const { trouble, askedAt } = operation;
  return (
    <>
      {trouble && askedAt !== null && (
        <p className={styles["trouble"]}>
          {(trouble.kind === "auth" ? runStrings.run.troubleSignIn : runStrings.run.trouble)(
            formatTime(askedAt, dates),
          )}
        </p>
      )}
      {askedAt !== null && isOperationBehind(session, operation) && (
        <p className={styles["trouble"]}>{runStrings.run.behind(formatTime(askedAt, dates))}</p>
      )}
      {trouble?.kind === "forbidden" && <FailureDetails failure={trouble} />}
    </>
  );
}
