/**
 * Whether an answer polled for every `everyMs` is overdue by twice that. All in milliseconds of one clock; `answeredAt` is
 * null before the first answer.
 */
export function isBehind(answeredAt: number | null, everyMs: number, now: number): boolean {
  return answeredAt !== null && now - answeredAt > 3 * everyMs;
}
