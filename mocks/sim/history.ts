import type { FailureReason, Outcome, RunFacts, SchedulePeriod, SkipReason, StampFacts } from "./facts.ts";
import { failureFor } from "./outcomes.ts";
import { plannedSlot } from "./plans.ts";
import { guid } from "./random.ts";
import { nextSlotAt, slotsUpTo } from "./schedule.ts";
import type { Slot } from "./schedule.ts";
import { blockAt, isConfigured, keptFrom, settingsAt, troubleAt } from "./settings.ts";

/** What has happened on a stamp. */
export interface History {
  /** Every run begun, deleted ones included, oldest first. */
  runs: RunFacts[];
  skipped: SkippedSlot[];
  /** When backups that left data were completed, oldest first. */
  stored: number[];
}

export interface SkippedSlot {
  at: number;
  /** The slot after it. */
  nextAt: number;
  reason: SkipReason;
}

/** The last answer per stamp: one request asks several times, and ten thousand runs take milliseconds. */
const answers = new WeakMap<StampFacts, { now: number; history: History }>();

/** Goes through the stamp's slots and the backups asked for, in order: one job at a time, each outcome by its cause. */
export function historyAt(facts: StampFacts, now: number): History {
  const known = answers.get(facts);
  if (known?.now === now) return known.history;
  const history = told(facts, now);
  answers.set(facts, { now, history });
  return history;
}

/** Why a backup begun at `at` would fail; null where it would succeed. */
export function failureAt(facts: StampFacts, history: History, at: number): FailureReason | null {
  const trouble = troubleAt(facts, at);
  if (trouble !== null || hasAmpleRoom(facts, history)) return trouble;
  return freeGbAt(facts, history, at) < facts.share.backupGb ? "shareFull" : null;
}

/** There would be room even if nothing had ever been deleted, which needs no looking at what was. */
function hasAmpleRoom({ share }: StampFacts, { stored }: History): boolean {
  const { sizeGb, usedGb, backupGb, garbage, garbageGb } = share;
  return sizeGb - usedGb - garbage.length * garbageGb >= (stored.length + 1) * backupGb;
}

/** Free space on the share at `at`: every backup takes some, retention and pruning give it back. */
export function freeGbAt(facts: StampFacts, { stored }: History, at: number): number {
  const { sizeGb, usedGb, backupGb, garbageGb } = facts.share;
  const kept = countUpTo(stored, at) - countUpTo(stored, keptFrom(facts, at) - 1);
  const free = Math.max(0, sizeGb - usedGb - kept * backupGb - staticGarbageAt(facts, at).length * garbageGb);
  // Whoever else filled the share left too little for one more backup.
  return troubleAt(facts, at) === "shareFull" ? Math.min(free, backupGb * 0.4) : free;
}

/** Leftovers that the stamp began with, until a pruning has removed them. */
export function staticGarbageAt(facts: StampFacts, at: number): string[] {
  const isPruned = facts.operations.some(
    (operation) =>
      operation.kind === "prune" && !operation.dryRun && operation.startedAt + operation.takesMs <= at,
  );
  return isPruned ? [] : facts.share.garbage;
}

/** Whether the run left data behind, as the list tells it. */
export function leavesData({ outcome }: RunFacts): boolean {
  return outcome.kind !== "failed" || outcome.listed !== "Failed";
}

function told(facts: StampFacts, now: number): History {
  const history: History = { runs: [], skipped: [], stored: [] };
  const asked = facts.runs
    .filter((run) => run.startedAt <= now)
    .toSorted((a, b) => a.startedAt - b.startedAt);
  let busyUntil = Number.NEGATIVE_INFINITY;
  let next = 0;
  const add = (run: RunFacts): void => {
    history.runs.push(run);
    busyUntil = Math.max(busyUntil, run.startedAt + run.takesMs + run.finishesMs);
    if (leavesData(run)) history.stored.push(run.startedAt + run.takesMs);
  };
  const addAskedUntil = (at: number): void => {
    for (let run = asked[next]; run && run.startedAt <= at; run = asked[next]) {
      add(run);
      next += 1;
    }
  };
  for (const slot of slotsUpTo(facts, now)) {
    addAskedUntil(slot.at);
    // A slot that comes up while a job runs is skipped (alert "…conflict with unfinished operations").
    const override = facts.slotFacts.find(
      (fact) => fact.slot === slot.slot && fact.period === slot.periodIndex,
    );
    const busy = slot.at < busyUntil ? "busy" : blockAt(facts, slot.at);
    const reason = override && "skipped" in override ? override.skipped : busy;
    if (!isConfigured(settingsAt(facts, slot.at))) continue;
    if (reason !== null) {
      history.skipped.push({ at: slot.at, nextAt: nextSlotAt(slot.period, slot.at), reason });
    } else if (override && "plan" in override) {
      add({ ...scheduledRun(facts.seed, slot), ...override.plan });
    } else {
      const failure = failureAt(facts, history, slot.at);
      add(failure === null ? scheduledRun(facts.seed, slot) : failedRun(facts, slot, failureFor(failure)));
    }
  }
  addAskedUntil(now);
  return history;
}

function failedRun(facts: StampFacts, slot: Slot, outcome: Outcome): RunFacts {
  return {
    ...scheduledRun(facts.seed, slot),
    ...plannedSlot(facts, slot.periodIndex, slot.slot, outcome),
  };
}

/** Runs by slot, kept with the period they belong to: drawing ten thousand ids takes a while. */
const drawn = new WeakMap<SchedulePeriod, { key: string; runs: Map<number, RunFacts> }>();

function scheduledRun(seed: number, { period, periodIndex, slot, at }: Slot): RunFacts {
  const key = `${seed} ${periodIndex}`;
  let kept = drawn.get(period);
  if (kept?.key !== key) {
    kept = { key, runs: new Map<number, RunFacts>() };
    drawn.set(period, kept);
  }
  const run = kept.runs.get(slot) ?? {
    id: guid(seed, "slot", periodIndex, slot),
    startedAt: at,
    automatic: true,
    ...plannedSlot({ seed }, periodIndex, slot),
  };
  kept.runs.set(slot, run);
  return run;
}

/** How many of the ascending instants are not after `at`. */
function countUpTo(instants: readonly number[], at: number): number {
  let low = 0;
  let high = instants.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((instants[middle] ?? Number.POSITIVE_INFINITY) <= at) low = middle + 1;
    else high = middle;
  }
  return low;
}
