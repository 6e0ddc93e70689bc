import { useListReading } from "../../queries/useListReading.ts";
import { useEveryHalfMinute } from "../../ui/clock.ts";
import { useSession } from "../../session/SessionContext.ts";
import { formatTime } from "../../ui/format.ts";
import { useDateFormat } from "../../ui/dateFormat.ts";
import { usePreferences } from "../../ui/preferences.ts";
import { backupStrings } from "./strings.ts";
import styles from "./UpdatedAt.module.css";

/** When the list was last read, how often it is polled, and whether that is overdue. */
export function UpdatedAt() {
  useEveryHalfMinute();
  const { readAt, everyMs, behind } = useListReading();
  const dates = useDateFormat();
  const { autoRefresh } = usePreferences();
  const session = useSession();
  if (readAt === null) return null;
  const at = session.at(readAt);
  return (
    <>
      <time dateTime={new Date(at).toISOString()}>{backupStrings.updated(formatTime(at, dates))}</time>
      {autoRefresh && everyMs ? (
        <span className={styles["pace"]}> · {backupStrings.every(Math.round(everyMs / 1_000))}</span>
      ) : (
        ` · ${backupStrings.paused}`
      )}
      {autoRefresh && behind && ` · ${backupStrings.behind}`}
    </>
  );
}
