import type { Backup } from "../backup.ts";
import { failureOf } from "../failure.ts";
import type { Reply, Running } from "../operation.ts";
import { backupSaying, listed, pathOf, HOUR, MINUTE, NOON } from "./fixtures.ts";
import type { ListItem } from "../backupState.ts";

export type Outcome = "succeeded" | "partiallySucceeded" | "failed";

/** How one backup job goes, decided when it starts. Spans in milliseconds. */
export interface Plan {
  startsAfterMs: number;
  dataMs: number;
  /** From the end of the data to the end of the job: 0–15 minutes (docs/stamp-api.md "Completion time"). */
  tailMs: number;
  listedAfterMs: number;
  /** From the end of the data until the list says so: below the tail it runs ahead of the job, above it lags. */
  listLagMs: number;
  outcome: Outcome;
  /** The list says Succeeded of a job that failed (docs/faults.md "List and operation"). */
  listLies: boolean;
  /** How the operation ends: the backup, an empty 200, or the failed-LRO shape. */
  end: "body" | "empty" | "failedShape";
  /** The list words its progress in a way no version knows. */
  oddWord: boolean;
}

export interface Job {
  id: string;
  plan: Plan;
  startedAt: number;
  dataAt: number;
  endsAt: number;
  automatic: boolean;
  /** The stamp no longer knows the operation: 404 from now on. */
  forgotten: boolean;
}

const YESTERDAY: Plan = {
  startsAfterMs: 0,
  dataMs: 10 * MINUTE,
  tailMs: 0,
  listedAfterMs: 0,
  listLagMs: 0,
  outcome: "succeeded",
  listLies: false,
  end: "body",
  oddWord: false,
};

/** Names that are poison as object keys come up among the ordinary ones. */
const IDS = ["a1", "a2", "__proto__", "a4", "constructor"];

/** A small honest stamp: one job at a time, a list that lags or runs ahead, operations that may be forgotten. */
export class ModelStamp {
  readonly jobs: Job[] = [];
  posts = 0;

  constructor() {
    this.begin(YESTERDAY, NOON - 12 * HOUR, true);
  }

  /** Starts a job unless one runs; null is the 409. */
  begin(plan: Plan, now: number, automatic: boolean): Job | null {
    if (this.jobs.some((job) => now < job.endsAt)) return null;
    const startedAt = now + plan.startsAfterMs;
    const dataAt = startedAt + plan.dataMs;
    const count = this.jobs.length;
    const id = count === 0 ? "yesterday" : (IDS[count - 1] ?? `a${count}`);
    const job = { id, plan, startedAt, dataAt, endsAt: dataAt + plan.tailMs, automatic, forgotten: false };
    this.jobs.push(job);
    return job;
  }

  find(id: string): Job | undefined {
    return this.jobs.find((job) => job.id === id);
  }

  /** Whether every job has ended and the list tells of all of them as it always will. */
  isQuiet(now: number): boolean {
    return this.jobs.every((job) => now >= job.endsAt && now >= doneListedAt(job) && now >= listedAt(job));
  }

  list(now: number): ListItem[] {
    return listed(...this.jobs.filter((job) => now >= listedAt(job)).map((job) => recordOf(job, now)));
  }

  /** The honest answer to one poll. */
  answer(operation: Running, now: number, delayMs: number | null): Reply {
    const job = this.find(operation.id);
    const gone: Reply = { kind: "gone", failure: failureOf("notFound") };
    if (operation.ask === "backup") {
      if (!job || now < listedAt(job)) return { kind: "noAnswer", failure: failureOf("notFound") };
      return { kind: "completed", backup: recordOf(job, now), delayMs };
    }
    if (!job || job.forgotten) return gone;
    if (now < job.endsAt)
      return { kind: "accepted", location: { path: pathOf(job.id), id: job.id }, delayMs };
    return endOf(job, delayMs);
  }
}

function endOf(job: Job, delayMs: number | null): Reply {
  const { end, outcome } = job.plan;
  if (end === "failedShape" && outcome === "failed") return { kind: "failed", failure: failureOf("server") };
  if (end === "empty") return { kind: "completed", backup: null, delayMs };
  return { kind: "completed", backup: doneRecord(job, outcome), delayMs };
}

function listedAt(job: Job): number {
  return job.startedAt + job.plan.listedAfterMs;
}

function doneListedAt(job: Job): number {
  return job.dataAt + job.plan.listLagMs;
}

/** The word the list ends up with. A job whose operation ends without a body has no other voice, so it cannot lie. */
export function finalWord({ plan }: Job): Outcome {
  return plan.outcome === "failed" && plan.listLies && plan.end !== "empty" ? "succeeded" : plan.outcome;
}

function recordOf(job: Job, now: number): Backup {
  if (now >= doneListedAt(job)) return doneRecord(job, finalWord(job));
  const unfinished = { id: job.id, automatic: job.automatic, completedAt: null, tookMs: null };
  return backupSaying(
    job.plan.oddWord ? { kind: "unknown", raw: "Verifying" } : { kind: "running" },
    unfinished,
  );
}

function doneRecord(job: Job, kind: Outcome): Backup {
  const { id, automatic, dataAt: completedAt, plan } = job;
  return backupSaying({ kind }, { id, automatic, completedAt, tookMs: plan.dataMs });
}
