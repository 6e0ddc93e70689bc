import { DAY, SECOND } from "./clock.ts";
import type { RunFacts, StampFacts } from "./facts.ts";
import { historyAt, leavesData } from "./history.ts";
import { rolesAt } from "./roles.ts";
import type { RoleView } from "./roles.ts";
import { isConfigured, keptFrom, settingsAt } from "./settings.ts";

const CREATING_MS = 15 * SECOND;

/** How long an ended operation still answers: nothing says, the page must do with less (unverified). */
export const OPERATION_REMEMBERED_MS = DAY;

type OperationState = "running" | "succeeded" | "failed";

/** One backup as the stamp would show it at some instant. Instants in epoch ms; statuses are the stamp's words. */
export interface BackupView {
  id: string;
  /** Changes only with what it shows. */
  run: RunFacts;
  startedAt: number;
  completedAt: number | null;
  tookMs: number | null;
  status: string;
  /** Worked out when read. */
  readonly roles: RoleView[];
  automatic: boolean;
  /** Whether it left data behind, and whether all of it is in the store and ready for cloud recovery. */
  leftData: boolean;
  uploaded: boolean;
  cloudReady: boolean;
  /** Of the certificate that held when it began. */
  thumbprint: string | null;
  operation: OperationState;
  /** When its operation ends or ended. */
  endsAt: number;
  error: { code: string; message: string } | null;
}

/** The run whose operation has not ended at `now`; a stamp runs one job at a time (docs, best-practices). */
export function unfinishedRun(facts: StampFacts, now: number): RunFacts | null {
  return historyAt(facts, now).runs.findLast((run) => now < endsAt(run)) ?? null;
}

/**
 * Backups that the stamp lists at `now`, oldest first: retention drops old ones, but never the last success. The
 * list is the share's (release notes 1807), so without a store it is empty.
 */
export function backupsAt(facts: StampFacts, now: number): BackupView[] {
  if (!isConfigured(settingsAt(facts, now))) return [];
  const views = historyAt(facts, now).runs.map((run) => lastingViewOf(facts, run, now));
  const limit = keptFrom(facts, now);
  const lastSuccess = views.findLast((view) => view.status === "Succeeded");
  const hides = facts.faults.some((fault) => fault.kind === "listHides");
  return views.filter((view) => {
    if (hides && isHidden(facts, view, now)) return false;
    if (view.completedAt === null) return facts.listsRunning;
    return view.completedAt >= limit || view === lastSuccess;
  });
}

/** The backup whose operation is `id` at `now`, listed or not; null where the stamp knows no such operation. */
export function operationAt(facts: StampFacts, id: string, now: number): BackupView | null {
  const run = historyAt(facts, now).runs.findLast((candidate) => candidate.id === id.toLowerCase());
  if (!run || now >= endsAt(run) + OPERATION_REMEMBERED_MS) return null;
  return isGone(facts, run.startedAt, now) ? null : viewOf(facts, run, now);
}

/** Whether a fault has made the stamp forget an operation begun at `startedAt`. */
export function isGone(facts: StampFacts, startedAt: number, now: number): boolean {
  return facts.faults.some(
    (fault) => fault.kind === "operationGone" && now >= startedAt + fault.afterMs && holdsAt(fault, now),
  );
}

/** The newest backup that left data behind: `lastBackupTime` equals its createdDateTime (recorded to the tick). */
export function lastBackup(facts: StampFacts, now: number): BackupView | null {
  return backupsAt(facts, now).findLast((view) => view.leftData) ?? null;
}

/** Whether a fault's time window contains `now`. */
export function holdsAt(fault: { fromAt?: number; untilAt?: number }, now: number): boolean {
  return (fault.fromAt ?? -Infinity) <= now && now < (fault.untilAt ?? Infinity);
}

/** Views that will not change any more, with the facts they were made of. */
const lasting = new WeakMap<RunFacts, { view: BackupView; facts: StampFacts }>();

function lastingViewOf(facts: StampFacts, run: RunFacts, now: number): BackupView {
  if (now < endsAt(run)) return viewOf(facts, run, now);
  const kept = lasting.get(run);
  if (kept?.facts.roles === facts.roles && kept.facts.settings === facts.settings) return kept.view;
  const view = viewOf(facts, run, now);
  lasting.set(run, { view, facts });
  return view;
}

/** What one run shows at `now`. */
export function viewOf(facts: StampFacts, run: RunFacts, now: number): BackupView {
  const completedAt = run.startedAt + run.takesMs;
  const completed = now >= completedAt;
  const ended = now >= endsAt(run);
  const failed = run.outcome.kind === "failed" ? run.outcome : null;
  return {
    id: run.id,
    run,
    startedAt: run.startedAt,
    completedAt: completed ? completedAt : null,
    tookMs: completed ? run.takesMs : null,
    status: completed ? listedStatus(run) : now < run.startedAt + CREATING_MS ? "Creating" : "Running",
    get roles() {
      return rolesAt(run, facts.roles, now);
    },
    automatic: run.automatic,
    leftData: completed && leavesData(run),
    uploaded: completed && leavesData(run) && run.lacks !== "upload",
    cloudReady: completed && listedStatus(run) === "Succeeded" && run.lacks === undefined,
    thumbprint: settingsAt(facts, run.startedAt).thumbprint,
    operation: !ended ? "running" : failed ? "failed" : "succeeded",
    endsAt: endsAt(run),
    error: ended && failed ? { code: failed.code, message: failed.message } : null,
  };
}

/** When the run's operation ends. */
export function endsAt(run: RunFacts): number {
  return run.startedAt + run.takesMs + run.finishesMs;
}

function listedStatus({ outcome }: RunFacts): string {
  if (outcome.kind === "failed") return outcome.listed;
  return outcome.kind === "partiallySucceeded" ? "PartialSucceeded" : "Succeeded";
}

function isHidden(facts: StampFacts, view: BackupView, now: number): boolean {
  return facts.faults.some(
    (fault) => fault.kind === "listHides" && view.startedAt >= fault.startedFrom && holdsAt(fault, now),
  );
}
