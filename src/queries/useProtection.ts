import { protectionOf, type ProtectionReport } from "../domain/protection.ts";
import type { BackupsState } from "./useBackupState.ts";
import { useLocationState } from "./useBackupState.ts";
import { useSession } from "../session/SessionContext.ts";

/**
 * The stamp's protection by its own time at this render: a caller that is to tell by itself when a backup is overdue
 * renders on a beat. The list comes from the caller, so that it is folded once for the page.
 */
export function useProtection(state: BackupsState): ProtectionReport {
  const session = useSession();
  const { location, failure } = useLocationState();
  return protectionOf(
    {
      rows: state.loaded ? state.rows : null,
      listFailure: state.failure,
      listIncomplete: state.incomplete !== null,
      location,
      locationFailure: failure,
    },
    session.now(),
  );
}
