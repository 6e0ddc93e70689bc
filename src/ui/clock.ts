import { createStore, useStore, type Readable } from "../store.ts";

/** One timer per interval, shared: a page with a hundred ages has one timer, not a hundred. */
function createBeat(everyMs: number): Readable<number> {
  const beats = createStore(0, () => {
    const timer = setInterval(() => beats.set(beats.get() + 1), everyMs);
    return () => clearInterval(timer);
  });
  return beats;
}

const second = createBeat(1_000);
const halfMinute = createBeat(30_000);

/** Renders the caller once a second. */
export function useEverySecond(): void {
  useStore(second);
}

/** Renders the caller twice a minute, for ages shown in minutes. */
export function useEveryHalfMinute(): void {
  useStore(halfMinute);
}
