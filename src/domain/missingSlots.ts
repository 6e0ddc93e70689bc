import { FREQUENCY_HOURS } from "./configuration.ts";

/** A slot with a scheduled backup, or the next slot. */
export interface HeldSlot {
  at: number;
  /** False for a scheduled backup without a matching slot: the schedule was different before it. */
  onSchedule: boolean;
}

/** A slot of the current schedule without a backup, and whether the schedule is known to have applied then. */
export interface EmptySlot {
  at: number;
  schedule: "held" | "mayDiffer" | "off";
}

/** More slots than any stamp's list covers; beyond this, the location or a date is invalid. */
const MOST_SLOTS = 50_000;
/** Longer without a backup is a missed slot at any frequency (docs/stamp-api.md "Limits and schedule"). */
const RAREST_MS = FREQUENCY_HOURS.to * 3_600_000;

/**
 * The empty slots between held ones, newest first; `held` is newest first too, starting with the next slot.
 * With another frequency a slot may not have existed. It did if every frequency has it, or if there are backups one slot
 * apart on both sides. Turning the scheduler off and on within a day leaves no trace.
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
