import { useProtection } from "../../queries/useProtection.ts";
import { useLocationState, type BackupsState } from "../../queries/useBackupState.ts";
import { useSession } from "../../queries/SessionContext.ts";
import { Age, Time } from "../../ui/Time.tsx";
import { verdictStrings as words } from "../../ui/verdictStrings.ts";
import { BackupStateLabel } from "../../ui/BackupStateLabel.tsx";
import styles from "./LastAttempts.module.css";

/** Beside one another in the table of times, a second apart is the same instant: the list writes fractions. */
const SAME_MS = 1_000;

/** When a backup last ended well, or what became of the last one; told in short where Essentials already say it. */
export function LastAttempts({ state, show }: { state: BackupsState; show: "success" | "attempt" }) {
  const { now } = useSession();
  const { location } = useLocationState();
  const { lastSuccessAt, lastAttempt } = useProtection(state);
  if (show === "success") {
    if (lastSuccessAt === null) return state.loaded ? words.none : null;
    const isLast = Math.abs(lastSuccessAt - (location?.lastBackupAt ?? 0)) < SAME_MS;
    return (
      <>
        {isLast ? words.sameBackup : <Time at={lastSuccessAt} />}
        <span className="muted">
          {" "}
          · <Age at={lastSuccessAt} now={now} />
        </span>
      </>
    );
  }
  if (lastAttempt === null) return state.loaded ? words.none : null;
  if (lastAttempt.row.state.kind === "succeeded" && lastAttempt.at === lastSuccessAt) return words.same;
  return (
    <span className={styles["attempt"]}>
      <BackupStateLabel state={lastAttempt.row.state} />
      {lastAttempt.at !== null && <Time at={lastAttempt.at} />}
    </span>
  );
}
