import { fill, findField, findPlace, placeShows } from "./place.ts";
import type { Place, Story, StoryStep } from "./story.ts";

/** How long something to press is waited for, ms: a presenter may have pressed it by hand. */
const PRESS_MS = 8_000;
/** How long the words of a step are waited for, ms: forty stamps on a slow machine take a while. */
const SHOWS_MS = 30_000;
const LOOK_EVERY_MS = 100;
/** The page is asked to look at the stamp again while a step's words are not there yet. */
const REFRESH_EVERY_MS = 2_500;
const REFRESH: Place = { role: "button", name: "Refresh" };

export interface Stage {
  /** Sends the simulation a command; true when it was taken. */
  tell: (command: Record<string, unknown>) => Promise<boolean>;
  refresh: () => void;
}

/** Does what a step does by itself, and resolves once the page shows what the step promises, or after a while. */
export async function playStep({ path, acts = [], point, shows }: StoryStep, stage: Stage): Promise<void> {
  if (path !== undefined && location.hash.split("?")[0] !== `#${path}`) location.hash = path;
  for (const act of acts) {
    if (act.kind === "tell") await stage.tell(act.command);
    else if (act.kind === "press") (await until(() => pressable(act.place), PRESS_MS))?.click();
    else {
      const field = await until(() => findField(act.label), PRESS_MS);
      if (field) fill(field, act.text);
    }
  }
  await showsSoon({ point, shows }, stage);
  // The page now knows of a jump in time, and asks for what it missed.
  if (acts.some(({ kind }) => kind === "tell")) refresh(stage);
}

/** By the page's own button: it knows whether one stamp or all of them are shown. */
function refresh(stage: Stage): void {
  const button = findPlace(REFRESH);
  if (button) button.click();
  else stage.refresh();
}

/** Waits for the words of a step; asks the stamp again meanwhile. */
async function showsSoon({ point, shows }: Pick<StoryStep, "point" | "shows">, stage: Stage): Promise<void> {
  let refreshedAt = Number.NEGATIVE_INFINITY;
  await until(() => {
    if (placeShows(point, shows)) return true;
    if (performance.now() - refreshedAt < REFRESH_EVERY_MS) return null;
    refreshedAt = performance.now();
    refresh(stage);
    return null;
  }, SHOWS_MS);
}

function pressable(place: Place): HTMLElement | null {
  const element = findPlace(place);
  return element?.matches(":disabled, [aria-disabled=true]") ? null : element;
}

async function until<T>(look: () => T | null, patienceMs: number): Promise<T | null> {
  const givenUpAt = performance.now() + patienceMs;
  for (;;) {
    const found = look();
    if (found !== null || performance.now() > givenUpAt) return found;
    await new Promise((done) => setTimeout(done, LOOK_EVERY_MS));
  }
}

/** Whether going from step `from` back to step `to` needs the story played anew: something was done between them. */
export function needsReplay(story: Story, from: number, to: number): boolean {
  return story.steps.slice(to + 1, from + 1).some(({ acts = [] }) => acts.length > 0);
}
