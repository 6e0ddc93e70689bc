import { createStore, useStore } from "../../store.ts";

// Open or not survives reloads of this tab, as choosing another scenario is one.
const KEY = "azs-backup.demo.open";

/** Id of the button in the banner, which gets the focus back. */
export const DEMO_BUTTON_ID = "demo-open";

// The link to a story opens them.
const demoOpen = createStore(stored() || new URLSearchParams(location.search).has("story"));
let byHand = false;

function stored(): boolean {
  try {
    return sessionStorage.getItem(KEY) === "true";
  } catch {
    return false;
  }
}

/** Opens or closes the demo controls at the presenter's word; closing gives the focus back to their button. */
export function setDemoOpen(next: boolean): void {
  byHand = next;
  demoOpen.set(next);
  try {
    sessionStorage.setItem(KEY, String(next));
  } catch {
    // Without storage they are closed again after a reload.
  }
  if (!next) document.getElementById(DEMO_BUTTON_ID)?.focus();
}

/** Whether the demo controls were just opened by hand, and not by a reload: once true, then false. */
export function takeOpenedByHand(): boolean {
  const was = byHand;
  byHand = false;
  return was;
}

export function useDemoOpen(): boolean {
  return useStore(demoOpen);
}
