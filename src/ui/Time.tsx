import { formatDateTimeParts, formatRelative } from "./format.ts";
import { useHalfMinuteBeat } from "./clock.ts";
import { usePreferences } from "./preferences.ts";

/** An instant as the operator chose to read it, with its zone. `at` in epoch ms. */
export function Time({ at }: { at: number }) {
  const { timeZone } = usePreferences();
  const { dateTime, zone } = formatDateTimeParts(at, timeZone);
  return (
    <time dateTime={new Date(at).toISOString()}>
      {dateTime} <span className="muted">{zone}</span>
    </time>
  );
}

/** "2 h ago" beside an absolute time. `now` tells the time to compare with (the stamp's, not this machine's). */
export function Age({
  at,
  now,
  className = "",
}: {
  at: number;
  now: () => number;
  className?: string | undefined;
}) {
  useHalfMinuteBeat();
  return <span className={`muted ${className}`}>{formatRelative(at, now())}</span>;
}
