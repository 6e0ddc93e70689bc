import type { Backup, BackupRole } from "./backup.ts";
import { RECENT_TAIL_MS } from "./jobEnd.ts";
import { isTerminal, type Operation } from "./operation.ts";

/** The middle of docs/stamp-api.md "Completion time" (10–15 minutes), used until this stamp has its own past. */
const DOCUMENTED_TAIL_MS = 12.5 * 60_000;
/** 20–40 minutes under reasonable load (docs/stamp-api.md "Limits and schedule"). */
const DOCUMENTED_USUAL_MS = 40 * 60_000;
/** Number of past backups an estimate uses. */
const SAMPLE = 7;

/** How long a run takes, from this stamp's past; spans in milliseconds. */
export interface Estimate {
  /** From start to the end of the job; null without past backups. */
  totalMs: number | null;
  /** Beyond this a run is "longer than usual". */
  usualMs: number;
  /** Number of past backups used. */
  sampleSize: number;
}

/** Estimates from the newest timed successes, and from the tails of runs tracked to their end. */
export function estimateFrom(backups: readonly Backup[], operations: readonly Operation[]): Estimate {
  const sample = backups
    .filter(
      (backup) => backup.status.kind === "succeeded" && backup.tookMs !== null && backup.completedAt !== null,
    )
    .toSorted((a, b) => (b.completedAt ?? 0) - (a.completedAt ?? 0))
    .slice(0, SAMPLE)
    .map((backup) => backup.tookMs ?? 0);
  if (sample.length === 0) {
    return { totalMs: null, usualMs: DOCUMENTED_USUAL_MS + DOCUMENTED_TAIL_MS, sampleSize: 0 };
  }
  const tailMs = median(watchedTails(operations)) ?? DOCUMENTED_TAIL_MS;
  const totalMs = (median(sample) ?? 0) + tailMs;
  return {
    totalMs,
    usualMs: Math.max(...sample) + tailMs,
    sampleSize: sample.length,
  };
}

/** Spans from "listed" to "job ended" of runs that this page tracked from their start. */
function watchedTails(operations: readonly Operation[]): number[] {
  return operations.flatMap((operation) => {
    if (operation.kind !== "succeeded" || operation.origin !== "here") return [];
    const completedAt = operation.backup.completedAt;
    const tailMs = completedAt === null ? -1 : operation.endedAt - completedAt;
    return tailMs >= 0 && tailMs <= RECENT_TAIL_MS ? [tailMs] : [];
  });
}

function median(values: readonly number[]): number | null {
  if (values.length === 0) return null;
  const sorted = values.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const high = sorted[middle] ?? 0;
  return sorted.length % 2 === 1 ? high : ((sorted[middle - 1] ?? 0) + high) / 2;
}

/**
 * Fraction of the progress bar, 0 … below 1: linear to 90 % at the estimate, then ever slower. It never reaches 1 before
 * the job ends, and never decreases.
 */
export function progressFraction(elapsedMs: number, totalMs: number): number {
  if (!(totalMs > 0)) return 0;
  const part = Math.max(0, elapsedMs) / totalMs;
  return part <= 1 ? part * 0.9 : 0.9 + 0.09 * (1 - 1 / part);
}

export interface RoleCount {
  done: number;
  total: number;
}

/** Number of roles reported as done; null if none are reported. */
export function countRoles(roles: readonly BackupRole[]): RoleCount | null {
  if (roles.length === 0) return null;
  return { done: roles.filter((role) => role.status.kind === "succeeded").length, total: roles.length };
}

/** Time since the run's start, or from start to end; never negative. Null if the start is unknown. */
export function elapsedMs(operation: Operation, now: number): number | null {
  if (operation.startedAt === null) return null;
  return Math.max(0, (isTerminal(operation) ? operation.endedAt : now) - operation.startedAt);
}
