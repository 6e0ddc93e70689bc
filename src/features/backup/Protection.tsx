import { useBackupsState } from "../../queries/useBackupState.ts";
import { LastAttempts } from "./LastAttempts.tsx";
import { ProtectionVerdict } from "./ProtectionVerdict.tsx";

export interface ProtectionProps {
  show: "verdict" | "success" | "attempt";
  signedIn: boolean;
}

/** What follows from list and location together: one part, which the first load does not have. */
export function Protection({ show, signedIn }: ProtectionProps) {
  const state = useBackupsState();
  return show === "verdict" ? (
    <ProtectionVerdict state={state} signedIn={signedIn} />
  ) : (
    <LastAttempts state={state} show={show} />
  );
}
