import type { BackupRow, Busy } from "./backupState.ts";
import { isTerminal, type Terminal } from "./operation.ts";
import type { Announced } from "./transitions.ts";

/** What the page's run card shows: a start under way, a run, or how the last run ended. */
export type CurrentRun =
  | { kind: "starting" }
  | { kind: "running"; row: BackupRow }
  | { kind: "ended"; row: BackupRow; operation: Terminal }
  | null;

/**
 * The run that the card is about. The end of a run stays until the operator closes it (`closedKey` is that operation's
 * key), or a newer backup is listed; the end of one that nobody here saw running is only a row of the list.
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
