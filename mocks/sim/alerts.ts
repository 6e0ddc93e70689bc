import type { AlertKind } from "./alertTexts.ts";
import { endsAt } from "./backups.ts";
import { DAY } from "./clock.ts";
import type { RunFacts, StampFacts } from "./facts.ts";
import { freeGbAt, historyAt } from "./history.ts";
import type { History } from "./history.ts";
import { guid } from "./random.ts";
import { isConfigured, settingsAt } from "./settings.ts";

/** Closed alerts vanish after this long (docs). */
const CLOSED_VISIBLE_MS = 7 * DAY;

/** Below room for so many backups the share is almost full (unverified). */
const ALMOST_FULL_BACKUPS = 3;

/** Nothing older than this can still be shown, unless it never ended. */
const LOOK_BACK_MS = 60 * DAY;

/** One alert as the stamp shows it at some instant. */
export interface AlertView {
  id: string;
  kind: AlertKind;
  createdAt: number;
  updatedAt: number;
  /** Null while active. */
  closedAt: number | null;
  /** Empty where the stamp closed it itself. */
  closedBy: string;
  /** The slot after a skipped one. */
  nextAt: number | null;
}

/** An alert before anybody closed it: `endedAt` is when its cause went away, which may lie ahead. */
interface Cause {
  kind: AlertKind;
  /** What tells it from others of its kind. */
  key: string | number;
  createdAt: number;
  endedAt: number | null;
  nextAt?: number;
  /** Repeated every 24 h while its cause lasts (recorded text of the paused scheduler's alert). */
  repeats?: boolean;
}

/** Alerts that the stamp lists at `now`: the active ones, and those closed in the last seven days. */
export function alertsAt(facts: StampFacts, now: number): AlertView[] {
  const history = historyAt(facts, now);
  const causes = [
    ...pausedCauses(facts),
    ...skipCauses(history),
    ...runCauses(history, now),
    ...almostFullCauses(facts, history, now),
    ...standingCauses(facts),
  ];
  return causes
    .flatMap((cause) => viewsOf(facts, cause, now))
    .filter(({ closedAt }) => closedAt === null || closedAt > now - CLOSED_VISIBLE_MS);
}

/** The id of an alert, from what it is about. */
export function alertId(
  facts: StampFacts,
  kind: AlertKind,
  key: string | number,
  repeat: number = 0,
): string {
  return guid(facts.seed, "alert", kind, key, repeat);
}

function viewsOf(facts: StampFacts, cause: Cause, now: number): AlertView[] {
  const views: AlertView[] = [];
  let createdAt = cause.createdAt;
  // A repeated warning that somebody closed comes back at the next repetition.
  for (let repeat = 0; createdAt <= now && createdAt < (cause.endedAt ?? Infinity); repeat += 1) {
    const id = alertId(facts, cause.kind, cause.key, repeat);
    const closing = facts.alertClosings.find((candidate) => candidate.id === id);
    const end = cause.endedAt !== null && cause.endedAt <= now ? cause.endedAt : null;
    const isClosed = closing !== undefined && closing.at <= now && closing.at < (end ?? Infinity);
    const closedAt = isClosed ? closing.at : end;
    const seenAt = closedAt ?? now;
    const updatedAt = cause.repeats ? createdAt + Math.floor((seenAt - createdAt) / DAY) * DAY : createdAt;
    views.push({
      id,
      kind: cause.kind,
      createdAt,
      updatedAt: closedAt ?? updatedAt,
      closedAt,
      closedBy: isClosed ? closing.by : "",
      nextAt: cause.nextAt ?? null,
    });
    if (!cause.repeats || !isClosed) break;
    createdAt += (Math.floor((closing.at - createdAt) / DAY) + 1) * DAY;
  }
  return views;
}

/** One for every stretch in which a configured stamp's scheduler was off, 24 h after its beginning. */
function pausedCauses(facts: StampFacts): Cause[] {
  const causes: Cause[] = [];
  let offAt: number | null = null;
  const finish = (endedAt: number | null): void => {
    if (offAt !== null) {
      causes.push({ kind: "schedulerPaused", key: offAt, createdAt: offAt + DAY, endedAt, repeats: true });
    }
    offAt = null;
  };
  for (const period of facts.schedule) {
    const isOff = !period.enabled && isConfigured(settingsAt(facts, period.fromAt));
    if (isOff) offAt ??= period.fromAt;
    else finish(period.fromAt);
  }
  finish(null);
  return causes;
}

/** One per skipped slot, closed by the next slot (recorded). */
function skipCauses({ skipped }: History): Cause[] {
  return skipped.map(({ at, nextAt, reason }) => ({
    kind: reason === "failedOperations" ? "skippedFailedOperations" : "skippedUnfinishedOperations",
    key: at,
    createdAt: at,
    endedAt: nextAt,
    nextAt,
  }));
}

/** One per run that did not go well, closed by the next success. */
function runCauses({ runs }: History, now: number): Cause[] {
  const causes: Cause[] = [];
  let successAt: number | null = null;
  for (const run of runs.toReversed()) {
    const completedAt = run.startedAt + run.takesMs;
    const cause = causeOf(run, successAt);
    if (run.outcome.kind === "succeeded" && completedAt <= now) successAt = completedAt;
    if (cause) causes.push(cause);
    if (completedAt < now - LOOK_BACK_MS && successAt !== null) break;
  }
  return causes;
}

function causeOf(run: RunFacts, endedAt: number | null): Cause | null {
  const { outcome, id } = run;
  const completedAt = run.startedAt + run.takesMs;
  if (outcome.kind === "succeeded") return null;
  if (outcome.kind === "partiallySucceeded") {
    return { kind: "partiallyCompleted", key: id, createdAt: completedAt, endedAt };
  }
  return { kind: `failed-${outcome.reason ?? "general"}`, key: id, createdAt: endsAt(run), endedAt };
}

/** From the backup that left too little room to the first event that found enough of it again. */
function almostFullCauses(facts: StampFacts, history: History, now: number): Cause[] {
  const events = [
    ...history.stored.filter((at) => at > now - LOOK_BACK_MS),
    ...facts.operations.map((operation) => operation.startedAt + operation.takesMs),
    ...facts.troubles.flatMap(({ fromAt, untilAt }) => (untilAt === null ? [fromAt] : [fromAt, untilAt])),
  ];
  const causes: Cause[] = [];
  let sinceAt: number | null = null;
  for (const at of events.filter((event) => event <= now).toSorted((a, b) => a - b)) {
    const isLow =
      isConfigured(settingsAt(facts, at)) &&
      freeGbAt(facts, history, at) < ALMOST_FULL_BACKUPS * facts.share.backupGb;
    if (isLow) sinceAt ??= at;
    else if (sinceAt !== null) {
      causes.push({ kind: "shareAlmostFull", key: sinceAt, createdAt: sinceAt, endedAt: at });
      sinceAt = null;
    }
  }
  if (sinceAt !== null) {
    causes.push({ kind: "shareAlmostFull", key: sinceAt, createdAt: sinceAt, endedAt: null });
  }
  return causes;
}

/** What was so before this world began: retention that does not delete, and another service's warning. */
function standingCauses(facts: StampFacts): Cause[] {
  const since = (facts.schedule[0]?.fromAt ?? 0) + 3 * DAY;
  const other: Cause = { kind: "roleUnhealthy", key: "Capacity", createdAt: since, endedAt: null };
  if (!facts.share.deletionFails) return [other];
  const pruned = facts.operations.find((operation) => operation.kind === "prune" && !operation.dryRun);
  const endedAt = pruned ? pruned.startedAt + pruned.takesMs : null;
  return [other, { kind: "deletionFailed", key: "retention", createdAt: since, endedAt }];
}
