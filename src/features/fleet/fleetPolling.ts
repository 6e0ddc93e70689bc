import { USUAL_DELAY_MS } from "../../domain/retryAfter.ts";
import { backoff, scaleWait, type Pace } from "../../queries/polling.ts";

// How often the fleet page requests what (docs/fleet.md "What it asks, and how often").

/** Requests a minute for the whole idle fleet, as far as the shortest interval allows. */
const REQUESTS_PER_MINUTE = 60;
/** Shortest interval of visits to an idle stamp: the blade polls twice as often. */
const SHORTEST_VISIT_MS = 60_000;
/** Location and alerts are requested once per this many visits. */
const LOCATION_VISITS = 3;
/** From one visit of an idle stamp to the next, by the number of stamps, ms of the page's own time. */
export function visitMs(stamps: number, rate: number): number {
  const perVisit = 1 + 2 / LOCATION_VISITS;
  return scaleWait(Math.max(SHORTEST_VISIT_MS, (stamps * perVisit * 60_000) / REQUESTS_PER_MINUTE), rate);
}

/** How far apart the visits to a stamp are while all goes well, ms; null for none by themselves. */
export function visitEveryMs(stamps: number, { running, paused, rate }: Pace): number | null {
  if (running) return scaleWait(USUAL_DELAY_MS, rate);
  return paused ? null : visitMs(stamps, rate);
}

/** When to visit a stamp next whose list was requested at `askedAt` (both Date.now()); null for never. */
export function visitDueAt(askedAt: number, stamps: number, pace: Pace): number | null {
  const { trouble, seed, running } = pace;
  const everyMs = visitEveryMs(stamps, pace);
  const retryMs = trouble ? backoff(trouble, pace) : 0;
  if (everyMs === null || retryMs === false) return null;
  // Each idle stamp at its own moment of the round: together they would be a burst.
  const dueAt = running ? askedAt + everyMs : slotAfter(askedAt + everyMs / 2, seed ?? 0, everyMs);
  return Math.max(dueAt, askedAt + retryMs);
}

/** The first instant from `from` on that lies at `phase` (0 … 1) of a period. */
function slotAfter(from: number, phase: number, periodMs: number): number {
  return Math.ceil(from / periodMs - phase) * periodMs + phase * periodMs;
}

/** Whether a visit at `now` may do with the location or the alerts of `askedAt` (both Date.now()): two visits in three may. */
export function isKept(askedAt: number, now: number, stamps: number, { trouble, rate, seed }: Pace): boolean {
  // Another fraction of the seed than the visit's own: a third of the stamps in any part of the round.
  const phase = ((seed ?? 0) * 7) % 1;
  const slotOf = (at: number) => Math.floor(at / (LOCATION_VISITS * visitMs(stamps, rate)) + phase);
  return slotOf(askedAt) === slotOf(now) || Math.abs(now - askedAt) < (trouble?.failure.retryAfterMs ?? 0);
}
