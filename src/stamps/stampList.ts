import { createContext } from "react";
import type { FindOutcome, FindStep } from "../api/findStamp";
import type { Stamp, StampHint } from "../domain/stamp.ts";
import type { SessionWorld, StampSession } from "../session/stampSession.ts";
import { createStore, type Readable } from "../store.ts";

/** Where stamps added in this browser are kept; the first load only looks whether there are any. */
export const OWN_STAMPS_KEY = "azsh-backup:v1:own-stamps";

/** A stamp of stamps.json that is given by its address alone and not found yet: being asked, or why it is not found. */
export interface Unfound {
  hint: StampHint;
  step: FindStep | null;
  outcome: Exclude<FindOutcome, { kind: "found" }> | null;
}

/** What came of fetching stamps.json: its content, or why there is none: its status (0 for none) and the parser's words. */
export type FetchedFile = { json: unknown } | { status: number; reason: string };

/** The stamps this page knows. */
export interface ListedStamps {
  stamps: readonly Stamp[];
  /** Ids of those that were added in this browser. */
  own: readonly string[];
  unfound: readonly Unfound[];
  /** What stamps.json gives of those stamps that were found by asking, now or at an earlier start. */
  found: readonly StampHint[];
  /** What is wrong in stamps.json, a sentence each. */
  problems: readonly string[];
  /** Ids in the order of stamps.json, where some of its stamps are found later than others. */
  order?: readonly string[];
  /** Title of the stamp that was just removed. Here, as removing the open one shows every page anew. */
  removed?: string | null;
}

export interface StampList extends Readable<ListedStamps> {
  change(by: (listed: ListedStamps) => Partial<ListedStamps>): void;
}

export function createStampList(listed: ListedStamps): StampList {
  const { get, set, subscribe } = createStore(listed);
  return { get, subscribe, change: (by) => set({ ...get(), ...by(get()) }) };
}

/** What pages about all stamps work with. */
export interface Stamps {
  list: StampList;
  world: SessionWorld;
  sessionOf: (stamp: Stamp) => StampSession;
  /** The sessions opened so far; the same array while no other is opened. */
  opened: Readable<readonly StampSession[]>;
  /** A simulation answers for this page's own origin: no other address may be asked, and nothing added is kept. */
  mocked: boolean;
}

export const StampsContext = createContext<Stamps | null>(null);
