import { USUAL_DELAY_MS } from "../domain/retryAfter.ts";
import type { FailureStreak } from "../domain/failure.ts";
import { backoff, demo } from "./polling.ts";

// How often the fleet page asks what (one policy, in stamp time like polling.ts, but for the gaps, which are the page's
// own). A stamp's list is asked once per visit, its location and its alerts once per three visits; visits are so far apart that
// all stamps together are asked about once a second, and each stamp has its own phase in the round.

/** Requests a minute that the whole idle fleet is asked with, as far as the shortest visit allows. */
const REQUESTS_PER_MINUTE = 60;
/** A stamp is visited no more often than this while nothing runs on it: the blade asks twice as often. */
const SHORTEST_VISIT_MS = 60_000;
const LOCATION_VISITS = 3;
/** A start whose outcome nobody knows is looked for in the list this often. */
const UNKNOWN_LIST_MS = 30_000;

/** Between the starts of two requests: while stamps are unknown, or the operator waits; and otherwise, also after sleep. */
export const RAMP_GAP_MS = 100;
export const STEADY_GAP_MS = 500;

/** A question that takes longer leaves its lane to the others and is asked again, with more patience, in the slow one. */
export const PATIENCE_MS = 5_000;

/**
 * Requests under way at once. All together are five: browsers open six connections to one host over HTTP/1.1, and one
 * must be left for a click.
 */
export const LANES = { quick: 4, slow: 2, all: 5 } as const;

/** Milliseconds from one visit of an idle stamp to the next, by the number of stamps. */
export function visitMs(stamps: number, rate: number): number {
  const perVisit = 1 + 2 / LOCATION_VISITS;
  return demo(Math.max(SHORTEST_VISIT_MS, (stamps * perVisit * 60_000) / REQUESTS_PER_MINUTE), rate);
}

/** The state of one stamp as far as its pace depends on it. */
export interface FleetPace {
  /** Whether something at the stamp may still change by itself. */
  running: "no" | "running" | "unknownOutcome";
  trouble: FailureStreak | null;
  /** Hidden tab, or the operator's choice: idle stamps are not asked then. */
  resting: boolean;
  rate: number;
  /** As in `Pace`. */
  seed: number | null;
  /** Number of stamps in the round, and the stamp's place in it from 0. */
  stamps: number;
  place: number;
}

/** When the list is due, by the clock of `askedAt` (epoch ms; null for never); null for not by itself. */
export function listDueAt(askedAt: number | null, pace: FleetPace): number | null {
  return dueAt(askedAt, pace, visitMs(pace.stamps, pace.rate));
}

/** The same for location and alerts, which running backups do not change before their end. */
export function locationDueAt(askedAt: number | null, pace: FleetPace): number | null {
  return dueAt(askedAt, { ...pace, running: "no" }, LOCATION_VISITS * visitMs(pace.stamps, pace.rate));
}

function dueAt(askedAt: number | null, pace: FleetPace, periodMs: number): number | null {
  const { trouble, running, resting, rate } = pace;
  const waitMs = trouble && backoff(trouble, rate, pace.seed);
  if (waitMs === false) return null;
  if (running === "no") {
    if (resting) return null;
    if (askedAt === null) return 0;
    return Math.max(
      slotAfter(askedAt + periodMs / 2, pace.place / pace.stamps, periodMs),
      askedAt + (waitMs ?? 0),
    );
  }
  const everyMs = demo(running === "running" ? USUAL_DELAY_MS : UNKNOWN_LIST_MS, rate);
  return askedAt === null ? 0 : askedAt + Math.max(everyMs, waitMs ?? 0);
}

/** The first instant from `from` on that lies at `phase` (0 … 1) of a period. */
export function slotAfter(from: number, phase: number, periodMs: number): number {
  const offset = phase * periodMs;
  return Math.ceil((from - offset) / periodMs) * periodMs + offset;
}
