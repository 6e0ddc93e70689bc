import type { BackupStatusKind } from "../../../domain/backup.ts";

export const detailStrings = {
  label: (id: string) => `Backup ${id}`,
  name: "name",
  subtitle: (region: string) => `Backup · ${region}`,
  close: "Close details",
  loading: "Loading backup…",
  tabs: {
    overview: "Overview",
    roles: "Roles",
    log: "Job log",
    powershell: "PowerShell",
    json: "JSON",
  },
  state: "State",
  listSays: "The list says",
  operationSays: "The operation says",
  notListed: "Not listed yet",
  operationGone: "No longer known to the stamp",
  asked: (when: string) => `asked ${when}`,
  ended: (when: string) => `ended ${when}`,
  removedTitle: "No longer in the list",
  removed: "The stamp removed this backup, or it is gone from the share. The last known details are shown.",
  notFound: "This stamp doesn't list a backup with this name.",
  noAnswer: (why: string) => `No answer: ${why}`,
  lastAnswer: (when: string) => `last answer ${when}`,
  unfollowedTitle: "This page can't track the job",
  unfollowed: "Whether it has ended isn't known. Checking continues automatically.",
  failedTitle: "The job failed.",
  lostTitle: "The stamp no longer knows this job",
  lost: "Its result is unknown. Check the list and the stamp's alerts before you start another backup.",
  started: "Started",
  completed: "Completed",
  written: "Data written in",
  jobEnded: "Job ended after",
  triggeredBy: "Triggered by",
  dataVersion: "Backup data version",
  stampVersion: "Stamp version",
  oemVersion: "OEM version",
  deploymentId: "Deployment ID",
  thumbprint: "Encryption certificate",
  uploaded: "Completely uploaded",
  cloudRecovery: "Cloud recovery ready",
  resourceName: "Resource name",
  type: "Type",
  location: "Location",
  tags: "Tags",
  resourceId: "Resource ID",
  yes: "Yes",
  no: "No",
  rolesDone: (done: number, total: number) => `${done} of ${total} succeeded`,
  noRoles: "The stamp hasn't reported roles for this backup.",
  jsonLead: "The stamp's response. Keys, secrets and fields this console doesn't know are left out.",
  jsonFailed: "The stamp's response couldn't be read",
} as const;

export const powershellStrings = {
  lead: "Run these in a PowerShell session that is signed in to this stamp as an operator, with the Azs.Backup.Admin module.",
  get: "Get this backup",
  start: { az: "Start a backup (Az module)", azureRm: "Start a backup (AzureRM module)" },
  track: {
    az: "Start a backup and follow its job to the end (Az module)",
    azureRm: "Start a backup and follow its job to the end (AzureRM module)",
  },
} as const;

export const jobLogStrings = {
  title: "Job log",
  lead: "The job as this console followed it.",
  leadListed: "Not tracked by this console. Times come from the list, which is ahead of the job.",
  none: "The stamp hasn't reported when this backup started.",
  started: (time: string, id: string) => `Start time: ${time} - backup ${id}`,
  running: (time: string, elapsed: string) => `${time} - still running, ${elapsed}`,
  ended: (time: string, id: string, status: string, elapsed: string) =>
    `${time} - backup ${id} ended with status ${status}, it took ${elapsed}`,
} as const;

/** One source's word for a backup or a role, written out. */
export const statusWords: Record<Exclude<BackupStatusKind, "unknown">, string> = {
  creating: "Creating",
  queued: "Queued",
  running: "Running",
  deleted: "Deleted",
  skipped: "Skipped",
  failed: "Failed",
  partiallySucceeded: "Partially succeeded",
  succeeded: "Succeeded",
};
