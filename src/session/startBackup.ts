import { postBackup } from "../api/operations.ts";
import { failureOf, type Failure } from "../domain/failure.ts";
import type { Operation } from "../domain/operation.ts";
import { abandon, applyStartReply, startRun } from "../domain/tracker.ts";
import type { StampSession } from "./stampSession.ts";

type PollDelay = (session: StampSession, operation: Operation) => number | false;

/** Outcome of one confirmed Backup now. */
export type StartOutcome =
  /** Sent; the operation has the rest. `unclear`: no clear answer, so it may have started. */
  | { kind: "sent"; unclear: boolean }
  /** Not sent: another start or run is in progress, here or in another tab. */
  | { kind: "busy" }
  /** Refused by the stamp, or not sent because the browser is offline: nothing started. */
  | { kind: "refused"; failure: Failure };

/**
 * Starts a backup: saves the intent, sends one POST, saves the outcome. Never repeats a POST or queues one for later
 * (I1, I2). `pollDelay`: delay before an operation is polled, ms, or false for never. `anyway`: the operator no longer
 * wants to wait for an unknown outcome.
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
    // The 202 carries a Retry-After, which the first poll observes.
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

/**
 * True if the browser reports being offline and the stamp has answered no request sent since. Behind an air gap browsers
 * are wrong about being offline.
 */
export function isOffline(session: StampSession): boolean {
  if (typeof navigator === "undefined" || navigator.onLine) return false;
  return session.answeredRequestAt === null || session.answeredRequestAt <= (session.offlineSince ?? 0);
}

/** Longer than a POST waits for its answer (30 s): without locks, only age shows that a page is gone. */
const ABANDONED_AFTER_MS = 40_000;

/**
 * Turns intents whose page is gone into unknown outcomes. A page holds the start lock while its POST is in flight, so a
 * free lock means that no page is waiting; without locks, the intent's age decides.
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

/** Runs `work` under the stamp's start lock; null if another page holds it. */
async function withStartLock<T>(session: StampSession, work: () => Promise<T>): Promise<T | null> {
  if (typeof navigator === "undefined" || !("locks" in navigator)) return work();
  return navigator.locks.request(`azsh-backup:start:${session.stamp.id}`, { ifAvailable: true }, (lock) =>
    lock ? work() : null,
  );
}
