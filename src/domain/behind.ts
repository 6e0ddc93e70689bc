/**
 * Whether the page is behind with a question it asks every `everyMs`: its next answer is overdue by twice that. All three
 * in milliseconds of one clock; null where there was no answer yet.
 */
export function isBehind(answeredAt: number | null, everyMs: number, now: number): boolean {
  return answeredAt !== null && now - answeredAt > 3 * everyMs;
}
