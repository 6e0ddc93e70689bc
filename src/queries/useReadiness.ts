import { readinessOf, type Readiness } from "../domain/recoveryReadiness.ts";
import { useSession } from "../session/SessionContext.ts";
import { useBackupHistory } from "./useBackupHistory.ts";
import { useBackupsState, useLocationState } from "./useBackupState.ts";

/** Whether the stamp could be recovered from its backups, as of this render; null while the list has never been read. */
export function useReadiness(): Readiness | null {
  const { now } = useSession();
  const { rows, loaded, failure, incomplete } = useBackupsState();
  const { location, failure: locationFailure } = useLocationState();
  const history = useBackupHistory();
  if (!loaded) return null;
  const facts = { rows, listFailure: failure, listIncomplete: incomplete !== null };
  return readinessOf({ ...facts, location, locationFailure, history }, now());
}
