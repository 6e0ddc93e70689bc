import { MINUTE, SECOND } from "./clock.ts";
import type { Outcome, RunPlan, StampFacts } from "./facts.ts";
import { between, hash, stream } from "./random.ts";

const SUCCEEDED: Outcome = { kind: "succeeded" };

/** The course of a scheduled backup: 19–24 min, then 10–15 min until its job ends. */
export function plannedSlot(
  facts: Pick<StampFacts, "seed">,
  period: number,
  slot: number,
  outcome: Outcome = SUCCEEDED,
): RunPlan {
  return drawn(stream(hash(facts.seed, "slot", period, slot)), 24 * MINUTE, outcome);
}

/** The course of the `index`th backup asked for: 19–22 min, then 10–15 min until its job ends (docs). */
export function plannedRun(facts: Pick<StampFacts, "seed">, index: number, outcome: Outcome): RunPlan {
  return drawn(stream(hash(facts.seed, "run", index)), 22 * MINUTE, outcome);
}

/** A plan whose roles take the whole time. */
export function plan(takesMs: number, finishesMs: number, outcome: Outcome): RunPlan {
  return { takesMs, rolesMs: takesMs, finishesMs, outcome };
}

function drawn(next: () => number, longestMs: number, outcome: Outcome): RunPlan {
  const takesMs = between(next, 19 * MINUTE, longestMs);
  const finishesMs = between(next, 10 * MINUTE, 15 * MINUTE);
  if (outcome.kind !== "failed" || outcome.listed !== "Failed") return plan(takesMs, finishesMs, outcome);
  // A backup that cannot write its share breaks off early, and the list and the operation learn it together.
  const brokeOffMs = between(next, 3 * MINUTE, 6 * MINUTE);
  return { takesMs: brokeOffMs, rolesMs: takesMs, finishesMs: between(next, 0, SECOND), outcome };
}
