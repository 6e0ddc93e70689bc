import { useEffect } from "react";

const STEPS: Record<string, 1 | -1> = { PageDown: 1, ArrowRight: 1, PageUp: -1, ArrowLeft: -1 };

/** What has a use for arrow keys of its own. */
export const WITH_ARROWS =
  "input, textarea, select, [contenteditable=true], [role=grid], [role=toolbar], [role=menu], [role=tablist], [role=listbox], [role=radiogroup]";
/** What has a use for the page keys; a list gives them to the story, as a clicker has no other. */
const WITH_PAGES = "textarea, select, [role=spinbutton], [role=combobox], [role=listbox]";

let onStep: ((steps: 1 | -1) => void) | null = null;

/** Hears the keys before Fluent's lists do: called before anything is drawn, as the one registered first comes first. */
export function listenForStoryKeys(): void {
  window.addEventListener("keydown", takeKey, { capture: true });
}

function takeKey(event: KeyboardEvent): void {
  const steps = STEPS[event.key];
  if (!onStep || steps === undefined) return;
  if (event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return;
  const taken = event.key.startsWith("Arrow") ? WITH_ARROWS : WITH_PAGES;
  if (event.target instanceof Element && event.target.closest(taken)) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  onStep(steps);
}

/** Arrow keys, and the Page Up and Page Down of a presenter's clicker, go from step to step. */
export function useStoryKeys(go: (steps: 1 | -1) => void): void {
  useEffect(() => {
    onStep = go;
    return () => {
      onStep = null;
    };
  }, [go]);
}
