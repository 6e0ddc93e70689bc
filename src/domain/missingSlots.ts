import { FREQUENCY_HOURS } from "./configuration.ts";

/** A slot that a scheduled backup held, or the one still to come. */
export interface HeldSlot {
  at: number;
  /** False for a scheduled backup that no slot explains: before it the schedule was different. */
  onSchedule: boolean;
}

/** A slot of the present schedule that no backup belongs to, and whether the schedule is known to have held then. */
export interface EmptySlot {
  at: number;
  schedule: "held" | "mayDiffer" | "off";
}

/** More than the list of any stamp reaches; past this the location or a date is nonsense. */
const MOST_SLOTS = 50_000;
/** Longer without a backup is a missed slot at any frequency (docs/stamp-api.md "Limits and schedule"). */
const RAREST_MS = FREQUENCY_HOURS.to * 3_600_000;

/**
 * The empty slots between held ones, newest first; `held` is newest first too and begins with the slot to come.
 * A slot may have been none if the frequency was another one. It was one if no frequency would have left it out, or if
 * backups one slot apart stand on both sides. An on-and-off of the scheduler within a day leaves no trace at all.
 */
export function emptySlots(held: readonly HeldSlot[], everyMs: number, enabled: boolean | null): EmptySlot[] {
  const empty: EmptySlot[] = [];
  const stepsAfter = (index: number): number => {
    const [newer, older] = [held[index], held[index + 1]];
    return newer && older ? Math.round((newer.at - older.at) / everyMs) : 0;
  };
  for (const [index, newer] of held.entries()) {
    const older = held[index + 1];
    if (!older) break;
    const isHeldAround =
      (index === 0 || stepsAfter(index - 1) === 1) &&
      stepsAfter(index + 1) === 1 &&
      held[index + 2]?.onSchedule === true;
    for (let at = newer.at - everyMs; at > older.at + everyMs / 2; at -= everyMs) {
      if (empty.length >= MOST_SLOTS) return empty;
      const sinceMs = Math.round((at - older.at) / everyMs) * everyMs;
      const isSure = older.onSchedule && (isHeldAround || sinceMs >= RAREST_MS);
      const schedule = index === 0 && enabled !== true ? "off" : isSure ? "held" : "mayDiffer";
      empty.push({ at, schedule });
    }
  }
  return empty;
}
