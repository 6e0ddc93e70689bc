import type { ControlCommand } from "../sim/control.ts";

/** A place on the page, by role and a part of its accessible name, as tests find it. */
export interface Place {
  role: PlaceRole;
  name: string;
  within?: Place;
}

export type PlaceRole =
  | "alertdialog"
  | "article"
  | "button"
  | "checkbox"
  | "dialog"
  | "grid"
  | "group"
  | "link"
  | "listitem"
  | "region"
  | "row"
  | "tab"
  | "toolbar";

/** What a step does by itself: a command to the simulation, or what a presenter would otherwise press or type. */
export type StoryAct =
  | { kind: "tell"; command: ControlCommand }
  | { kind: "press"; place: Place }
  | { kind: "fill"; label: string; text: string };

export interface StoryStep {
  title: string;
  /** One or two sentences to say. */
  say: string;
  /** What to look at; the page points there. */
  look: string;
  point: Place;
  /** The page's address, below the "#", where it is another one. */
  path?: string;
  acts?: readonly StoryAct[];
  /** Words that the place shows by then: the next step waits for them, and a test compares them. */
  shows: readonly string[];
}

/** A guided demo: five to eight steps on one scenario, each of which leads on from the one before. */
export interface Story {
  id: string;
  title: string;
  summary: string;
  scenario: string;
  steps: readonly StoryStep[];
}

export const region = (name: string): Place => ({ role: "region", name });

/** A row of the list of backups, by its state or name. */
export const backupRow = (name: string): Place => ({
  role: "row",
  name,
  within: { role: "grid", name: "Available backups" },
});

export const press = (role: PlaceRole, name: string, within?: Place): StoryAct => ({
  kind: "press",
  place: within ? { role, name, within } : { role, name },
});

export const tell = (command: ControlCommand): StoryAct => ({ kind: "tell", command });
