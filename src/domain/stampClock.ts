/**
 * The stamp's time, from the Date headers of its answers and a monotonic local clock, so that a wrong clock on the
 * operator's machine cannot make "elapsed" wrong (docs/faults.md "Time"). Plain data; `tick` is performance.now().
 */
export interface StampClock {
  stampAt: number;
  tick: number;
  /** How fast stamp time runs: 1, except on a mocked stamp whose demo clock is sped up. */
  rate: number;
}

/** Date headers carry whole seconds and arrive late: a smaller step forward is noise. */
const NOISE_MS = 2_000;

/** Stamp time now, epoch ms. */
export function stampNow(clock: StampClock, tick: number): number {
  return clock.stampAt + Math.max(0, tick - clock.tick) * clock.rate;
}

/**
 * Takes in one Date header. The clock only ever moves forward: elapsed times must not jump back (I20), and replies
 * from caches or out of order carry older dates.
 */
export function observeDate(clock: StampClock, dateAt: number, tick: number): StampClock {
  return dateAt - stampNow(clock, tick) > NOISE_MS * clock.rate ? { ...clock, stampAt: dateAt, tick } : clock;
}

/** A clock that has seen one Date header; the second it cut off is half a second on average. */
export function clockAt(dateAt: number, tick: number, rate: number): StampClock {
  return { stampAt: dateAt, tick, rate };
}
