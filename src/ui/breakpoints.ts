import { useSyncExternalStore } from "react";

/**
 * The widths in px at which layouts change, all of them; style sheets name the same numbers (breakpoints.test.ts).
 * `card`, `columns` and `sideBySide` are of a container, `phone` and `rail` of the window.
 */
export const BREAKPOINTS = {
  /** A phone in portrait: smaller paddings, labels above their values. */
  phone: 480,
  /** Rows of tables become cards. */
  card: 620,
  /** Rail and blade menu are no longer beside the content. */
  rail: 820,
  /** Rarer columns of tables go. */
  columns: 1000,
  /** A second blade is no longer beside the first. */
  sideBySide: 1100,
} as const;

const narrow = window.matchMedia(`(max-width: ${BREAKPOINTS.rail}px)`);

/** Whether the window has no room for rail and blade menu beside the content. */
export function useIsNarrow(): boolean {
  return useSyncExternalStore(
    (listener) => {
      narrow.addEventListener("change", listener);
      return () => narrow.removeEventListener("change", listener);
    },
    () => narrow.matches,
  );
}
