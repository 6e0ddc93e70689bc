import { WITH_ARROWS } from "./storyKeys.ts";
import { fill, findField, findPlace, placeShows } from "./place.ts";
import type { Place, Story, StoryStep } from "./story.ts";

/** How long something to press is waited for, ms: a presenter may have pressed it by hand. */
const PRESS_MS = 8_000;
/** Maximum wait for a step's text, ms: forty stamps on a slow machine take a while. */
const SHOWS_MS = 30_000;
const LOOK_EVERY_MS = 100;
/** How often the stamp is polled while waiting for a step's text, ms. */
const REFRESH_EVERY_MS = 2_500;
/** How long mocked answers take at most, ms, as a rule. */
const ANSWERS_MS = 800;
const REFRESH: Place = { role: "button", name: "Refresh" };

export interface Stage {
  /** Sends the simulation a command; true when it was taken. */
  tell: (command: Record<string, unknown>) => Promise<boolean>;
  refresh: () => void;
}

/** Runs a step's action, and resolves once the page shows the expected text, or after a timeout. */
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
  if (acts.some(({ kind }) => kind === "tell")) {
    // The first answers show the page that time has jumped; only then are polls due.
    refresh(stage);
    await pause(ANSWERS_MS);
    await showsSoon(point, shows, () => refresh(stage));
    refresh(stage);
  } else await showsSoon(point, shows, () => undefined);
  releaseArrows();
}

/** A form that opens, or a pane that closes, moves the focus to where arrow keys do something else than lead the story. */
function releaseArrows(): void {
  const { activeElement } = document;
  if (activeElement instanceof HTMLElement && activeElement.closest(WITH_ARROWS)) activeElement.blur();
}

/** Asks by the page's own button, which knows whether one stamp or all of them are shown. */
function refresh(stage: Stage): void {
  const button = findPlace(REFRESH);
  if (button) button.click();
  else stage.refresh();
}

/** Waits for a step's text, polling meanwhile. */
async function showsSoon(point: Place, shows: readonly string[], ask: () => void): Promise<void> {
  let askedAt = performance.now();
  await until(() => {
    if (placeShows(point, shows)) return true;
    if (performance.now() - askedAt >= REFRESH_EVERY_MS) {
      askedAt = performance.now();
      ask();
    }
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
    await pause(LOOK_EVERY_MS);
  }
}

const pause = (ms: number) => new Promise((done) => setTimeout(done, ms));

/** Whether going from step `from` back to step `to` requires replaying the story: an action lies between them. */
export function needsReplay(story: Story, from: number, to: number): boolean {
  return story.steps.slice(to + 1, from + 1).some(({ acts = [] }) => acts.length > 0);
}
