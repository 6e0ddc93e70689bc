import { DAY, SECOND, simNow } from "./clock.ts";
import { NOT_CONFIGURED, stampOf, withStamp } from "./commands.ts";
import type { OperationFacts, Refusal, StampFacts, World } from "./facts.ts";
import { historyAt, leavesData, staticGarbageAt } from "./history.ts";
import { guid } from "./random.ts";
import { ended, isConfigured, keptFrom, settingsAt } from "./settings.ts";

/** Longer than one Retry-After, so that a client sees it run (no recording tells how long it takes). */
const PRUNE_TAKES_MS = 75 * SECOND;

export type PruneResult =
  | { kind: "accepted"; world: World; id: string }
  | { kind: "refused"; world: World; refusal: Refusal };

/** Begins a pruning of the external store: what it deletes is gone at its end, and after a dry run never. */
export function prune(world: World, stampId: string, realNow: number, dryRun: boolean): PruneResult {
  const facts = stampOf(world, stampId);
  if (!facts) throw new Error(`No stamp ${stampId} in this world`);
  const now = simNow(world.clock, realNow);
  if (!isConfigured(settingsAt(facts, now))) return { kind: "refused", world, refusal: NOT_CONFIGURED };
  const id = guid(facts.seed, "operation", facts.operations.length);
  const operation: OperationFacts = { id, kind: "prune", startedAt: now, takesMs: PRUNE_TAKES_MS, dryRun };
  const problems = dryRun
    ? facts.troubles
    : ended(facts.troubles, now + PRUNE_TAKES_MS, ({ reason }) => reason === "shareFull");
  const next = { ...facts, troubles: problems, operations: [...facts.operations, operation] };
  return { kind: "accepted", world: withStamp(world, stampId, () => next), id };
}

/**
 * What a pruning begun at `at` finds to delete: leftovers, traces of backups that broke off, and backups that
 * retention should have deleted. The form of the paths follows the specification's example Prune.
 */
export function pathsToDelete(facts: StampFacts, at: number): string[] {
  const lastEnd = facts.operations
    .filter((it) => it.kind === "prune" && !it.dryRun && it.startedAt + it.takesMs <= at)
    .reduce((latest, it) => Math.max(latest, it.startedAt + it.takesMs), Number.NEGATIVE_INFINITY);
  const kept = keptFrom(facts, at);
  const due = at - settingsAt(facts, at).retentionDays * DAY;
  const folder = `masbackup/progressivebackup/${facts.stampVersion}`;
  const fromRuns = historyAt(facts, at).runs.flatMap((run) => {
    const completedAt = run.startedAt + run.takesMs;
    if (completedAt > at) return [];
    if (!leavesData(run)) {
      return completedAt > lastEnd && completedAt >= due ? [`${folder}/${run.id}/incomplete.json`] : [];
    }
    return completedAt >= kept && completedAt < due ? [`${folder}/${run.id}`] : [];
  });
  return [...staticGarbageAt(facts, at), ...fromRuns];
}
