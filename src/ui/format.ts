/** How the operator reads dates: in the browser's own form, or as ISO 8601 with a 24-hour clock. */
export type DateFormatChoice = "browser" | "iso";

/** What an instant is formatted with; `timeZone` as Intl names it, undefined for the browser's own. */
export interface DateFormat {
  choice: DateFormatChoice;
  timeZone: string | undefined;
}

const DATE: Intl.DateTimeFormatOptions = { year: "numeric", month: "short", day: "numeric" };
const ISO_DATE: Intl.DateTimeFormatOptions = { year: "numeric", month: "2-digit", day: "2-digit" };
const TIME: Intl.DateTimeFormatOptions = { hour: "numeric", minute: "2-digit", second: "2-digit" };

// An Intl formatter is dear to make (15–20 ms, the first one, on a slow processor) and cheap to use.
const formatters = new Map<string, Intl.DateTimeFormat>();

function formatterOf(
  kind: "dateTime" | "minute" | "date" | "time" | "zone",
  { choice, timeZone }: DateFormat,
): Intl.DateTimeFormat {
  const key = `${kind} ${choice} ${timeZone}`;
  const known = formatters.get(key);
  if (known) return known;
  const iso = choice === "iso";
  const date = iso ? ISO_DATE : DATE;
  const fields = {
    dateTime: { ...date, ...TIME },
    minute: { ...date, year: undefined, ...TIME, second: undefined },
    date,
    time: TIME,
    zone: { timeZoneName: iso ? "longOffset" : "short" } as const,
  }[kind];
  // Swedish dates are ISO 8601's.
  const formatter = new Intl.DateTimeFormat(iso ? "sv-SE" : undefined, {
    ...fields,
    timeZone,
    ...(iso && kind !== "date" && { hour: "2-digit" }),
  });
  formatters.set(key, formatter);
  return formatter;
}

/** The language that `formatDateTime` writes: the `lang` of its element. */
export function dateLanguage(format: DateFormat): string {
  return format.choice === "iso" ? "en" : formatterOf("dateTime", format).resolvedOptions().locale;
}

/** Date and time, and separately the zone, which can then be less prominent. `at` in epoch ms. */
export function formatDateTimeParts(at: number, format: DateFormat): { dateTime: string; zone: string } {
  return { dateTime: formatterOf("dateTime", format).format(at), zone: zoneOf(at, format) };
}

/** "Nov 22, 2026, 10:20:14 AM PST", "2026-11-22 10:20:14 -08:00": absolute, with its zone. `at` in epoch ms. */
export function formatDateTime(at: number, format: DateFormat): string {
  const { dateTime, zone } = formatDateTimeParts(at, format);
  return isolated(`${dateTime} ${zone}`);
}

/** "Nov 22, 2026": for dates long ago. `at` in epoch ms. */
export function formatDate(at: number, format: DateFormat): string {
  return isolated(formatterOf("date", format).format(at));
}

/** "Nov 22, 12:34 PM": a clock that runs. `at` in epoch ms. */
export function formatMinute(at: number, format: DateFormat): string {
  return isolated(formatterOf("minute", format).format(at));
}

/** "12:34:26 PM". `at` in epoch ms. */
export function formatTime(at: number, format: DateFormat): string {
  return isolated(formatterOf("time", format).format(at));
}

/** Set apart from the English sentence around it, whose words and numbers a date from right to left would reorder. */
function isolated(date: string): string {
  return /[\u0590-\u08ff]/.test(date) ? `\u2068${date}\u2069` : date;
}

/** The zone in force at an instant: "PST", "GMT+5:30", or in ISO form "-08:00"; nothing where the browser has no names. */
function zoneOf(at: number, format: DateFormat): string {
  try {
    const parts = formatterOf("zone", format).formatToParts(at);
    const name = parts.find(({ type }) => type === "timeZoneName")?.value ?? "";
    if (format.choice === "browser") return name;
    return name === "GMT" ? "+00:00" : name.replace(/^GMT/, "").replace("−", "-");
  } catch {
    return "";
  }
}

const numbers = new Intl.NumberFormat();

/** "10,000" in the browser's own form. */
export function formatNumber(value: number): string {
  return numbers.format(value);
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Beyond this an age says less than a date does. */
export const LONGEST_AGE_MS = 60 * DAY;

/** "just now", "12 min ago", "in 7 h 52 min", "1 d 4 h ago", "3 d ago": rounded, two units under two days. Epoch ms. */
export function formatRelative(at: number, now: number): string {
  const span = Math.abs(now - at);
  if (span < MINUTE) return "just now";
  const text = spanInWords(span);
  return at > now ? `in ${text}` : `${text} ago`;
}

function spanInWords(spanMs: number): string {
  const minutes = Math.round(spanMs / MINUTE);
  if (minutes < 60) return `${minutes} min`;
  if (minutes < 24 * 60) return twoUnits(Math.floor(minutes / 60), "h", minutes % 60, "min");
  const hours = Math.round(spanMs / HOUR);
  if (hours < 48) return twoUnits(Math.floor(hours / 24), "d", hours % 24, "h");
  return `${formatNumber(Math.round(spanMs / DAY))} d`;
}

function twoUnits(first: number, firstUnit: string, second: number, secondUnit: string): string {
  return second === 0 ? `${first} ${firstUnit}` : `${first} ${firstUnit} ${second} ${secondUnit}`;
}
