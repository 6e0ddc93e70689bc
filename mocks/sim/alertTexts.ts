import type { FailureReason } from "./facts.ts";

export type AlertKind =
  | "schedulerPaused"
  | "skippedFailedOperations"
  | "skippedUnfinishedOperations"
  | "partiallyCompleted"
  | "shareAlmostFull"
  | "deletionFailed"
  | "roleUnhealthy"
  | `failed-${FailureReason}`;

/** One token of an alert's rich text, in the recorded form. */
export type RichText =
  | { text: string; type: "Text" }
  | { type: "NewLine" }
  | { linkType: "Uri"; uri: string; resourceId: ""; type: "LinkBegin" }
  | { type: "LinkEnd" };

interface AlertText {
  faultType: string;
  severity: "Warning" | "Critical";
  title: string;
  description: RichText[];
  remediation: RichText[];
}

const CONTROLLER = "AzureStack.BackupController";
const LINE: RichText = { type: "NewLine" };

/**
 * Titles and severities are the recorded or published ones where there are any (docs/stamp-api.md "Alert titles"); the fault
 * types of failures but the general one, the severities of the last five, and all other texts are ours (unverified).
 */
export const ALERT_TEXTS: Record<AlertKind, AlertText> = {
  schedulerPaused: {
    faultType: `${CONTROLLER}.BackupSchedulerPausedFault`,
    severity: "Warning",
    title: "Automatic backups are disabled.",
    description: [
      text(
        "Automatic backups are currently disabled. No infrastructure backup was created by the scheduler in the past 24 hours. This warning is repeated every 24 hours until it is resolved.",
      ),
    ],
    remediation: [
      text("1. Resolve what automatic backups were disabled for."),
      LINE,
      text("2. Go to Infrastructure backup and enable automatic backups. Back up on demand until then."),
    ],
  },
  skippedFailedOperations: skipped("BackupSkippedWithFailedOperationFault", "failed operations", [
    text("1. Resolve the operations that failed, such as an update or a repair."),
    LINE,
    text("2. Then start a backup on demand with Backup now."),
  ]),
  skippedUnfinishedOperations: skipped("BackupSkippedWithUnfinishedOperationFault", "unfinished operations", [
    text("1. Wait until the operation has finished."),
    LINE,
    text("2. Then start a backup on demand with Backup now if the next scheduled one is far away."),
  ]),
  "failed-shareFull": failed(
    "BackupFailedShareFullFault",
    "Backup failed because the backup file share is full.",
    [text("Add space to the share, or delete the oldest backups, and retry with Backup now.")],
  ),
  "failed-connectivity": failed(
    "BackupFailedNetworkConnectivityFault",
    "Backup failed because of network connectivity issues.",
    [text("Resolve the network problem between the stamp and the share, and retry with Backup now.")],
  ),
  "failed-path": failed(
    "BackupFailedInvalidPathFault",
    "Backup failed because the backup file share path is not valid.",
    [text("Map the share to a valid path and update the path under Configuration.")],
  ),
  "failed-authentication": failed(
    "BackupFailedShareAccessFault",
    "Backup failed because the backup controller can't access the backup file share.",
    [text("Update the user name and the password under Configuration, and retry with Backup now.")],
  ),
  "failed-general": failed("BackupFailedGeneralFault", "Backup failed because of an unknown error.", [
    text("Retry with Backup now. If it fails again, collect the logs as described at "),
    ...link("https://aka.ms/azurestacklogfiles"),
    text(" and contact support."),
  ]),
  partiallyCompleted: {
    faultType: `${CONTROLLER}.BackupPartiallyCompletedFault`,
    severity: "Warning",
    title: "Backup only partially completed.",
    description: [text("Some roles could not be backed up. The others were.")],
    remediation: [text("Look at the roles of the backup, and retry with Backup now.")],
  },
  shareAlmostFull: {
    faultType: `${CONTROLLER}.BackupShareAlmostFullFault`,
    severity: "Warning",
    title: "The backup file share is almost full.",
    description: [text("Soon there will be no room for another backup.")],
    remediation: [
      text("1. Add space to the share, or delete what is not needed."),
      LINE,
      text("2. A shorter retention period keeps fewer backups."),
    ],
  },
  deletionFailed: {
    faultType: `${CONTROLLER}.BackupDeletionFailedFault`,
    severity: "Warning",
    title: "Backup could not be deleted.",
    description: [text("Backups older than the retention period are still on the share.")],
    remediation: [text("Check the permissions on the share, then prune the external store.")],
  },
  // Another service's: what a list of the whole region carries beside backups (specification's example List).
  roleUnhealthy: {
    faultType: "ServiceFabricApplicationUnhealthy",
    severity: "Warning",
    title: "Infrastructure role is unhealthy",
    description: [text("The infrastructure role Capacity is experiencing issues.")],
    remediation: [
      text("Contact support. Before you do, collect the logs as described at "),
      ...link("https://aka.ms/azurestacklogfiles"),
      text("."),
    ],
  },
};

function skipped(fault: string, conflict: string, remediation: RichText[]): AlertText {
  return {
    faultType: `${CONTROLLER}.${fault}`,
    severity: "Warning",
    title: `The scheduled backup was skipped due to a conflict with ${conflict}.`,
    description: [
      text(`The scheduler did not start a backup because of ${conflict}. It tries again at the next slot.`),
    ],
    remediation,
  };
}

function failed(fault: string, title: string, remediation: RichText[]): AlertText {
  return {
    faultType: `${CONTROLLER}.${fault}`,
    severity: "Critical",
    title,
    description: [text("The last infrastructure backup failed. Earlier backups are not affected.")],
    remediation,
  };
}

function text(words: string): RichText {
  return { text: words, type: "Text" };
}

function link(uri: string): RichText[] {
  return [{ linkType: "Uri", uri, resourceId: "", type: "LinkBegin" }, text(uri), { type: "LinkEnd" }];
}
