import { useListReadAt } from "../../queries/useBackupState.ts";
import { formatMinute } from "../../ui/format.ts";
import { usePreferences } from "../../ui/preferences.ts";
import { strings } from "../../ui/strings.ts";

/** When the list was last read. To the minute: a poll that brought nothing new changes nothing on the page. */
export function UpdatedAt() {
  const readAt = useListReadAt();
  const { timeZone, autoRefresh } = usePreferences();
  if (readAt === null) return null;
  return (
    <>
      <time dateTime={new Date(Math.floor(readAt / 60_000) * 60_000).toISOString()}>
        {strings.updated(formatMinute(readAt, timeZone))}
      </time>
      {!autoRefresh && ` · ${strings.paused}`}
    </>
  );
}
