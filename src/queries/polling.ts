import type { FailureStreak } from "../domain/failure.ts";
import { clampDelay, LONGEST_DELAY_MS } from "../domain/retryAfter.ts";
import type { Operation } from "../domain/operation.ts";

/** How often what is asked, in stamp time (docs/architecture.md "Polling"). */
const IDLE_LIST_MS = 30_000;
const RUNNING_LIST_MS = 10_000;
const LOCATION_MS = 60_000;
const ALERTS_MS = 60_000;
const HIDDEN_OPERATION_MS = 60_000;

/** The wait after a query's first answer is shorter by up to this part: pages opened together do not stay in step. */
const FIRST_SPREAD = 0.5;

/** Backing off: doubles from the first step up to one a minute. */
const FIRST_BACKOFF_MS = 5_000;
const LONGEST_BACKOFF_MS = 60_000;
/** Spread of a backed-off poll, so that many pages do not come back to a stamp in step. */
const JITTER = 0.2;
/** Multiples of it spread evenly over 0 … 1: each failure in a row has another jitter. */
const GOLDEN_RATIO = 0.618;

/** A run nobody saw end within a day is asked for more slowly; no verdict (docs/faults.md "Following a run"). */
const LONG_RUN_MS = 24 * 3_600_000;

/** A sped-up demo clock shortens all waits, down to this. */
const SHORTEST_WAIT_MS = 1_000;

/** Answers younger than this are not asked for again by a focus or a mount (I12). */
export const FRESH_MS = 4_000;

/** Whether showing the page asks once more, `sinceMs` after the last question: never twice in a moment, nor before the stamp's Retry-After. */
export function asksOnFocus(sinceMs: number, trouble: FailureStreak | null): boolean {
  return sinceMs >= Math.max(FRESH_MS, trouble?.failure.retryAfterMs ?? 0);
}

export interface Pace {
  /** Whether something at the stamp may still change by itself. */
  running: boolean;
  trouble: FailureStreak | null;
  /** Whether the query has answered once and not again. */
  first?: boolean;
  /** Operator's choice: no refreshing by itself (WCAG 2.2.2). A running operation is still followed. */
  paused: boolean;
  /** Speed of stamp time: 1 but for a mocked stamp. */
  rate: number;
  /** The page's own number, 0 … 1: its jitter comes from it; null for none, the longest wait. */
  seed: number | null;
  /** Whether this page signs in to the stamp: a 401 then stops polling. Elsewhere a proxy does, and may do so any time. */
  signsIn: boolean;
}

/** Wait before the next list request, ms; false to stop by itself. */
export function listInterval(pace: Pace): number | false {
  return intervalOf(pace, pace.running ? RUNNING_LIST_MS : IDLE_LIST_MS);
}

/** Wait before the next location request, ms; false to stop by itself. */
export function locationInterval(pace: Pace): number | false {
  return intervalOf(pace, LOCATION_MS);
}

/** Wait before the next request of the alerts, ms; false to stop by itself. */
export function alertsInterval(pace: Pace): number | false {
  return intervalOf(pace, ALERTS_MS);
}

function intervalOf(pace: Pace, usualMs: number): number | false {
  if (pace.trouble) return backoff(pace.trouble, pace);
  const spread = pace.first ? FIRST_SPREAD * (pace.seed ?? 0) : 0;
  return pace.paused ? false : scaleWait(usualMs * (1 - spread), pace.rate);
}

/** Wait before an operation is asked again, ms; false once there is nothing more to ask, or until sign-in. */
export function operationInterval(
  operation: Operation,
  now: number,
  pace: Omit<Pace, "running" | "paused" | "trouble"> & { hidden: boolean },
): number | false {
  if (operation.kind !== "running") return false;
  if (operation.trouble) {
    return backoff({ failures: operation.failures, failure: operation.trouble }, pace);
  }
  // Found in the list and never asked: at once, so that "Checking" lasts no longer than one request.
  if (operation.askedAt === null && operation.origin === "elsewhere")
    return scaleWait(SHORTEST_WAIT_MS, pace.rate);
  const long = operation.startedAt !== null && now - operation.startedAt > LONG_RUN_MS;
  const asked = clampDelay(long ? LONGEST_DELAY_MS : operation.delayMs);
  return scaleWait(pace.hidden ? Math.max(asked, HIDDEN_OPERATION_MS) : asked, pace.rate);
}

/**
 * Exponential, with jitter, at most a minute; the server's Retry-After is a floor; a 401 stops until sign-in. The same
 * for the same failure: a wait that differed at each render would restart its timer each time and never end.
 */
export function backoff(
  { failures, failure }: FailureStreak,
  { rate, seed, signsIn }: Pick<Pace, "rate" | "seed" | "signsIn">,
): number | false {
  if (failure.kind === "auth" && signsIn) return false;
  const grown = FIRST_BACKOFF_MS * 2 ** Math.min(Math.max(failures, 1) - 1, 10);
  const jitter = seed === null ? 0 : JITTER * ((seed + failures * GOLDEN_RATIO) % 1);
  const spread = Math.min(grown, LONGEST_BACKOFF_MS) * (1 - jitter);
  return scaleWait(Math.max(spread, failure.retryAfterMs ?? 0), rate);
}

/** A wait in the time of a mocked stamp's clock; while that is held, as if it ran. */
export function scaleWait(delayMs: number, rate: number): number {
  return rate === 1 || rate === 0 ? delayMs : Math.max(SHORTEST_WAIT_MS, delayMs / rate);
}
