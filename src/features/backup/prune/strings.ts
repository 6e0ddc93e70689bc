import { formatNumber } from "../../../ui/format.ts";

const paths = (count: number) => (count === 1 ? "1 path" : `${formatNumber(count)} paths`);

export const pruneStrings = {
  menu: "Commands",
  command: "Prune external store…",
  title: "Prune external store",
  close: "Close pruning",
  lead: "Pruning permanently deletes leftovers of interrupted backups and backups past retention. Start with a dry run to see what would be deleted.",
  dryRun: "Start dry run",
  again: "Repeat dry run",
  running: {
    dryRun: "The dry run is in progress.",
    real: "The stamp is pruning.",
  },
  runningText: {
    dryRun: "It deletes nothing and may take a few minutes. You can close this pane.",
    real: "It can't be stopped, and continues if you close this pane.",
  },
  trouble: "The stamp isn't answering. The operation continues there. Retrying automatically.",
  since: "Started",
  found: (count: number) => `${paths(count)} would be deleted`,
  foundAt: "As of",
  none: "Nothing to prune",
  noneText: "The dry run found nothing to delete in the backup storage.",
  paths: "Paths",
  more: (count: number) => `and ${formatNumber(count)} more; Copy includes them all`,
  prune: "Prune now",
  confirmTitle: "Prune external store?",
  confirm: (count: number) =>
    `The dry run found ${paths(count)}. The stamp permanently deletes what it finds when you continue. Continue?`,
  pruned: "Pruned",
  prunedText: (count: number) =>
    count === 0 ? "There was nothing left to delete." : `The stamp deleted ${paths(count)}.`,
  failedTitle: { dryRun: "The dry run returned no result", real: "Pruning wasn't confirmed" },
  refusedTitle: { dryRun: "The stamp refused the dry run", real: "The stamp refused to prune" },
  notSent: "Nothing was sent.",
  refused: "Nothing was deleted.",
  unclear: {
    dryRun: "A dry run may be in progress. It deletes nothing, so you can repeat it.",
    real: "Pruning may have started. We won't resend it. Repeat the dry run to see what is left.",
  },
  untracked: {
    dryRun: "The stamp accepted the dry run, but it can't be tracked. You can repeat it.",
    real: "The stamp accepted the command, but it can't be tracked. Repeat the dry run to see what is left.",
  },
  lost: {
    dryRun: "The stamp accepted the dry run, but its result couldn't be read. You can repeat it.",
    real: "The stamp accepted the command, but its result couldn't be read. Repeat the dry run to see what is left.",
  },
} as const;
