import { protectionOf, type ProtectionReport } from "../domain/protection.ts";
import type { BackupsState } from "./useBackupState.ts";
import { useLocationState } from "./useBackupState.ts";
import { useSession } from "../session/SessionContext.ts";

/**
 * The stamp's protection at this render, by stamp time. A caller that must notice an overdue backup re-renders
 * periodically. The list comes from the caller, so that it is computed once for the page.
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
