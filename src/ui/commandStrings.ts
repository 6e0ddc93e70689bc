// Words of the rarer commands, which load on first use.
export const automaticStrings = {
  disable: {
    title: "Disable Automatic Backups",
    text: "All regularly scheduled backups will not run until you re-enable scheduled backups. Do you want to continue?",
    saving: "Disabling automatic backups…",
    done: "Automatic backups are disabled.",
    doneText: "Nothing is backed up by itself until they are enabled again. Backup now still works.",
    notDone: "Automatic backups were not disabled",
    still: "They stay enabled.",
  },
  enable: {
    title: "Enable Automatic Backups",
    text: (next: string) =>
      `Automatic backups will resume. The next backup is scheduled for ${next}. Do you want to continue?`,
    textUndated:
      "Automatic backups will resume. The stamp will say when the next one is due. Do you want to continue?",
    saving: "Enabling automatic backups…",
    done: "Automatic backups are enabled.",
    doneText: "Essentials say when the next one is due.",
    notDone: "Automatic backups were not enabled",
    still: "They stay disabled.",
  },
  busy: "Another change of this stamp's settings was being saved; nothing was sent for this one.",
  notSent: "Nothing was sent, and nothing will be sent later.",
  unclear: "The stamp may have taken the change: Essentials tell. Nothing is sent again by itself.",
  trouble: "No answer about the change just now; it goes on at the stamp. Asking again by itself.",
  wait: (seconds: number) => `Wait ${seconds} s, then try again.`,
  retry: "Try again",
  dismiss: "Dismiss",
} as const;

export const pruneStrings = {
  menu: "Commands",
  command: "Prune external store…",
  title: "Prune external store",
  close: "Close pruning",
  lead: "Pruning deletes what is left over in the backup storage: data of backups that broke off, and backups past their retention. A dry run first tells what that would be, and deletes nothing.",
  dryRun: "Start dry run",
  again: "Run dry run again",
  running: "The dry run is under way at the stamp. It deletes nothing and may take a few minutes.",
  runningReal: "The stamp is pruning. This cannot be stopped, and goes on when this pane is closed.",
  trouble: "No answer just now; it goes on at the stamp. Asking again by itself.",
  since: "Since",
  found: (count: number) =>
    count === 1 ? "1 path would be deleted:" : `${count.toLocaleString("en-US")} paths would be deleted:`,
  foundAt: "As of",
  none: "Nothing to prune",
  noneText: "The dry run found nothing to delete in the backup storage.",
  paths: "Paths",
  more: (count: number) => `and ${count.toLocaleString("en-US")} more; the copy button copies all`,
  prune: "Prune now",
  confirmTitle: "Prune external store?",
  confirm: (count: number) =>
    `The dry run found ${count === 1 ? "1 path" : `${count.toLocaleString("en-US")} paths`}. The stamp deletes what it finds now, for good. Do you want to continue?`,
  pruned: "Pruned",
  prunedText: (count: number) =>
    count === 0
      ? "There was nothing left to delete."
      : `The stamp deleted ${count === 1 ? "1 path" : `${count.toLocaleString("en-US")} paths`}.`,
  failedTitle: { dryRun: "The dry run brought no answer", real: "Pruning was not finished" },
  refusedTitle: { dryRun: "The stamp refused the dry run", real: "The stamp refused to prune" },
  notSent: "Nothing was sent, and nothing will be sent later.",
  refused: "Nothing was deleted.",
  unclear: {
    dryRun: "A dry run may be under way; it deletes nothing, so another one is safe.",
    real: "A pruning may have begun. Nothing is sent again by itself. A dry run tells what is left.",
  },
  untracked: {
    dryRun: "The stamp accepted it but gave no address on this stamp to ask for its answer.",
    real: "The stamp accepted it but gave no address on this stamp to ask for its end. A dry run tells what is left.",
  },
  lost: {
    dryRun: "The stamp accepted it, but its answer could not be read. Another dry run is safe.",
    real: "The stamp accepted it, but its end could not be read. A dry run tells what is left.",
  },
} as const;
