import { DAY } from "./clock.ts";
import type { FailureReason, SettingsPeriod, SkipReason, StampFacts } from "./facts.ts";

/** The settings of the external store that hold at `at`. */
export function settingsAt(facts: StampFacts, at: number): SettingsPeriod {
  const current = facts.settings.findLast((period) => period.fromAt <= at) ?? facts.settings[0];
  if (!current) throw new Error(`Stamp ${facts.id} has no settings`);
  return current;
}

/** Whether there is a store at all. */
export function isConfigured({ path, blobStorageUrl }: SettingsPeriod): boolean {
  return path !== "" || blobStorageUrl !== null;
}

/** Backups completed before this are gone at `at`, even if retention was raised afterwards. */
export function keptFrom(facts: StampFacts, at: number): number {
  const pruned = facts.operations
    .filter((operation) => operation.kind === "prune" && !operation.dryRun)
    .map((operation) => operation.startedAt + operation.takesMs)
    .filter((endAt) => endAt <= at);
  const limits = pruned.map((endAt) => endAt - settingsAt(facts, endAt).retentionDays * DAY);
  if (!facts.share.deletionFails) {
    facts.settings.forEach(({ fromAt, retentionDays }, index) => {
      if (fromAt > at && index > 0) return;
      const untilAt = Math.min(at, facts.settings[index + 1]?.fromAt ?? at);
      limits.push(untilAt - retentionDays * DAY);
    });
  }
  return Math.max(Number.NEGATIVE_INFINITY, ...limits);
}

/** Why every backup begun at `at` fails; null where nothing is wrong. */
export function troubleAt(facts: StampFacts, at: number): FailureReason | null {
  return facts.troubles.findLast((period) => holds(period, at))?.reason ?? null;
}

/** Why the scheduler skips a slot at `at`, and an update refuses backups on demand. */
export function blockAt(facts: StampFacts, at: number): Exclude<SkipReason, "busy"> | null {
  return facts.blocks.find((period) => holds(period, at))?.reason ?? null;
}

/** The periods with every open one of those ended at `at`. */
export function ended<T extends { fromAt: number; untilAt: number | null }>(
  periods: T[],
  at: number,
  isMeant: (period: T) => boolean = () => true,
): T[] {
  return periods.map((period) =>
    period.untilAt === null && isMeant(period) ? { ...period, untilAt: Math.max(at, period.fromAt) } : period,
  );
}

function holds({ fromAt, untilAt }: { fromAt: number; untilAt: number | null }, at: number): boolean {
  return fromAt <= at && at < (untilAt ?? Number.POSITIVE_INFINITY);
}
