import type { TimeZoneChoice } from "./preferences.ts";

// By Date's own fields and not by Intl: the first Intl.DateTimeFormat of a page costs more than drawing its list (55 of
// 950 ms on a processor four times as slow, measured). The texts are those of Intl in "en-US"; format.test.ts compares.

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

interface Fields {
  date: string;
  hour: number;
  minute: string;
  second: string;
  half: "AM" | "PM";
}

function fieldsOf(at: number, zone: TimeZoneChoice): Fields {
  // Moved by the zone's offset, the fields of UTC are those of the zone.
  const moved = new Date(zone === "utc" ? at : at - new Date(at).getTimezoneOffset() * 60_000);
  const hours = moved.getUTCHours();
  const twoDigits = (value: number) => String(value).padStart(2, "0");
  return {
    date: `${MONTHS[moved.getUTCMonth()]} ${moved.getUTCDate()}, ${moved.getUTCFullYear()}`,
    hour: hours % 12 || 12,
    minute: twoDigits(moved.getUTCMinutes()),
    second: twoDigits(moved.getUTCSeconds()),
    half: hours < 12 ? "AM" : "PM",
  };
}

const NORTH_AMERICAN: Readonly<Record<string, string>> = {
  Alaska: "AK",
  Atlantic: "A",
  Central: "C",
  Eastern: "E",
  "Hawaii-Aleutian": "H",
  Mountain: "M",
  Pacific: "P",
};

/** "PST" where English has a short name that operators know, "GMT+5:30" elsewhere. */
function zoneOf(at: number, zone: TimeZoneChoice): string {
  if (zone === "utc") return "UTC";
  const date = new Date(at);
  // "Sun Sep 13 2020 05:26:40 GMT-0700 (Pacific Daylight Time)", in the browser's own language.
  const [, name = "", kind = ""] = /\((\S+) (\S+) Time\)$/.exec(date.toString()) ?? [];
  if (name === "Coordinated") return "UTC";
  const short = NORTH_AMERICAN[name];
  if (short && /^(Standard|Daylight)$/.test(kind)) return `${short}${kind.charAt(0)}T`;
  const offset = -date.getTimezoneOffset();
  const minutes = Math.abs(offset) % 60;
  const hours = (Math.abs(offset) - minutes) / 60;
  if (offset === 0) return "GMT";
  return `GMT${offset < 0 ? "-" : "+"}${hours}${minutes === 0 ? "" : `:${String(minutes).padStart(2, "0")}`}`;
}

/** "Nov 22, 2026, 10:20:14 AM PST": absolute, with its zone. Epoch ms. */
export function formatDateTime(at: number, zone: TimeZoneChoice): string {
  const parts = formatDateTimeParts(at, zone);
  return `${parts.dateTime} ${parts.zone}`;
}

/** The same in two parts, so that the zone can stand back. */
export function formatDateTimeParts(at: number, zone: TimeZoneChoice): { dateTime: string; zone: string } {
  const { date, hour, minute, second, half } = fieldsOf(at, zone);
  return { dateTime: `${date}, ${hour}:${minute}:${second} ${half}`, zone: zoneOf(at, zone) };
}

/** "12:34:26 PM". */
export function formatTime(at: number, zone: TimeZoneChoice): string {
  const { hour, minute, second, half } = fieldsOf(at, zone);
  return `${hour}:${minute}:${second} ${half}`;
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
