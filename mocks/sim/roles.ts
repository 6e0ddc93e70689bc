import type { RunFacts } from "./facts.ts";
import { between, hash, stream } from "./random.ts";

export interface RoleView {
  name: string;
  status: "Queued" | "Running" | "Succeeded" | "Failed";
}

/**
 * Roles of a run at `now`, one worked on after the other. No recording shows a running backup's roles: their
 * order and their status values are assumed (unverified).
 */
export function rolesAt(run: RunFacts, names: readonly string[], now: number): RoleView[] {
  const elapsed = Math.min(now - run.startedAt, run.takesMs);
  const over = now - run.startedAt >= run.takesMs;
  const failed = run.outcome.kind === "succeeded" ? [] : run.outcome.failedRoles;
  const endOf = (name: string): RoleView => ({
    name,
    status: failed.includes(name) ? "Failed" : "Succeeded",
  });
  // What is over and was not broken off needs no course: of ten thousand backups nearly all are that.
  if (over && run.rolesMs <= run.takesMs) return names.map(endOf);
  let startedMs = 0;
  return roleEnds(run, names).map(({ name, endMs }) => {
    const begun = elapsed >= startedMs;
    startedMs = endMs;
    if (elapsed >= endMs) return endOf(name);
    // Once the run broke off, what was not reached cannot stay "Queued": nothing will come of it.
    if (over) return { name, status: "Failed" };
    return { name, status: begun ? "Running" : "Queued" };
  });
}

function roleEnds(run: RunFacts, names: readonly string[]): { name: string; endMs: number }[] {
  const next = stream(hash(run.id, "roles"));
  const weights = names.map(() => between(next, 1, 9));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  let done = 0;
  return names.map((name, index) => {
    done += weights[index] ?? 0;
    return { name, endMs: Math.floor((run.rolesMs * done) / total) };
  });
}
