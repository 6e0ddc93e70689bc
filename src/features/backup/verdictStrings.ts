// Text beside a stamp's verdict: what is known, and what to do next.
export const verdictStrings = {
  region: "Protection",
  asking: "Asking the stamp…",
  askingText: "Reading its backups and settings.",
  signIn: "Sign in to see this stamp's backup status.",
  protected: (age: string) => `Last successful backup ${age}.`,
  nextAt: (relative: string) => `Next scheduled backup ${relative}.`,
  overdue: (age: string, by: string) => `Last successful backup ${age}, ${by} overdue. Start one now.`,
  overdueFailed: (attempt: string, age: string, by: string) =>
    `${attempt} Last successful backup ${age}, ${by} overdue. Fix the cause, then start another backup.`,
  overdueRunning: (age: string, by: string) =>
    `Last successful backup ${age}, ${by} overdue. A backup is running.`,
  lastAttemptFailed: (attempt: string, age: string) =>
    `${attempt} Last successful backup ${age}, still within schedule.`,
  attemptFailed: (ago: string) => `The last attempt failed${ago && ` ${ago}`}.`,
  attemptPartial: (ago: string) => `The last attempt didn't back up all roles${ago && ` (${ago})`}.`,
  noBackupYet: "There is nothing to restore from yet.",
  noBackupYetFailed: "There is nothing to restore from: no attempt has succeeded.",
  noBackupYetRunning: "There is nothing to restore from yet. A backup is running.",
  automaticOff: (age: string) => `Last successful backup ${age}, but no further backup is scheduled.`,
  alsoOff: "Automatic backups are off.",
  notConfigured: "No storage location is set, so nothing is backed up.",
  attemptUnclear: (age: string) =>
    `Last successful backup ${age}, still within schedule. How a newer backup ended isn't known.`,
  notUploaded: (age: string) =>
    `Last successful backup ${age}, but it isn't completely uploaded. Check the storage location, then start another backup.`,
  onStampOnly: (age: string) =>
    `Last successful backup ${age}, kept only on the stamp. Set a storage location so that backups survive the stamp.`,
  nextPast: (relative: string) => `The next scheduled backup was due ${relative}.`,
  futureDate: "The newest backup is dated in the future.",
  unclear: "How the newest backup ended isn't known.",
  unreadableLocation: "The storage location couldn't be read.",
  incompleteList: "The list of backups is incomplete, and the part that was read has no successful backup.",
  undated: "The list gives no date for its backups.",
  lastKnown: (age: string) => `Last known successful backup ${age}.`,
  action: {
    openFailed: "Open the failed backup",
    openAttempt: "Open the last attempt",
    configure: "Open Configuration",
    // Named differently from the command bar's button: screen reader users couldn't distinguish two of one name.
    enable: "Turn on automatic backups",
    backupNow: "Start a backup",
  },
} as const;
