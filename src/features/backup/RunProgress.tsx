import { progressFraction } from "../../domain/progress.ts";
import { runStrings } from "../../ui/runStrings.ts";
import styles from "./RunCard.module.css";
import { useStampNow } from "./useStampNow.ts";

/** The bar: an estimate, named one, that never reaches its end before the job does. Indeterminate without a past. */
export function RunProgress({ startedAt, totalMs }: { startedAt: number | null; totalMs: number | null }) {
  const now = useStampNow();
  const known = startedAt !== null && totalMs !== null;
  const percent = known ? Math.floor(progressFraction(now - startedAt, totalMs) * 100) : null;
  return (
    <div
      role="progressbar"
      aria-label={runStrings.run.progress}
      aria-valuemin={0}
      aria-valuemax={100}
      {...(percent === null ? {} : { "aria-valuenow": percent })}
      className={styles["track"]}
    >
      <div
        className={`${styles["fill"]} ${percent === null ? styles["indeterminate"] : ""}`}
        style={percent === null ? undefined : { width: `${percent}%` }}
      />
    </div>
  );
}
