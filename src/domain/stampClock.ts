/**
 * The stamp's time, from the Date headers of its answers and a monotonic local clock, so that a wrong clock on the
 * operator's machine cannot make "elapsed" wrong (docs/faults.md "Time"). Plain data; `tick` is performance.now().
 */
export interface StampClock {
  stampAt: number;
  tick: number;
  /** How fast stamp time runs: 1, except on a mocked stamp whose demo clock is sped up. */
  rate: number;
  /** Answers in a row that agree on an earlier time; null while the last one fitted. */
  earlier: Earlier | null;
}

interface Earlier {
  /** By how much the first of them was earlier, and its tick. */
  byMs: number;
  sinceTick: number;
  answers: number;
}

/** Date headers carry whole seconds and arrive late: a smaller step is noise. */
const NOISE_MS = 2_000;

/** So many answers, the first of them so long ago, set the clock back. One cached answer repeats its date, not its distance. */
const AGREEING_ANSWERS = 3;
const AGREEING_MS = 5_000;

/** Stamp time now, epoch ms. */
export function stampNow(clock: StampClock, tick: number): number {
  return clock.stampAt + Math.max(0, tick - clock.tick) * clock.rate;
}

/**
 * Takes in one Date header. Forward at once, as after sleep; back only when several answers agree: elapsed times must not
 * jump back for a reply from a cache or out of order (I20), and one wrong date must not last until a reload.
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

/** A clock that has seen one Date header; the second it cut off is half a second on average. */
export function clockAt(dateAt: number, tick: number, rate: number): StampClock {
  return { stampAt: dateAt, tick, rate, earlier: null };
}
