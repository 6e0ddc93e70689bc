import type { Protection, ProtectionKind } from "../domain/protection.ts";

/** Verdicts in a word or two. */
export const protectionTexts: Record<ProtectionKind, string> = {
  protected: "Protected",
  overdue: "Overdue",
  lastAttemptFailed: "Last attempt failed",
  attemptUnclear: "Last attempt unclear",
  notUploaded: "Not completely uploaded",
  onStampOnly: "Kept on the stamp only",
  noBackupYet: "No backup yet",
  automaticOff: "Automatic backups off",
  notConfigured: "Not configured",
  cannotTell: "Status unknown",
};

/** A verdict's text; a partial backup didn't fail. */
export function protectionText(verdict: Protection): string {
  const partial =
    verdict.kind === "lastAttemptFailed" && verdict.attempt.row.state.kind === "partiallySucceeded";
  return partial ? "Last attempt partial" : protectionTexts[verdict.kind];
}
