import type { RowStateKind } from "../domain/backupState.ts";

export const stateTexts: Record<Exclude<RowStateKind, "unknown">, string> = {
  inProgress: "In progress",
  checking: "Checking",
  finishing: "Finishing",
  unconfirmed: "Succeeded (unconfirmed)",
  succeeded: "Succeeded",
  partiallySucceeded: "Partially succeeded",
  failed: "Failed",
  lost: "Tracking lost",
  skipped: "Skipped",
  deleted: "Deleted",
  unrecognised: "Unrecognised",
};

// What several features say of backups.
export const commonStrings = {
  loadingBackups: "Loading backups…",
  unknownState: (raw: string) => `Unknown (${raw})`,
  busy: {
    posting: "A backup is being started.",
    running: "A backup is running. The stamp runs one at a time.",
    finishing: "The last backup's job has not ended yet. The stamp runs one at a time.",
    unknownOutcome:
      "An earlier start got no clear answer. Look at the message above before starting another.",
    signIn: "Sign in first.",
    saving: "This is being saved.",
  },
  atLeast: "at least",
  requestId: (id: string) => `Request ID ${id}`,
} as const;
