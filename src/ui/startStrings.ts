// Words on a start that did not go as asked. Part of the first load: what tells that nothing was sent because the
// connection is away cannot be fetched then.
export const startStrings = {
  failedTitle: "The backup was not started",
  offline: "Not started: this browser is offline. Nothing was sent, and nothing will be sent later.",
  conflictTitle: "The stamp did not start another backup",
  conflict: "If one is running, it appears in the list below.",
  configure: "Open Configuration",
  unknownTitle: "A backup may have started",
  unknownReason: {
    noAnswer:
      "The stamp gave no clear answer to Backup now. Nothing is sent again by itself; the list is watched and will show it if it runs.",
    noLocation:
      "The stamp accepted the backup but gave no address to ask about it. The list is watched and will show it.",
    foreignLocation:
      "The stamp accepted the backup, but the address to ask points to another host and is not followed. The list is watched and will show it.",
  },
  unfollowedTitle: "The end of the last backup's job isn't confirmed",
  unfollowedListed:
    "The list shows the backup as ended, but this page can't ask about its job. Retrying automatically.",
  unfollowedUnlisted:
    "The list doesn't show the backup, and this page can't ask about its job. Retrying automatically.",
  elsewhere: "A backup was being started in another tab at the same moment. Nothing was sent from here.",
  wait: (seconds: number) => `Wait ${seconds} s, then press Backup now again.`,
  anyway: "Start anyway",
  dismiss: "Dismiss",
} as const;
