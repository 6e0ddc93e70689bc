/**
 * The stamp's time, from its answers' Date headers and a monotonic local clock, so that a wrong clock on the operator's
 * machine doesn't affect elapsed times (docs/faults.md "Time"). Plain data; `tick` is performance.now().
 */
export interface StampClock {
  stampAt: number;
  tick: number;
  /** Rate of stamp time: 1, except on a mocked stamp with a sped-up clock. */
  rate: number;
  /** Consecutive answers that agree on an earlier time; null if the last one fitted. */
  earlier: Earlier | null;
}

interface Earlier {
  /** How much earlier the first of them was, and its tick. */
  byMs: number;
  sinceTick: number;
  answers: number;
}

/** Date headers carry whole seconds and arrive late: a smaller step is noise. */
const NOISE_MS = 2_000;

/** This many answers over this span set the clock back. A cached answer repeats its date, so its distance grows. */
const AGREEING_ANSWERS = 3;
const AGREEING_MS = 5_000;

/** Stamp time now, epoch ms. */
export function stampNow(clock: StampClock, tick: number): number {
  return clock.stampAt + Math.max(0, tick - clock.tick) * clock.rate;
}

/**
 * Applies one Date header. Moves forward immediately, as after sleep; back only if several answers agree: elapsed times
 * must not jump back for a cached or reordered answer (I20), and a wrong date must not last until a reload.
 */
export function observeDate(clock: StampClock, dateAt: number, tick: number): StampClock {
  const noiseMs = NOISE_MS * clock.rate;
  const byMs = stampNow(clock, tick) - dateAt;
  if (byMs < -noiseMs) return { ...clock, stampAt: dateAt, tick, earlier: null };
  if (byMs <= noiseMs) return clock.earlier === null ? clock : { ...clock, earlier: null };
  const { earlier } = clock;
  const agrees = earlier !== null && Math.abs(byMs - earlier.byMs) <= noiseMs;
  if (!agrees) return { ...clock, earlier: { byMs, sinceTick: tick, answers: 1 } };
  const answers = earlier.answers + 1;
  return answers >= AGREEING_ANSWERS && tick - earlier.sinceTick >= AGREEING_MS
    ? { ...clock, stampAt: dateAt, tick, earlier: null }
    : { ...clock, earlier: { ...earlier, answers } };
}

/** A clock from one Date header; its truncated fraction is half a second on average. */
export function clockAt(dateAt: number, tick: number, rate: number): StampClock {
  return { stampAt: dateAt, tick, rate, earlier: null };
}
