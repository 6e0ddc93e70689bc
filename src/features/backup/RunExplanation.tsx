import type { BackupRow } from "../../domain/backupState.ts";
import type { Estimate } from "../../domain/progress.ts";
import { isOperationBehind } from "../../queries/operationQuery.ts";
import { useSession } from "../../queries/SessionContext.ts";
import { FailureDetails } from "../../ui/FailureDetails.tsx";
import { formatTime } from "../../ui/format.ts";
import { usePreferences } from "../../ui/preferences.ts";
import { runStrings } from "../../ui/runStrings.ts";
import styles from "./RunCard.module.css";
import { useStampNow } from "./useStampNow.ts";

const words = runStrings.run;

/** One sentence on what the operator sees, and why one click away. Trouble with asking is told beside it. */
export function RunExplanation({ row, estimate }: { row: BackupRow; estimate: Estimate }) {
  const { timeZone } = usePreferences();
  const session = useSession();
  const now = useStampNow();
  const finishing = row.state.kind === "finishing";
  const long = row.since !== null && now - row.since.at > estimate.usualMs;
  const operation = row.operation?.kind === "running" ? row.operation : null;
  return (
    <div className={styles["explanation"]}>
      {long && <p>{words.explainLong}</p>}
      {finishing ? (
        <details>
          <summary>
            {words.explainFinishing} <span className={styles["why"]}>{words.why}</span>
          </summary>
          <p className="muted">{words.whyText}</p>
        </details>
      ) : (
        !long && <p>{words.explainRunning}</p>
      )}
      {!session.operations.survivesReload() && <p className={styles["trouble"]}>{words.notStored}</p>}
      {operation?.trouble && operation.askedAt !== null && (
        <p className={styles["trouble"]}>
          {(operation.trouble.kind === "auth" ? words.troubleSignIn : words.trouble)(
            formatTime(operation.askedAt, timeZone),
          )}
        </p>
      )}
      {operation && operation.askedAt !== null && isOperationBehind(session, operation) && (
        <p className={styles["trouble"]}>{words.behind(formatTime(operation.askedAt, timeZone))}</p>
      )}
      {operation?.trouble?.kind === "forbidden" && <FailureDetails failure={operation.trouble} />}
    </div>
  );
}
