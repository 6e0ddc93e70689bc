import type { FailureKind } from "./failure.ts";
import type { Operation } from "./operation.ts";

/**
 * Polls in a row without an answer after which a run counts as one that this page cannot follow: about seven minutes
 * where the stamp answers but not for the job, an hour where nothing comes back. A 401 waits for sign-in.
 */
const UNFOLLOWED_AFTER: Record<FailureKind, number> = {
  offline: 60,
  timeout: 60,
  auth: Number.POSITIVE_INFINITY,
  forbidden: 10,
  notFound: 10,
  conflict: 10,
  throttled: 10,
  refused: 10,
  server: 10,
  unexpected: 10,
};

/**
 * Whether this page cannot follow a run; it is asked about all the same, and an answer ends this. Once the list has ended
 * it (`listEnded`), a refusal is enough: nothing more is to be learned by waiting.
 */
export function isUnfollowed(operation: Operation, listEnded: boolean): boolean {
  if (operation.kind !== "running" || operation.trouble === null) return false;
  const { kind } = operation.trouble;
  return (listEnded && kind === "forbidden") || operation.failures >= UNFOLLOWED_AFTER[kind];
}
