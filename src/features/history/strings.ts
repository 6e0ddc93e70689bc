import type { MarkKind, UnknownReason } from "../../domain/backupHistory.ts";
import { formatSpan } from "../../domain/duration.ts";
import { formatNumber } from "../../ui/format.ts";

/** A span to the minute: these are read, not counted. */
export function minutesText(ms: number): string {
  return formatSpan(Math.max(60_000, Math.round(ms / 60_000) * 60_000));
}

/** A mark in a word, as the list has it where both have it. */
export const markTexts: Record<MarkKind, string> = {
  succeeded: "Succeeded",
  partiallySucceeded: "Partially succeeded",
  failed: "Failed",
  skipped: "Skipped",
  missing: "Missing",
  running: "In progress",
  checking: "Checking",
  finishing: "Finishing",
  unconfirmed: "Succeeded, not confirmed",
  lost: "Tracking lost",
  deleted: "Deleted",
  unknown: "Unknown",
};

/** Why the result of a slot without a backup is unknown. */
export const unknownReasonText: Record<UnknownReason, string> = {
  scheduleChanged: "the schedule was different then, or may have been",
  automaticOff: "automatic backups are off or were off",
  listIncomplete: "the list of backups is incomplete",
  notRead: "the list hasn't been read since",
  tooRecent: "its backup may still be running",
  beyondRetention: "older than the retention period",
  unknownState: "the stamp reports a state this version doesn't know",
};

const plural = (count: number, one: string, many: string) =>
  `${formatNumber(count)} ${count === 1 ? one : many}`;

export const historyStrings = {
  title: "Backup history",
  marks: "Backups and scheduled slots, oldest first",
  scheduled: "scheduled",
  onDemand: "on demand",
  unknownTrigger: "trigger unknown",
  noBackup: "no backup in this slot",
  legendOnDemand: "On demand",
  now: "Now",
  kept: (kept: number, known: number, days: number) =>
    `${formatNumber(kept)} of ${plural(known, "slot", "slots")} kept in ${formatNumber(days)} days`,
  noSlots: "No scheduled slots to judge",
  longestGap: (span: string) => `longest gap ${span}`,
  sinceSuccess: (failed: number, missing: number) =>
    [
      failed === 0 ? "no failures" : plural(failed, "failure", "failures"),
      ...(missing === 0 ? [] : [plural(missing, "missing slot", "missing slots")]),
    ].join(" and ") + " since the last success",
  noSuccess: "no successful backup listed",
} as const;

export const historyPageStrings = {
  title: "History",
  lead: "Every listed backup and scheduled slot. The list reaches back as far as the retention period.",
  empty: "No backups to show yet.",
  slots: "Slots and backups",
  earlier: (next: string, all: string) => `Show ${next} earlier ones (of ${all})`,
  figures: "Figures",
  keptIn: (days: number) => `Slots kept, last ${days} days`,
  keptOf: (kept: number, known: number) =>
    known === 0 ? "None known" : `${formatNumber(kept)} of ${formatNumber(known)}`,
  keptRests: (known: number, unknown: number, running: number, isWhole: boolean) =>
    [
      `Based on ${plural(known, "slot", "slots")} with a known result`,
      ...(unknown > 0 ? [`${unknown} unknown`] : []),
      ...(running > 0 ? [`${running} running`] : []),
      ...(isWhole ? [] : ["the list doesn't reach back over the whole period"]),
    ].join("; ") + ".",
  gap: "Longest gap",
  gapRests: (from: string, until: string | null) =>
    until === null
      ? `Since the success of ${from}; ongoing.`
      : `Between the successes of ${from} and ${until}.`,
  since: "Failures since the last success",
  sinceRests: (from: string) => `After the success of ${from}.`,
  worst: "Oldest recovery point",
  worstRests: (successes: number, planned: string | null) =>
    `Based on ${plural(successes, "success", "successes")}.${planned === null ? "" : ` The schedule allows ${planned}.`}`,
  durations: "Durations",
  noDurations: "No backup with a duration is listed.",
  plot: "Duration of each backup over time",
  band: (low: string, high: string, count: number) =>
    `Usually ${low} to ${high}, from ${plural(count, "success", "successes")}.`,
  noBand: "Too few successes to say what is usual.",
  trend: (earlier: string, recent: string, each: number) =>
    `The newest ${formatNumber(each)} successes took ${recent} at the median, the oldest ${formatNumber(each)} took ${earlier}.`,
  longer: (count: number) => `${plural(count, "run", "runs")} took longer than usual.`,
  shorter: (count: number) => `${plural(count, "run", "runs")} took less than usual.`,
  outlier: { longer: "longer than usual", shorter: "shorter than usual" },
  usualRange: "Usual range",
  pointKinds: {
    usual: "Succeeded",
    unusual: "Succeeded, longer or shorter than usual",
    notSuccess: "Not succeeded",
  },
  openHint: "Select a point to open its backup.",
  plotNewest: (count: string) => `The plot shows the newest ${count}.`,
} as const;

export const recordsStrings = {
  title: "Verification records",
  lead: "One CSV file with the state of every backup in a period, as reported by the list and by the job. Each backup takes two requests.",
  period: "Period",
  lastDays: (days: number) => `Last ${days} days`,
  download: (number: string, count: number) =>
    `Download ${number} ${count === 1 ? "record" : "records"} (CSV)`,
  cancel: "Cancel",
  asking: (done: number, all: number) => `Asking the stamp: ${done} of ${plural(all, "backup", "backups")}`,
  saved: (all: number, verified: number) =>
    `Saved ${plural(all, "record", "records")}, ${verified} verified by the job.`,
  most: (most: string) => `Only the newest ${most} backups of the period are included.`,
} as const;
