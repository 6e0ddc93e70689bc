import { HOUR } from "./clock.ts";
import type { SchedulePeriod, StampFacts } from "./facts.ts";
import { isConfigured, settingsAt } from "./settings.ts";

/** One instant at which the scheduler acts. */
export interface Slot {
  period: SchedulePeriod;
  /** Position of the period in the stamp's schedule, and of the slot counted from its anchor. */
  periodIndex: number;
  slot: number;
  at: number;
}

/** The period of the schedule that holds at `at`. */
export function periodAt(facts: StampFacts, at: number): SchedulePeriod {
  const current = facts.schedule.findLast((period) => period.fromAt <= at) ?? facts.schedule[0];
  if (!current) throw new Error(`Stamp ${facts.id} has no schedule`);
  return current;
}

/**
 * The next slot after `now`, whether or not the scheduler is enabled: a disabled one keeps advancing
 * (recordings/Get-AzsBackupConfiguration: 21:19:27 → 07:19:27 while disabled). Null where not configured.
 */
export function nextBackupAt(facts: StampFacts, now: number): number | null {
  return isConfigured(settingsAt(facts, now)) ? nextSlotAt(periodAt(facts, now), now) : null;
}

/** The first slot of a period after `at`. */
export function nextSlotAt({ anchorAt, everyMs }: SchedulePeriod, at: number): number {
  return anchorAt + (Math.floor((at - anchorAt) / everyMs) + 1) * everyMs;
}

/** Hours between two slots at `now`. */
export function frequencyHours(facts: StampFacts, now: number): number {
  return Math.round(periodAt(facts, now).everyMs / HOUR);
}

/** Slots of an enabled scheduler up to and with `now`, oldest first. */
export function slotsUpTo(facts: StampFacts, now: number): Slot[] {
  const slots: Slot[] = [];
  facts.schedule.forEach((period, periodIndex) => {
    if (!period.enabled) return;
    const { anchorAt, everyMs } = period;
    const untilAt = Math.min(now, (facts.schedule[periodIndex + 1]?.fromAt ?? Number.POSITIVE_INFINITY) - 1);
    const last = Math.floor((untilAt - anchorAt) / everyMs);
    // A period that begins at its own anchor has its first slot one interval later.
    for (let slot = Math.floor((period.fromAt - anchorAt) / everyMs) + 1; slot <= last; slot += 1) {
      slots.push({ period, periodIndex, slot, at: anchorAt + slot * everyMs });
    }
  });
  return slots;
}
