import { useListBehind, useListReading } from "../../queries/useListReading.ts";
import { useHalfMinuteBeat } from "../../ui/clock.ts";
import { useSession } from "../../session/SessionContext.ts";
import { formatTime } from "../../ui/format.ts";
import { useDateFormat } from "../../ui/dateFormat.ts";
import { usePreferences } from "../../ui/preferences.ts";
import { strings } from "../../ui/strings.ts";

/** Since when the list stands as it does, and how often it is asked for: what brings nothing new changes nothing here. */
export function UpdatedAt() {
  useHalfMinuteBeat();
  const reading = useListReading();
  const behindSince = useListBehind(reading);
  const { updatedAt, everyMs } = reading;
  const dates = useDateFormat();
  const { autoRefresh } = usePreferences();
  const session = useSession();
  if (updatedAt === null) return null;
  const at = session.at(updatedAt);
  return (
    <>
      <time dateTime={new Date(at).toISOString()}>{strings.updated(formatTime(at, dates))}</time>
      {" · "}
      {autoRefresh && everyMs ? strings.every(Math.round(everyMs / 1_000)) : strings.paused}
      {autoRefresh && behindSince !== null && ` · ${strings.behind(formatTime(behindSince, dates))}`}
    </>
  );
}
