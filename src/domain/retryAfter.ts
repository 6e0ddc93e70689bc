/** Minimum delay between polls, whatever a server sends (docs/architecture.md "Long-running operations"). */
export const SHORTEST_DELAY_MS = 5_000;
/** Maximum delay: a wrong Retry-After must not stop polling for hours. */
export const LONGEST_DELAY_MS = 10 * 60_000;
/** The value in every recorded createBackup poll (recordings/Start-AzsBackup). */
export const USUAL_DELAY_MS = 60_000;

/**
 * Milliseconds to wait by a Retry-After header: seconds or an HTTP date, clamped to 5 s … 10 min.
 * Null if the header is absent or unreadable (`60abc`, `NaN`), so that the caller's default applies.
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

/** Clamps a delay to the permitted range; NaN becomes the usual minute (I13). */
export function clampDelay(delayMs: number): number {
  if (Number.isNaN(delayMs)) return USUAL_DELAY_MS;
  return Math.min(LONGEST_DELAY_MS, Math.max(SHORTEST_DELAY_MS, delayMs));
}
