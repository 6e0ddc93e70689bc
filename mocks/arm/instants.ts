import { hash } from "../sim/random.ts";

/**
 * UTC with up to seven fractional digits, trailing zeros trimmed, as recorded (`.37Z`, `.7883083Z`).
 * `grain` names what the digits below a millisecond are drawn from: one thing, one fraction, everywhere.
 */
export function formatInstant(at: number, grain: string): string {
  const [seconds = "", millis = ""] = new Date(at).toISOString().slice(0, -1).split(".");
  return `${seconds}${fraction(`${millis}${ticks(grain)}`)}Z`;
}

/** ISO 8601 duration as recorded (`PT6M35.345912S`): hours and minutes only where there are any. */
export function formatDuration(ms: number, grain: string): string {
  const hours = Math.floor(ms / 3_600_000);
  const minutes = Math.floor((ms % 3_600_000) / 60_000);
  const seconds = Math.floor((ms % 60_000) / 1000);
  const rest = fraction(`${String(ms % 1000).padStart(3, "0")}${ticks(`${grain} took`)}`);
  return `PT${hours > 0 ? `${hours}H` : ""}${minutes > 0 ? `${minutes}M` : ""}${seconds}${rest}S`;
}

/** An instant as the Date header writes it. */
export function formatHttpDate(at: number): string {
  return new Date(at).toUTCString();
}

/** An instant as x-ms-routing-request-id writes it: `20200304T121543Z`. */
export function formatCompact(at: number): string {
  return `${new Date(at).toISOString().slice(0, 19).replaceAll(/[-:]/g, "")}Z`;
}

/** An instant as US text, which is what alertProperties were recorded with: `2/26/2021 5:55:51 AM`. */
export function formatUs(at: number): string {
  const date = new Date(at);
  const hours = date.getUTCHours();
  const rest = [date.getUTCMinutes(), date.getUTCSeconds()].map((part) => String(part).padStart(2, "0"));
  const day = `${date.getUTCMonth() + 1}/${date.getUTCDate()}/${date.getUTCFullYear()}`;
  return `${day} ${hours % 12 || 12}:${rest.join(":")} ${hours < 12 ? "AM" : "PM"}`;
}

function ticks(grain: string): string {
  return String(hash(grain) % 10_000).padStart(4, "0");
}

function fraction(digits: string): string {
  const trimmed = digits.replace(/0+$/, "");
  return trimmed === "" ? "" : `.${trimmed}`;
}
