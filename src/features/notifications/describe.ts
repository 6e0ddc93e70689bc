import { isUnfollowedRow, type BackupRow, type RowStateKind } from "../../domain/backupState.ts";
import { formatSpan } from "../../domain/duration.ts";
import type { Operation } from "../../domain/operation.ts";
import { elapsedMs } from "../../domain/progress.ts";
import { notificationStrings } from "./strings.ts";

/** State of a run that hasn't ended. Finishing: listed as Succeeded. Unconfirmed: it can't be tracked. */
export type Stage = "running" | "finishing" | "unconfirmed";

/** One sentence about a run, for notifications, toasts and screen readers. `now` is stamp time. */
export function describe(operation: Operation, stage: Stage, now: number): string {
  const name = operation.id?.split("-")[0] ?? "";
  const span = elapsedMs(operation, now);
  const ended = span === null ? "" : ` ${notificationStrings.jobEnded(formatSpan(span))}`;
  switch (operation.kind) {
    case "posting":
      return notificationStrings.starting;
    case "unknown":
      return notificationStrings.unknown;
    case "running":
      return notificationStrings[stage](name);
    case "succeeded":
      return notificationStrings.succeeded(name) + ended;
    case "partiallySucceeded":
      return notificationStrings.partiallySucceeded(name) + ended;
    case "failed":
      return notificationStrings.failed(name) + ended;
    case "lost":
      return notificationStrings.lost(name);
  }
}

/** Where a run is, by its row. */
export function stageOf(rows: readonly BackupRow[], { key }: Operation): Stage {
  const row = rows.find(({ operation }) => operation?.key === key);
  if (row && isUnfollowedRow(row)) return "unconfirmed";
  return row?.state.kind === "finishing" ? "finishing" : "running";
}

/** The state whose icon a run carries. */
export function faceOf(operation: Operation, stage: Stage): RowStateKind {
  switch (operation.kind) {
    case "posting":
      return "inProgress";
    case "running":
      return stage === "running" ? "inProgress" : stage;
    case "unknown":
    case "lost":
      return "lost";
    case "succeeded":
    case "partiallySucceeded":
    case "failed":
      return operation.kind;
  }
}
