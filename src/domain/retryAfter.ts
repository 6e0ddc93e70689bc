/** No poll is closer than this to the last one, whatever a server says (docs/architecture.md "Long-running operations"). */
export const SHORTEST_DELAY_MS = 5_000;
/** Nor further: a wrong Retry-After must not silence the page for hours. */
export const LONGEST_DELAY_MS = 10 * 60_000;
/** What every recorded createBackup poll answered (recordings/Start-AzsBackup). */
export const USUAL_DELAY_MS = 60_000;

/**
 * Milliseconds to wait by a Retry-After header: seconds or an HTTP date, clamped to 5 s … 10 min.
 * Null where the header is absent or unreadable (`60abc`, `NaN`), so that the caller's own default holds.
 * `now` is the answering server's time, from its Date header.
 */
export function parseRetryAfter(header: string | null, now: number): number | null {
  const text = header?.trim() ?? "";
  if (text === "") return null;
  if (/^[+-]?\d+(\.\d+)?$/.test(text)) return clampDelay(Number(text) * 1_000);
  if (!/^[A-Za-z]{3,9},? /.test(text)) return null;
  const date = Date.parse(text);
  return Number.isNaN(date) ? null : clampDelay(date - now);
}

/** Puts a delay into the permitted range; what is not a number becomes the usual minute (I13). */
export function clampDelay(delayMs: number): number {
  if (Number.isNaN(delayMs)) return USUAL_DELAY_MS;
  return Math.min(LONGEST_DELAY_MS, Math.max(SHORTEST_DELAY_MS, delayMs));
}
