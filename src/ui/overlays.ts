import { useSyncExternalStore } from "react";

let used = false;
const listeners = new Set<() => void>();

/** Told by every overlay when it appears. */
export function noteOverlayUsed(): void {
  used = true;
  for (const listener of listeners) listener();
}

/** Whether an overlay has been on this page yet. */
export function useOverlaysUsed(): boolean {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => used,
  );
}
