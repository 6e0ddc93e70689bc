import { fill, findField, findPlace, placeShows } from "./place.ts";
import type { Story, StoryStep } from "./story.ts";

/** How long the page is waited for, ms: then the story goes on, as a presenter may have done a part by hand. */
const PATIENCE_MS = 8_000;
const LOOK_EVERY_MS = 100;
/** The page is asked to look at the stamp again while a step's words are not there yet. */
const REFRESH_EVERY_MS = 1_500;

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
    else if (act.kind === "press") (await until(() => pressable(act.place)))?.click();
    else {
      const field = await until(() => findField(act.label));
      if (field) fill(field, act.text);
    }
  }
  await showsSoon({ point, shows }, stage);
}

/** Waits for the words of a step; asks the stamp again meanwhile. */
async function showsSoon({ point, shows }: Pick<StoryStep, "point" | "shows">, stage: Stage): Promise<void> {
  let waitedMs = 0;
  await until(() => {
    if (placeShows(point, shows)) return true;
    if (waitedMs % REFRESH_EVERY_MS === 0) stage.refresh();
    waitedMs += LOOK_EVERY_MS;
    return null;
  });
}

function pressable(place: Parameters<typeof findPlace>[0]): HTMLElement | null {
  const element = findPlace(place);
  return element?.matches(":disabled, [aria-disabled=true]") ? null : element;
}

async function until<T>(look: () => T | null): Promise<T | null> {
  for (let waitedMs = 0; waitedMs < PATIENCE_MS; waitedMs += LOOK_EVERY_MS) {
    const found = look();
    if (found !== null) return found;
    await new Promise((done) => setTimeout(done, LOOK_EVERY_MS));
  }
  return null;
}

/** Whether going from step `from` back to step `to` needs the story played anew: something was done between them. */
export function needsReplay(story: Story, from: number, to: number): boolean {
  return story.steps.slice(to + 1, from + 1).some(({ acts = [] }) => acts.length > 0);
}
