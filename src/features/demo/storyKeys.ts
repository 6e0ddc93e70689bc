import { useEffect, useRef } from "react";

const STEPS: Record<string, 1 | -1> = { PageDown: 1, ArrowRight: 1, PageUp: -1, ArrowLeft: -1 };

/** What a person types into. */
const TYPED = "input, textarea, select, [contenteditable=true]";
/** What has a use for arrow keys of its own. */
const WITH_ARROWS =
  "[role=grid], [role=toolbar], [role=menu], [role=tablist], [role=listbox], [role=radiogroup]";

/** Arrow keys, and the Page Up and Page Down of a presenter's clicker, go from step to step. */
export function useStoryKeys(onStep: (steps: 1 | -1) => void): void {
  const latest = useRef(onStep);
  useEffect(() => {
    latest.current = onStep;
  }, [onStep]);
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const steps = STEPS[event.key];
      if (steps === undefined || event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return;
      const { target } = event;
      if (target instanceof Element) {
        if (target.matches(TYPED)) return;
        if (event.key.startsWith("Arrow") && target.closest(WITH_ARROWS)) return;
      }
      event.preventDefault();
      event.stopPropagation();
      latest.current(steps);
    };
    // Captured: a list or a pane would scroll by the same keys.
    document.addEventListener("keydown", onKeyDown, { capture: true });
    return () => document.removeEventListener("keydown", onKeyDown, { capture: true });
  }, []);
}
