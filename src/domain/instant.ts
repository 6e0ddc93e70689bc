const INSTANT = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2}):(\d{2})(?:\.(\d{1,9}))?(Z|[+-]\d{2}:\d{2})?$/i;

/** .NET's DateTime.MinValue, which stamps write for "never" (recordings/one-backup-alert, closedTimestamp). */
const NEVER_YEAR = 1;

/**
 * Reads an ARM instant into epoch milliseconds; null for absent, null, garbage and 0001-01-01.
 * Up to 9 fractional digits are read, JS keeps three; an instant without zone is UTC (docs/stamp-api.md "Dates and durations").
 */
export function parseInstant(wire: unknown): number | null {
  if (typeof wire !== "string") return null;
  const match = INSTANT.exec(wire.trim());
  if (!match) return null;
  const [, year, month, day, hour, minute, second, fraction = "", zone = "Z"] = match;
  if (Number(year) <= NEVER_YEAR) return null;
  const millis = fraction.padEnd(3, "0").slice(0, 3);
  const text = `${year}-${month}-${day}T${hour}:${minute}:${second}.${millis}${zone.toUpperCase()}`;
  const parsed = Date.parse(text);
  if (Number.isNaN(parsed)) return null;
  // Date.parse turns 30 February into March; a date that doesn't exist is unreadable, not another date.
  if (new Date(Date.UTC(Number(year), Number(month) - 1, Number(day))).getUTCDate() !== Number(day))
    return null;
  return parsed;
}
