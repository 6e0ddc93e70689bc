import type { MarkKind, WhyUnknown } from "../../domain/backupHistory.ts";

/** A mark in a word, as the list has it where both have it. */
export const markWords: Record<MarkKind, string> = {
  succeeded: "Succeeded",
  partiallySucceeded: "Partially succeeded",
  failed: "Failed",
  skipped: "Skipped",
  missing: "Missing",
  running: "In progress",
  checking: "Checking",
  finishing: "Finishing",
  lost: "Tracking lost",
  deleted: "Deleted",
  unknown: "Unknown",
};

/** Why nothing is said of a slot without a backup. */
export const whyUnknownWords: Record<WhyUnknown, string> = {
  scheduleChanged: "the schedule was different then, or may have been",
  automaticOff: "automatic backups are off or were off",
  listIncomplete: "the list of backups is incomplete",
  notRead: "the list hasn't been read since",
  tooRecent: "its backup may still be running",
  beyondRetention: "older than the retention period",
  unknownState: "the stamp reports a state this version doesn't know",
};

const plural = (count: number, one: string, many: string) => `${count} ${count === 1 ? one : many}`;

export const historyStrings = {
  title: "Backup history",
  marks: "Backups and scheduled slots, oldest first",
  scheduled: "scheduled",
  onDemand: "on demand",
  unknownTrigger: "started by unknown",
  noBackup: "no backup in this slot",
  legendOnDemand: "On demand",
  now: "Now",
  kept: (kept: number, known: number, days: number) =>
    `${kept} of ${plural(known, "slot", "slots")} kept in ${days} days`,
  noSlots: "No scheduled slots to judge",
  longestGap: (span: string) => `longest gap ${span}`,
  sinceSuccess: (failed: number, missing: number) =>
    [
      failed === 0 ? "no failures" : plural(failed, "failure", "failures"),
      ...(missing === 0 ? [] : [plural(missing, "missing slot", "missing slots")]),
    ].join(" and ") + " since the last success",
  noSuccess: "no successful backup listed",
} as const;
