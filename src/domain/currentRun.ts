import type { BackupRow, Busy } from "./backupState.ts";
import { isTerminal, type Terminal } from "./operation.ts";
import type { Announced } from "./transitions.ts";

/** Content of the run card: a start being sent, a run, or the last run's end. */
export type CurrentRun =
  | { kind: "starting" }
  | { kind: "running"; row: BackupRow }
  | { kind: "ended"; row: BackupRow; operation: Terminal }
  | null;

/**
 * The run to show on the card. A finished run stays until the operator closes it (`closedKey`: that operation's key) or a
 * newer backup is listed. A run that this console never saw running appears only in the list.
 */
export function currentRun(
  rows: readonly BackupRow[],
  busy: Busy,
  announced: Announced,
  closedKey: string | null,
): CurrentRun {
  if (busy?.kind === "posting") return { kind: "starting" };
  if (busy?.kind === "running") return { kind: "running", row: busy.row };
  const newest = rows.find(({ state }) => state.kind !== "unrecognised");
  const operation = newest?.operation;
  if (!newest || !operation || !isTerminal(operation) || operation.key === closedKey) return null;
  const said = Object.hasOwn(announced, operation.key) ? announced[operation.key] : undefined;
  const seenRunning = operation.origin === "here" || said === "started" || said === "ended";
  return seenRunning ? { kind: "ended", row: newest, operation } : null;
}
