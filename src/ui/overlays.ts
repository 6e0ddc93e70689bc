import { useSyncExternalStore, type ReactNode } from "react";

let keeper: ReactNode = null;
const listeners = new Set<() => void>();

/**
 * Told by every overlay when it appears: what stays on the page from then on. Handed over and not fetched by the page,
 * which would be too late for an overlay that is closed at once.
 */
export function noteOverlayUsed(keeps: ReactNode): void {
  keeper = keeps;
  for (const listener of listeners) listener();
}

/** What to render once an overlay has been on this page; null before. */
export function useOverlayKeeper(): ReactNode {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => keeper,
  );
}
