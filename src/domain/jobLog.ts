import { formatTimeSpan } from "./duration.ts";
import { isTerminal, type Operation } from "./operation.ts";

export interface JobLogLine {
  /** Stamp time, epoch ms. */
  at: number;
  kind: "started" | "running" | "ended";
  /** Time since the start, as .NET prints a TimeSpan: "00:04:30", "1.02:00:00". */
  elapsed: string;
}

const LINE_EVERY_MS = 30_000;
/** A day of lines; a longer run shows the newest. */
const MOST_LINES = 2_880;

/**
 * The lines a PowerShell job loop would have printed by `now` (stamp time): the start, one "still running" per 30 s,
 * and the end. Derived from the operation alone, so that it survives a reload. Empty while the start is unknown;
 * `startedAt`: the start that the page shows, if it differs from the operation's.
 */
export function jobLog(operation: Operation, now: number, startedAt = operation.startedAt): JobLogLine[] {
  if (startedAt === null) return [];
  return spanLog(startedAt, isTerminal(operation) ? operation.endedAt : null, now);
}

/** The same for a job of which only start and end are known; `endedAt` is null while it runs. Epoch ms. */
export function spanLog(startedAt: number, endedAt: number | null, now: number): JobLogLine[] {
  const elapsed = Math.max(0, (endedAt ?? now) - startedAt);
  const last = Math.floor((endedAt === null ? elapsed : Math.max(0, elapsed - 1)) / LINE_EVERY_MS);
  const first = Math.max(1, last - MOST_LINES + 1);
  const lines: JobLogLine[] = [{ at: startedAt, kind: "started", elapsed: formatTimeSpan(0) }];
  for (let index = first; index <= last; index += 1) {
    const span = index * LINE_EVERY_MS;
    lines.push({ at: startedAt + span, kind: "running", elapsed: formatTimeSpan(span) });
  }
  if (endedAt !== null)
    lines.push({ at: startedAt + elapsed, kind: "ended", elapsed: formatTimeSpan(elapsed) });
  return lines;
}
