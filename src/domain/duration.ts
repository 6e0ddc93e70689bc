const DURATION =
  /^(-)?P(?:(\d+(?:[.,]\d+)?)W)?(?:(\d+(?:[.,]\d+)?)D)?(?:T(?:(\d+(?:[.,]\d+)?)H)?(?:(\d+(?:[.,]\d+)?)M)?(?:(\d+(?:[.,]\d+)?)S)?)?$/;

const SECOND_MS = 1_000;
const MINUTE_MS = 60 * SECOND_MS;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/** A hundred years: longer spans are invalid, and arithmetic on them would lose precision. */
const LONGEST_MS = 36_525 * DAY_MS;

/**
 * Reads an ISO 8601 duration (`PT6M35.345912S`, 0–7 fractional digits in recordings) into milliseconds, not rounded.
 * Null for absent, unreadable or negative values, units without a fixed length (years, months), and absurd lengths.
 */
export function parseDuration(wire: unknown): number | null {
  if (typeof wire !== "string") return null;
  const match = DURATION.exec(wire.trim());
  if (!match || match[1]) return null;
  const parts = match.slice(2);
  if (parts.every((part) => part === undefined) || wire.trim().endsWith("T")) return null;
  const [weeks, days, hours, minutes, seconds] = parts.map((part) =>
    part === undefined ? 0 : Number(part.replace(",", ".")),
  );
  const total =
    (weeks ?? 0) * 7 * DAY_MS +
    (days ?? 0) * DAY_MS +
    (hours ?? 0) * HOUR_MS +
    (minutes ?? 0) * MINUTE_MS +
    (seconds ?? 0) * SECOND_MS;
  return Number.isFinite(total) && total <= LONGEST_MS ? total : null;
}

interface ClockParts {
  days: number;
  hours: number;
  minutes: number;
  seconds: number;
}

/** Whole days, hours, minutes and seconds of a span; fractions of a second are cut off, a negative span is zero. */
function clockParts(spanMs: number): ClockParts {
  const total = Math.max(0, Math.floor(spanMs / SECOND_MS));
  return {
    days: Math.floor(total / 86_400),
    hours: Math.floor((total % 86_400) / 3_600),
    minutes: Math.floor((total % 3_600) / 60),
    seconds: total % 60,
  };
}

const two = (value: number) => String(value).padStart(2, "0");

/** "6 min 35 s", "2 h 5 min", "1 d 2 h": two units at most, for reading. */
export function formatSpan(spanMs: number): string {
  const { days, hours, minutes, seconds } = clockParts(spanMs);
  if (days > 0) return hours > 0 ? `${days} d ${hours} h` : `${days} d`;
  if (hours > 0) return minutes > 0 ? `${hours} h ${minutes} min` : `${hours} h`;
  if (minutes > 0) return seconds > 0 ? `${minutes} min ${two(seconds)} s` : `${minutes} min`;
  return `${seconds} s`;
}

/** "4:30", "1:04:30", "1.02:04:30": a running clock. */
export function formatElapsed(spanMs: number): string {
  const { days, hours, minutes, seconds } = clockParts(spanMs);
  const tail = `${two(minutes)}:${two(seconds)}`;
  if (days > 0) return `${days}.${two(hours)}:${tail}`;
  return hours > 0 ? `${hours}:${tail}` : `${minutes}:${two(seconds)}`;
}

/** "00:04:30", "1.02:04:30" past a day: .NET's TimeSpan as PowerShell prints it, without the fraction. */
export function formatTimeSpan(spanMs: number): string {
  const { days, hours, minutes, seconds } = clockParts(spanMs);
  const clock = `${two(hours)}:${two(minutes)}:${two(seconds)}`;
  return days > 0 ? `${days}.${clock}` : clock;
}
