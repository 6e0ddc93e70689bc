import { skipToken, useQuery, type QueryClient } from "@tanstack/react-query";
import { followOnce, type Followed, type Following } from "../api/following.ts";
import type { Failure } from "../domain/failure.ts";
import { clampDelay } from "../domain/retryAfter.ts";
import { useSession } from "../session/SessionContext.ts";
import { commandKey } from "./commands.ts";
import { backoff, scaleWait } from "./polling.ts";
import type { StampSession } from "../session/stampSession.ts";

export type FollowEnd = Exclude<Followed, Following>;

/** Failed polls in a row before tracking stops: half an hour at one a minute. The operation's result stays unknown. */
const MOST_FAILURES = 30;

/**
 * Polls an accepted operation until it ends, one request at a time, at the stamp's Retry-After. Stores the last poll's
 * failure under the command's key, or null after a successful poll. Never throws.
 */
export async function followToEnd(
  session: StampSession,
  queryClient: QueryClient,
  command: { name: string },
  first: Followed,
): Promise<FollowEnd> {
  const note = (trouble: Failure | null) =>
    void queryClient.setQueryData(troubleKey(session, command), trouble);
  note(null);
  let state = first;
  while (state.kind === "running") {
    if (state.trouble && state.failures > MOST_FAILURES) return { kind: "lost", failure: state.trouble };
    await wait(delayOf(session, state));
    state = await followOnce(session.client, state);
    if (state.kind === "running") note(state.trouble);
  }
  return state;
}

/** Why the last poll of the open stamp's command failed; null after a successful one. */
export function useFollowTrouble(command: { name: string }): Failure | null {
  const queryKey = troubleKey(useSession(), command);
  return useQuery<Failure | null>({ queryKey, queryFn: skipToken }).data ?? null;
}

function troubleKey(session: StampSession, command: { name: string }): string[] {
  return [...commandKey(session, command), "trouble"];
}

function delayOf(session: StampSession, { delayMs, failures, trouble }: Following): number {
  const { clockRate } = session.world;
  const pace = { rate: clockRate, seed: session.seed, signsIn: session.stamp.auth.kind !== "none" };
  const troubled = trouble && backoff({ failures, failure: trouble }, pace);
  return troubled === null || troubled === false ? scaleWait(clampDelay(delayMs), clockRate) : troubled;
}

function wait(delayMs: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, delayMs));
}
