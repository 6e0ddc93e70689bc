import { postBackup } from "../api/operations.ts";
import { failureOf, type Failure } from "../domain/failure.ts";
import type { Operation } from "../domain/operation.ts";
import { abandon, applyStartReply, startRun } from "../domain/tracker.ts";
import type { StampSession } from "./stampSession.ts";

type PollDelay = (session: StampSession, operation: Operation) => number | false;

/** What became of one accepted click. */
export type StartOutcome =
  /** Sent: the operation tells the rest. `unclear`: without a clear answer, it may have started. */
  | { kind: "sent"; unclear: boolean }
  /** Not sent: something is in the way, here or in another tab. */
  | { kind: "busy" }
  /** Sent and refused, or not sent for being offline: nothing began. */
  | { kind: "refused"; failure: Failure };

/**
 * Starts a backup: saves the intent, sends one POST, saves what came of it. Never repeats a POST and leaves none
 * behind for later (I1, I2). `pollDelay`: wait before an operation is asked, ms, or false for never. `anyway`: the
 * operator does not want to wait for an unknown outcome any longer.
 */
export async function startBackup(
  session: StampSession,
  pollDelay: PollDelay,
  anyway = false,
): Promise<StartOutcome> {
  if (isOffline(session)) return { kind: "refused", failure: failureOf("offline") };
  const outcome = await withStartLock(session, async (): Promise<StartOutcome> => {
    const key = session.world.newId();
    const intent = save(session, key, anyway);
    if (!intent) return { kind: "busy" };
    const reply = await postBackup(session.client, intent);
    session.operations.update((operations) => applyStartReply(operations, key, reply, session.now()));
    const operation = session.operations.get().operations.find((one) => one.key === key);
    // The 202 was an answer about the operation: the first poll waits for its Retry-After.
    const delayMs = operation ? pollDelay(session, operation) : false;
    if (delayMs !== false) session.operations.noteAsked(key, session.world.wallClock() + delayMs);
    return reply.kind === "refused" || reply.kind === "failed" || reply.kind === "gone"
      ? { kind: "refused", failure: reply.failure }
      : { kind: "sent", unclear: operation?.kind === "unknown" };
  });
  return outcome ?? { kind: "busy" };
}

function save(session: StampSession, key: string, anyway: boolean) {
  let started: ReturnType<typeof startRun> = null;
  session.operations.update((operations) => {
    started = startRun(operations, key, session.now(), anyway);
    return started?.tracked ?? operations;
  });
  // TypeScript cannot see the assignment inside the callback, which runs before update returns.
  return (started as ReturnType<typeof startRun>)?.posting ?? null;
}

/** True when the browser lost its network and the stamp has answered nothing sent since; behind an air gap it may lie. */
export function isOffline(session: StampSession): boolean {
  if (typeof navigator === "undefined" || navigator.onLine) return false;
  return session.answeredRequestAt === null || session.answeredRequestAt <= (session.offlineSince ?? 0);
}

/** Longer than any POST waits for its answer (30 s): without locks only age tells that nobody waits any more. */
const ABANDONED_AFTER_MS = 40_000;

/**
 * Intents whose page is gone become unknown outcomes. A page holds the start lock while its POST is under way, so a
 * free lock means that nobody waits for an answer; without locks the intent's age tells.
 */
export async function reviveIntents(session: StampSession): Promise<void> {
  const hasLocks = typeof navigator !== "undefined" && "locks" in navigator;
  const oldest = session.now() - ABANDONED_AFTER_MS * session.world.clockRate;
  const posting = session.operations
    .get()
    .operations.filter(
      (operation) => operation.kind === "posting" && (hasLocks || operation.startedAt < oldest),
    );
  if (posting.length === 0) return;
  await withStartLock(session, () => {
    session.operations.update((operations) =>
      posting.reduce((left, { key }) => abandon(left, key, session.now()), operations),
    );
    return Promise.resolve();
  });
}

/** Runs `work` unless another page of this stamp is at it (then null). */
async function withStartLock<T>(session: StampSession, work: () => Promise<T>): Promise<T | null> {
  if (typeof navigator === "undefined" || !("locks" in navigator)) return work();
  return navigator.locks.request(`azsh-backup:start:${session.stamp.id}`, { ifAvailable: true }, (lock) =>
    lock ? work() : null,
  );
}
