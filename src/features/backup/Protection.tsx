import type { BackupsState } from "../../queries/useBackupState.ts";
import { LastAttempts } from "./LastAttempts.tsx";
import { ProtectionVerdict } from "./ProtectionVerdict.tsx";

export interface ProtectionProps {
  show: "verdict" | "success" | "attempt";
  state: BackupsState;
  signedIn: boolean;
}

/** What follows from list and location together: one part, which the first load does not have. */
export function Protection({ show, state, signedIn }: ProtectionProps) {
  return show === "verdict" ? (
    <ProtectionVerdict state={state} signedIn={signedIn} />
  ) : (
    <LastAttempts state={state} show={show} />
  );
}
