import { formatSpan } from "../../domain/duration.ts";

/** A span to the minute: these are read, not counted. */
export function minutesText(ms: number): string {
  return formatSpan(Math.max(60_000, Math.round(ms / 60_000) * 60_000));
}
