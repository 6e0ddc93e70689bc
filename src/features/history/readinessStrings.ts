import type { CheckKind, Outcome, Settle } from "../../domain/recoveryReadiness.ts";
import type { Recoverability } from "../../domain/recoveryPoint.ts";

const count = (number: number, one: string, many: string) => `${number} ${number === 1 ? one : many}`;

export const checkTitles: Record<CheckKind, string> = {
  externalStore: "Backups leave the stamp",
  fqdnPath: "The backup path uses a fully qualified domain name",
  uploaded: "Newest success is completely uploaded and ready for cloud recovery",
  newestInTime: "Newest success is within schedule",
  slots: "No failed or missing slot in the last 7 days",
  automaticOn: "Automatic backups are on",
  frequency: "Backed up at least twice a day",
  retention: "Kept for seven days at most",
  capacity: "Room for the next backups",
  shareAccess: "Share reachable and writable from the stamp",
};

export const outcomeTexts: Record<Outcome, string> = {
  passed: "Passed",
  failed: "Not passed",
  cannotTell: "Cannot tell",
};

/** What to do about a check that did not pass. */
export const checkAdvice: Record<CheckKind, string> = {
  externalStore: "Set an external SMB share in Configuration.",
  fqdnPath: "Use \\\\server.domain\\share: a recovering stamp has to resolve the name.",
  uploaded:
    "A recovery would use an older backup, if there is one. Start another backup and check the share.",
  newestInTime: "Start a backup, and find out why the scheduled one didn't succeed.",
  slots: "Open the history to see which, and fix the cause.",
  automaticOn: "Enable automatic backups.",
  frequency: "The vendor advises a backup every 12 hours or more often.",
  retention: "The vendor advises seven days at most; archive older backups elsewhere.",
  capacity: "Free up space on the share, or shorten the retention.",
  shareAccess: "Run this in a privileged endpoint session. Not while an update runs: it stalls the update.",
};

export const settleTexts: Record<Extract<Settle, { kind: "page" }>["page"], string> = {
  configuration: "Open Configuration",
  history: "Open History",
  alerts: "Open Alerts",
  overview: "Open Overview",
};

export const recoverabilityTexts: Record<Recoverability, string> = {
  recoverable: "The stamp reports both",
  notEndedWell: "It didn't end well",
  onStampOnly: "It is kept only on the stamp",
  notUploaded: "The stamp says it isn't completely uploaded",
  notReady: "Completely uploaded, but the stamp says it isn't ready for cloud recovery",
  cannotTell: "The stamp doesn't say",
};

export const readinessStrings = {
  title: "Recovery readiness",
  close: "Close recovery readiness",
  subtitle: (region: string) => `${region} · from the stamp's latest answers`,
  loading: "Reading the stamp's backups…",
  link: (passed: number, all: number) => `Recovery readiness: ${passed} of ${all} checks passed`,
  point: {
    title: "A recovery today would use",
    titleUnsure: "A recovery today would probably use",
    none: "No backup for a recovery",
    noneText: "No listed backup succeeded, left the stamp, and is completely uploaded and ready.",
    unsure: "The stamp doesn't say whether it is completely uploaded and ready for cloud recovery.",
    backup: "Backup",
    dataAsOf: "Data as of",
    word: "Result",
    byJob: "Succeeded, confirmed by the job",
    byList: "Succeeded, according to the list only",
    path: "External path",
    certificate: "Certificate",
    keyNeeded: "Its private key (PFX) is needed.",
    version: "Stamp version",
    versionRule: (version: string) => `${version}, or one version above`,
    updated: (newest: string) => `The stamp itself is at ${newest} by its newest backup.`,
    passedOver: (number: number) =>
      `${count(number, "newer backup", "newer backups")} can't be used for a recovery.`,
  },
  keys: {
    title: "Private keys to keep",
    none: "No certificate is known.",
    thumbprint: "Thumbprint",
    current: "current",
    backups: "Backups",
    expires: "Expires",
    expiry: {
      expired: (date: string) => `Expired ${date}`,
      soon: (date: string) => `${date}, soon`,
      later: (date: string) => date,
    },
    expiryUnknown: "Not known here",
    expiryTitle: {
      expired: (date: string) => `The current certificate expired on ${date}.`,
      soon: (date: string) => `The current certificate expires on ${date}.`,
    },
    expiryText:
      "Choose another one in Configuration. Backups made under this one still need its private key.",
    expiryHint:
      "The stamp reports thumbprints only. Choose a certificate's .cer file in Configuration to see here when it expires.",
    until: "Keep until",
    inUse: "In use",
    whileNoOther: "Another backup succeeds",
    cannotTell: "Cannot tell",
  },
  checks: {
    title: "Checks",
    counts: (passed: number, failed: number, cannotTell: number) =>
      `${passed} passed · ${failed} not passed · ${cannotTell} cannot tell`,
    again: "This is checked again automatically.",
    command: "Test-AzureStack command",
  },
  reasons: {
    noAnswer: "The stamp hasn't answered this.",
    notSaid: "The stamp doesn't say.",
    noStore: "No external storage location is set.",
    share: (path: string) => `External share: ${path}`,
    blob: (path: string) => `Blob storage: ${path}`,
    host: (host: string, isFqdn: boolean) =>
      isFqdn ? `Server: ${host}` : `${host} isn't a fully qualified domain name.`,
    everyHours: (hours: number) => `Every ${count(hours, "hour", "hours")}.`,
    keptDays: (days: number) => `Kept ${count(days, "day", "days")}.`,
    noSuccess: "No successful backup is listed.",
    newest: (age: string, late: string | null) =>
      late === null ? `Completed ${age} ago.` : `Completed ${age} ago, ${late} overdue.`,
    newestIs: (id: string, what: string) => `${what} (${id}).`,
    room: (free: string, backups: string, gbEach: number) =>
      `${free} free: about ${backups} backups at ${gbEach} GB each. The stamp reports no sizes.`,
    scheduler: (enabled: boolean) => (enabled ? "They are on." : "They are off."),
    slots: (kept: number, known: number, unknown: number) =>
      known + unknown === 0
        ? "No scheduled slots to judge."
        : `${kept} of ${count(known, "slot", "slots")} kept${unknown === 0 ? "" : `, ${unknown} unknown`}.`,
    onlyTheStampKnows: "Only the stamp can test this.",
  },
} as const;
