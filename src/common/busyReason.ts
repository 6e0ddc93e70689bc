import type { Busy } from "../domain/backupState.ts";
import { commonStrings } from "./strings.ts";

/** Why no other backup can be started now; null when one can. */
export function busyReason(busy: Busy): string | null {
  // For a run that can't be tracked, Backup now asks for confirmation instead.
  if (busy === null || busy.kind === "unfollowed") return null;
  if (busy.kind !== "running") return commonStrings.busy[busy.kind];
  return busy.row.state.kind === "finishing" ? commonStrings.busy.finishing : commonStrings.busy.running;
}
