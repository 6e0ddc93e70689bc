// The sentence below a stamp's verdict: what is known, and what to do next.
export const verdictStrings = {
  region: "Protection",
  asking: "Asking the stamp…",
  askingText: "The verdict follows from its backups and its settings.",
  signIn: "Sign in to know. Nothing can be said of the stamp before.",
  protected: (age: string) => `Last success ${age}.`,
  nextAt: (relative: string) => `Next scheduled backup ${relative}.`,
  overdue: (age: string, by: string) =>
    `Last success ${age}, ${by} later than it may be. Look at the alerts and the failed backups, then press Backup now.`,
  overdueRunning: (age: string, by: string) =>
    `Last success ${age}, ${by} later than it may be. A backup is running: wait for its end.`,
  lastAttemptFailed: (age: string) =>
    `Last success ${age}, still in time. Open the newest backup to see why, then press Backup now.`,
  lastAttemptPartial: (age: string) =>
    `Last success ${age}, still in time. Open the newest backup to see which roles are missing, then press Backup now.`,
  noBackupYet: "There is nothing to restore from. Press Backup now to make the first backup.",
  noBackupYetRunning: "There is nothing to restore from yet. The backup that is running may be the first.",
  automaticOff: (age: string) =>
    `Last success ${age}, and nothing is scheduled after it. Enable automatic backups, or press Backup now in time.`,
  alsoOff: "Automatic backups are off.",
  notConfigured: "There is neither a storage location nor a backup. Set one in Configuration.",
  attemptUnclear: (age: string) =>
    `Last success ${age}, still in time. How a newer backup ended isn't known: open the newest one to see why.`,
  notUploaded: (age: string) =>
    `Last success ${age}, but not completely uploaded. Check the storage location, then press Backup now.`,
  onStampOnly: (age: string) =>
    `Last success ${age}, kept only on the stamp. Set a storage location in Configuration, so that it survives the stamp.`,
  nextPast: (relative: string) => `The next scheduled backup was due ${relative}.`,
  futureDate: "The newest backup is dated in the future.",
  unclear: "How the newest backup ended isn't known.",
  unreadableLocation: "The storage location that the stamp names couldn't be read.",
  incompleteList: "The list of backups is incomplete, and what was read of it holds no success.",
  undated: "The list names no date for its backups.",
  lastKnown: (age: string) => `Last known success ${age}.`,
  /** In the Essentials. */
  none: "None known",
  same: "The last success",
  sameBackup: "The last backup",
} as const;
