import type { TimeZoneChoice } from "./preferences.ts";

// One formatter per zone, made on first use: each costs more than a table of texts, and all texts are parts of its.
const formatters = new Map<TimeZoneChoice, Intl.DateTimeFormat>();

function formatter(zone: TimeZoneChoice): Intl.DateTimeFormat {
  const made = formatters.get(zone);
  if (made) return made;
  const fresh = new Intl.DateTimeFormat("en-US", {
    month: "short",
    day: "numeric",
    year: "numeric",
    hour: "numeric",
    minute: "2-digit",
    second: "2-digit",
    timeZoneName: "short",
    ...(zone === "utc" ? { timeZone: "UTC" } : {}),
  });
  formatters.set(zone, fresh);
  return fresh;
}

/** "Nov 22, 2026, 10:20:14 AM PST": absolute, with its zone. Epoch ms. */
export function formatDateTime(at: number, zone: TimeZoneChoice): string {
  return formatter(zone).format(at);
}

/** The same in two parts, so that the zone can stand back. */
export function formatDateTimeParts(at: number, zone: TimeZoneChoice): { dateTime: string; zone: string } {
  const parts = formatter(zone).formatToParts(at);
  const name = parts.find((part) => part.type === "timeZoneName")?.value ?? "";
  const dateTime = parts
    .filter((part) => part.type !== "timeZoneName")
    .map((part) => part.value)
    .join("")
    .trim();
  return { dateTime, zone: name };
}

/** "12:34:26 PM". */
export function formatTime(at: number, zone: TimeZoneChoice): string {
  return timeOf(at, zone, ["hour", "minute", "second"]);
}

/** "12:34 PM". */
export function formatMinute(at: number, zone: TimeZoneChoice): string {
  return timeOf(at, zone, ["hour", "minute"]);
}

function timeOf(at: number, zone: TimeZoneChoice, types: Intl.DateTimeFormatPartTypes[]): string {
  const parts = formatter(zone).formatToParts(at);
  const valueOf = (type: Intl.DateTimeFormatPartTypes) =>
    parts.find((part) => part.type === type)?.value ?? "";
  return `${types.map(valueOf).join(":")} ${valueOf("dayPeriod")}`;
}

/** "just now", "12 min ago", "2 h ago", "3 d ago", "in 4 h": beside an absolute time, never instead of one. */
export function formatRelative(at: number, now: number): string {
  const minutes = Math.floor(Math.abs(now - at) / 60_000);
  if (minutes < 1) return "just now";
  const text =
    minutes < 60
      ? `${minutes} min`
      : minutes < 24 * 60
        ? `${Math.floor(minutes / 60)} h`
        : `${Math.floor(minutes / (24 * 60))} d`;
  return at > now ? `in ${text}` : `${text} ago`;
}
