import type { FailureReason, Outcome } from "./facts.ts";

type Failure = Extract<Outcome, { kind: "failed" }>;

/** Our own words around the documented reasons and remedies (docs, best practices); codes are ours too. */
const MESSAGES: Record<FailureReason, string> = {
  shareFull: "Backup failed because the backup file share is full. Add space or delete the oldest backups.",
  connectivity:
    "Backup failed because of network connectivity issues. The backup file share cannot be reached. Check the network and retry.",
  path: "Backup failed because the backup file share path is not valid. Map the share to a valid path and update the settings.",
  authentication:
    "Backup failed because the backup file share refused the credentials. Update the credentials in the settings.",
  general: "Backup failed because of an unknown error. Retry; contact support if it fails again.",
};

/** A backup that breaks off for one of the documented reasons. */
export function failureFor(reason: FailureReason): Failure {
  return {
    kind: "failed",
    code: "BackupFailed",
    message: MESSAGES[reason],
    reason,
    listed: "Failed",
    failedRoles: [],
  };
}

/** Listed as Succeeded; only the operation knows better. */
export const COPY_FAILED_LATE: Outcome = {
  kind: "failed",
  code: "OperationFailed",
  message: "Backup failed during file copy to the external share.",
  reason: "connectivity",
  listed: "Succeeded",
  failedRoles: [],
};

export const TWO_ROLES_FAILED: Outcome = {
  kind: "partiallySucceeded",
  failedRoles: ["KeyVaultDataPlane", "ACS"],
};
