import type { TimeZoneChoice } from "./preferences.ts";

// One formatter per kind of text, made on first use: an Intl.DateTimeFormat per cell costs more than the table.
const formatters = new Map<string, Intl.DateTimeFormat>();

function formatter(
  kind: string,
  zone: TimeZoneChoice,
  options: Intl.DateTimeFormatOptions,
): Intl.DateTimeFormat {
  const key = `${kind}:${zone}`;
  const made = formatters.get(key);
  if (made) return made;
  const fresh = new Intl.DateTimeFormat("en-US", zone === "utc" ? { ...options, timeZone: "UTC" } : options);
  formatters.set(key, fresh);
  return fresh;
}

const DATE_TIME = {
  month: "short",
  day: "numeric",
  year: "numeric",
  hour: "numeric",
  minute: "2-digit",
  second: "2-digit",
  timeZoneName: "short",
} as const;

/** "Nov 22, 2026, 10:20:14 AM PST": absolute, with its zone. Epoch ms. */
export function formatDateTime(at: number, zone: TimeZoneChoice): string {
  return formatter("dateTime", zone, DATE_TIME).format(at);
}

/** The same in two parts, so that the zone can stand back. */
export function formatDateTimeParts(at: number, zone: TimeZoneChoice): { dateTime: string; zone: string } {
  const parts = formatter("dateTime", zone, DATE_TIME).formatToParts(at);
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
  return formatter("time", zone, { hour: "numeric", minute: "2-digit", second: "2-digit" }).format(at);
}

/** "12:34 PM". */
export function formatMinute(at: number, zone: TimeZoneChoice): string {
  return formatter("minute", zone, { hour: "numeric", minute: "2-digit" }).format(at);
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
