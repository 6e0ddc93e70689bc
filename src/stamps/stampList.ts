import { createContext } from "react";
import type { FindOutcome, FindStep } from "../api/findStamp.ts";
import type { Stamp, StampHint } from "../domain/stamp.ts";
import type { SessionWorld, StampSession } from "../session/stampSession.ts";
import { createStore, type Readable } from "../store.ts";

/** Storage key of stamps added in this browser; the first load only checks whether it exists. */
export const OWN_STAMPS_KEY = "azsh-backup:v1:own-stamps";

/** A stamp that stamps.json lists by address only, not found yet: the search is running, or why it failed. */
export interface Unfound {
  hint: StampHint;
  step: FindStep | null;
  outcome: Exclude<FindOutcome, { kind: "found" }> | null;
}

/** Result of fetching stamps.json: its content, or its status (0 for no answer) and the parser's message. */
export type FetchedFile = { json: unknown } | { status: number; reason: string };

/** The stamps this page knows. */
export interface ListedStamps {
  stamps: readonly Stamp[];
  /** Ids of stamps added in this browser. */
  own: readonly string[];
  unfound: readonly Unfound[];
  /** The stamps.json entries of stamps that were detected, now or earlier. */
  found: readonly StampHint[];
  /** Errors in stamps.json, one sentence each. */
  problems: readonly string[];
  /** Ids in the order of stamps.json, needed when some stamps are found later than others. */
  order?: readonly string[];
  /** Title of the stamp just removed. Stored here because removing the open stamp remounts every page. */
  removed?: string | null;
}

export interface StampList extends Readable<ListedStamps> {
  change(by: (listed: ListedStamps) => Partial<ListedStamps>): void;
}

export function createStampList(listed: ListedStamps): StampList {
  const { get, set, subscribe } = createStore(listed);
  return { get, subscribe, change: (by) => set({ ...get(), ...by(get()) }) };
}

/** Context of pages about all stamps. */
export interface Stamps {
  list: StampList;
  world: SessionWorld;
  sessionOf: (stamp: Stamp) => StampSession;
  /** The sessions opened so far; the same array until another opens. */
  opened: Readable<readonly StampSession[]>;
  /** Whether the stamps are simulated: other addresses can't be requested, and added stamps aren't stored. */
  mocked: boolean;
}

export const StampsContext = createContext<Stamps | null>(null);
