import type { BackupRow, RowStateKind } from "../../domain/backupState.ts";
import { formatSpan } from "../../domain/duration.ts";
import type { Operation } from "../../domain/operation.ts";
import { elapsedMs } from "../../domain/progress.ts";
import { notificationStrings as words } from "./strings.ts";

/**
 * One sentence on a run as it stands: for the bell, for toasts and for screen readers. `finishing`: the list already
 * calls a running one Succeeded. `now` is stamp time.
 */
export function describe(operation: Operation, finishing: boolean, now: number): string {
  const name = operation.id?.split("-")[0] ?? "";
  const span = elapsedMs(operation, now);
  const ended = span === null ? "" : ` ${words.jobEnded(formatSpan(span))}`;
  switch (operation.kind) {
    case "posting":
      return words.starting;
    case "unknown":
      return words.unknown;
    case "running":
      return finishing ? words.finishing(name) : words.running(name);
    case "succeeded":
      return words.succeeded(name) + ended;
    case "partiallySucceeded":
      return words.partiallySucceeded(name) + ended;
    case "failed":
      return words.failed(name) + ended;
    case "lost":
      return words.lost(name);
  }
}

/** Whether the list already calls a run Succeeded whose job still runs. */
export function isFinishing(rows: readonly BackupRow[], { key }: Operation): boolean {
  return rows.some(({ operation, state }) => operation?.key === key && state.kind === "finishing");
}

/** The state whose icon a run carries. */
export function faceOf(operation: Operation, finishing: boolean): RowStateKind {
  switch (operation.kind) {
    case "posting":
      return "inProgress";
    case "running":
      return finishing ? "finishing" : "inProgress";
    case "unknown":
    case "lost":
      return "lost";
    case "succeeded":
    case "partiallySucceeded":
    case "failed":
      return operation.kind;
  }
}
