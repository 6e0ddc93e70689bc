import { useSyncExternalStore } from "react";

type Listener = () => void;

/** One timer for all that show the same beat: a page of a hundred ages has one interval, not a hundred. */
function createBeat(everyMs: number) {
  const listeners = new Set<Listener>();
  let timer: ReturnType<typeof setInterval> | undefined;
  let beats = 0;
  return {
    subscribe: (listener: Listener) => {
      listeners.add(listener);
      timer ??= setInterval(() => {
        beats += 1;
        for (const each of listeners) each();
      }, everyMs);
      return () => {
        listeners.delete(listener);
        if (listeners.size > 0) return;
        clearInterval(timer);
        timer = undefined;
      };
    },
    get: () => beats,
  };
}

const second = createBeat(1_000);
const halfMinute = createBeat(30_000);

/** Renders the caller once a second. */
export function useSecondBeat(): void {
  useSyncExternalStore(second.subscribe, second.get);
}

/** Renders the caller twice a minute, for ages told in minutes. */
export function useHalfMinuteBeat(): void {
  useSyncExternalStore(halfMinute.subscribe, halfMinute.get);
}
