import { dateLanguage, formatDate, formatDateTimeParts, formatRelative, LONGEST_AGE_MS } from "./format.ts";
import { useEveryHalfMinute } from "./clock.ts";
import { useDateFormat } from "./dateFormat.ts";

/** An instant as the operator chose to read it, with its zone. `at` in epoch ms. */
export function Time({ at }: { at: number }) {
  const format = useDateFormat();
  const { dateTime, zone } = formatDateTimeParts(at, format);
  return (
    <time dateTime={new Date(at).toISOString()} lang={dateLanguage(format)} dir="auto">
      {dateTime} <span className="muted">{zone}</span>
    </time>
  );
}

/**
 * "2 h 5 min ago" beside an absolute time, the date once that is months. `now` tells the time to compare with (the
 * stamp's, not this machine's).
 */
export function Age({
  at,
  now,
  className = "",
}: {
  at: number;
  now: () => number;
  className?: string | undefined;
}) {
  useEveryHalfMinute();
  const format = useDateFormat();
  const current = now();
  const text = Math.abs(current - at) > LONGEST_AGE_MS ? formatDate(at, format) : formatRelative(at, current);
  return <span className={`muted ${className}`}>{text}</span>;
}
