import { followOnce, type Followed, type Following } from "../api/following.ts";
import type { Failure } from "../domain/failure.ts";
import { clampDelay } from "../domain/retryAfter.ts";
import { backoff, demo } from "./polling.ts";
import type { StampSession } from "../session/stampSession.ts";

export type FollowEnd = Exclude<Followed, Following>;

/** Polls without an answer before a follower gives up: half an hour at one a minute. No verdict. */
const MOST_FAILURES = 30;

/**
 * Follows an accepted operation to its end: one question at a time, by the stamp's Retry-After. `onTrouble` hears why
 * the last poll brought no answer, or null once one did. Never throws.
 */
export async function followToEnd(
  session: StampSession,
  first: Followed,
  onTrouble: (trouble: Failure | null) => void,
): Promise<FollowEnd> {
  let state = first;
  while (state.kind === "running") {
    if (state.trouble && state.failures > MOST_FAILURES) return { kind: "lost", failure: state.trouble };
    await wait(delayOf(session, state));
    state = await followOnce(session.client, state);
    if (state.kind === "running") onTrouble(state.trouble);
  }
  return state;
}

function delayOf(session: StampSession, { delayMs, failures, trouble }: Following): number {
  const { clockRate } = session.world;
  const troubled = trouble && backoff({ failures, failure: trouble }, clockRate, session.seed);
  return troubled === null || troubled === false ? demo(clampDelay(delayMs), clockRate) : troubled;
}

function wait(delayMs: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, delayMs));
}
