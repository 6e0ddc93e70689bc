import type { FailureKind } from "./failure.ts";
import type { Operation } from "./operation.ts";

/**
 * Consecutive failed polls after which a run counts as untrackable: about seven minutes if the stamp answers with errors,
 * an hour if it doesn't answer. A 401 waits for sign-in.
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
 * Whether a run can't be tracked. It is still polled, and a successful poll resets this. If the list shows its end
 * (`listEnded`), one refusal is enough: waiting wouldn't help.
 */
export function isUnfollowed(operation: Operation, listEnded: boolean): boolean {
  if (operation.kind !== "running" || operation.trouble === null) return false;
  const { kind } = operation.trouble;
  return (listEnded && kind === "forbidden") || operation.failures >= UNFOLLOWED_AFTER[kind];
}
