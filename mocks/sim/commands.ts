import { unfinishedRun } from "./backups.ts";
import { jumpTo, SECOND, simNow } from "./clock.ts";
import type {
  BlockPeriod,
  FailureReason,
  Outcome,
  Refusal,
  RunFacts,
  RunPlan,
  StampFacts,
  World,
} from "./facts.ts";
import { failureAt, historyAt } from "./history.ts";
import { failureFor } from "./outcomes.ts";
import { plannedRun } from "./plans.ts";
import { guid } from "./random.ts";
import { nextBackupAt } from "./schedule.ts";
import { blockAt, ended, isConfigured, settingsAt } from "./settings.ts";

/** Code and text are assumed: no recording shows createBackup without a location (unverified). */
export const NOT_CONFIGURED: Refusal = {
  status: 400,
  code: "BackupLocationNotConfigured",
  message: "The backup location is not configured. Set the backup storage location before creating a backup.",
};

export type StartResult =
  | { kind: "started"; world: World; id: string }
  | { kind: "refused"; world: World; refusal: Refusal };

export interface FailureWords {
  code: string;
  message: string;
  reason?: FailureReason;
}

export interface StartOptions {
  plan?: Partial<RunPlan>;
  automatic?: boolean;
}

/** The stamp of that id, ignoring case; null where the world has none. */
export function stampOf(world: World, stampId: string): StampFacts | null {
  return world.stamps.find((stamp) => stamp.id.toLowerCase() === stampId.toLowerCase()) ?? null;
}

/** The world with one stamp's facts replaced by `change`'s. */
export function withStamp(world: World, stampId: string, change: (facts: StampFacts) => StampFacts): World {
  const facts = stampOf(world, stampId);
  if (!facts) return world;
  return {
    ...world,
    stamps: world.stamps.map((stamp) => (stamp === facts ? change(facts) : stamp)),
  };
}

/** Begins a backup, or says why not: one job at a time, none during an update, none without a location. */
export function start(
  world: World,
  stampId: string,
  realNow: number,
  options: StartOptions = {},
): StartResult {
  const facts = stampOf(world, stampId);
  if (!facts) throw new Error(`No stamp ${stampId} in this world`);
  const now = simNow(world.clock, realNow);
  const refusal = refusalAt(facts, now);
  if (refusal) return { kind: "refused", world, refusal };
  const [outcome = outcomeAt(facts, now), ...nextOutcomes] = facts.nextOutcomes;
  const run: RunFacts = {
    id: guid(facts.seed, "run", facts.runs.length),
    startedAt: now,
    automatic: options.automatic ?? false,
    ...plannedRun(facts, facts.runs.length, outcome),
    ...options.plan,
  };
  const changed = { ...facts, nextOutcomes, runs: [...facts.runs, run] };
  return { kind: "started", world: withStamp(world, stampId, () => changed), id: run.id };
}

/** Another operator, or PowerShell, begins a backup; no change where the stamp refuses it. */
export function startElsewhere(
  world: World,
  stampId: string,
  realNow: number,
  options?: StartOptions,
): World {
  return start(world, stampId, realNow, options).world;
}

/**
 * Ends the unfinished run in failure now. Before it is listed as done the list says Failed too; after that
 * only its operation does. No change where nothing runs.
 */
export function failRunningNow(world: World, stampId: string, realNow: number, error: FailureWords): World {
  const now = simNow(world.clock, realNow);
  return withStamp(world, stampId, (facts) => {
    const run = unfinishedRun(facts, now);
    return run ? replaceRun(facts, run, brokenOff(run, now, error)) : facts;
  });
}

/** Moves time to `leadMs` before the unfinished run is listed as done, or before its operation ends. */
export function jumpBefore(
  world: World,
  stampId: string,
  realNow: number,
  moment: "listed" | "end" | "nextSlot",
  leadMs: number = 30 * SECOND,
): World {
  const facts = stampOf(world, stampId);
  if (!facts) return world;
  const now = simNow(world.clock, realNow);
  if (moment === "nextSlot") return jumpTo(world, (nextBackupAt(facts, now) ?? now) - leadMs, realNow);
  const run = unfinishedRun(facts, now);
  if (!run) return world;
  const listedAt = run.startedAt + run.takesMs;
  return jumpTo(world, (moment === "listed" ? listedAt : listedAt + run.finishesMs) - leadMs, realNow);
}

/** Turns the scheduler on or off from now on. */
export function setScheduler(world: World, stampId: string, realNow: number, enabled: boolean): World {
  const now = simNow(world.clock, realNow);
  return withStamp(world, stampId, (facts) => {
    const current = facts.schedule.at(-1);
    if (!current || current.enabled === enabled) return facts;
    const fromAt = Math.max(now, current.fromAt);
    return { ...facts, schedule: [...facts.schedule, { ...current, fromAt, enabled }] };
  });
}

/** Outcomes of the next backups somebody asks for. */
export function setNextOutcomes(world: World, stampId: string, nextOutcomes: Outcome[]): World {
  return withStamp(world, stampId, (facts) => ({ ...facts, nextOutcomes }));
}

/** From now on every backup fails for `reason`; null ends what was wrong. */
export function setTrouble(
  world: World,
  stampId: string,
  realNow: number,
  reason: FailureReason | null,
): World {
  const now = simNow(world.clock, realNow);
  return withStamp(world, stampId, (facts) => {
    const past = ended(facts.troubles, now);
    const added = reason === null ? [] : [{ fromAt: now, untilAt: null, reason }];
    return { ...facts, troubles: [...past, ...added] };
  });
}

/** From now on the scheduler skips its slots for `reason`, and an update refuses Backup now; null ends that. */
export function setBlock(
  world: World,
  stampId: string,
  realNow: number,
  reason: BlockPeriod["reason"] | null,
): World {
  const now = simNow(world.clock, realNow);
  return withStamp(world, stampId, (facts) => {
    const past = ended(facts.blocks, now);
    const added = reason === null ? [] : [{ fromAt: now, untilAt: null, reason }];
    return { ...facts, blocks: [...past, ...added] };
  });
}

/** Somebody closes an alert now; closing it again changes nothing. */
export function closeAlert(
  world: World,
  stampId: string,
  realNow: number,
  alertId: string,
  by: string,
): World {
  const id = alertId.toLowerCase();
  return withStamp(world, stampId, (facts) => {
    if (facts.alertClosings.some((closing) => closing.id === id)) return facts;
    const closing = { id, at: simNow(world.clock, realNow), by };
    return { ...facts, alertClosings: [...facts.alertClosings, closing] };
  });
}

function outcomeAt(facts: StampFacts, now: number): Outcome {
  const reason = failureAt(facts, historyAt(facts, now), now);
  return reason === null ? { kind: "succeeded" } : failureFor(reason);
}

function refusalAt(facts: StampFacts, now: number): Refusal | null {
  if (!isConfigured(settingsAt(facts, now))) return NOT_CONFIGURED;
  if (blockAt(facts, now) === "updating") return facts.updatingAnswer;
  return unfinishedRun(facts, now) ? facts.busyAnswer : null;
}

function brokenOff(run: RunFacts, now: number, error: FailureWords): RunPlan {
  const elapsed = now - run.startedAt;
  const failedRoles = run.outcome.kind === "succeeded" ? [] : run.outcome.failedRoles;
  if (elapsed < run.takesMs) {
    const outcome: Outcome = { kind: "failed", ...error, listed: "Failed", failedRoles };
    return { takesMs: elapsed, rolesMs: run.rolesMs, finishesMs: 0, outcome };
  }
  const listed =
    run.outcome.kind === "failed"
      ? run.outcome.listed
      : run.outcome.kind === "partiallySucceeded"
        ? "PartialSucceeded"
        : "Succeeded";
  const outcome: Outcome = { kind: "failed", ...error, listed, failedRoles };
  return { takesMs: run.takesMs, rolesMs: run.rolesMs, finishesMs: elapsed - run.takesMs, outcome };
}

function replaceRun(facts: StampFacts, run: RunFacts, plan: RunPlan): StampFacts {
  const isExplicit = facts.runs.some((candidate) => candidate.id === run.id);
  if (isExplicit) {
    return {
      ...facts,
      runs: facts.runs.map((other) => (other.id === run.id ? { ...other, ...plan } : other)),
    };
  }
  const period = facts.schedule.findLastIndex((candidate) => candidate.fromAt <= run.startedAt);
  const anchor = facts.schedule[period];
  if (!anchor) return facts;
  const slot = Math.round((run.startedAt - anchor.anchorAt) / anchor.everyMs);
  const others = facts.slotFacts.filter((fact) => fact.period !== period || fact.slot !== slot);
  return { ...facts, slotFacts: [...others, { period, slot, plan }] };
}
