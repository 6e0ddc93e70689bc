import { DAY, HOUR, MINUTE } from "./clock.ts";
import type { RunPlan, StampFacts } from "./facts.ts";
import { plan, plannedSlot } from "./plans.ts";
import type { ScenarioSeed } from "./seeds.ts";
import { SINCE_LAST_SLOT, withTrouble, withoutLastRun } from "./seeds.ts";

/** Slots of the last two weeks at twelve hours, counted back from the last one. */
const SLOTS_BACK = 32;

/** Scenarios that are about the past: what a history, its figures and a recovery have to tell. */
export const HISTORY_SCENARIOS = {
  "slot-missing": {
    title: "A slot without a backup",
    description:
      "One slot ten days ago has no backup and no alert any more; one two days ago was skipped, as a closed alert tells.",
    look: "The missing slot in the history, told apart from the skipped one and from what nobody can know.",
    control: "Backup history; the closed alerts",
    shape: (facts) => ({
      ...facts,
      slotFacts: [
        { period: 0, slot: -20, skipped: "busy" },
        { period: 0, slot: -4, skipped: "failedOperations" },
      ],
    }),
  },
  "bad-night": {
    title: "A night that went wrong",
    description:
      "Last evening's slot was skipped, this morning's backup failed: the share refuses the credentials.",
    look: "The alert with its remedy, the skipped slot in the history, and why the newest backup failed.",
    control: "Configuration: a new password; then Backup now from the alert",
    shape: (facts, now) => ({
      ...withTrouble(facts, now, "authentication"),
      slotFacts: [...facts.slotFacts, { period: 0, slot: -1, skipped: "failedOperations" }],
    }),
  },
  "frequency-changed": {
    title: "Frequency changed",
    description: "Every four hours until five days ago, every twelve hours since.",
    look: "What ran under the old frequency, and no slot of it called missing.",
    control: "Backup history; then another frequency in Configuration",
    shape: frequencyChanged,
  },
  "failures-in-a-row": {
    title: "Failures in a row",
    description:
      "The network between stamp and share has been broken for a day: the last three backups failed.",
    look: "Three failures since the last success, how old the newest recovery point is, and that it gets older.",
    control: "End the trouble in the demo panel; then Backup now",
    shape: (facts, now) => ({
      ...withoutLastRun(facts),
      troubles: [{ fromAt: now - SINCE_LAST_SLOT - 25 * HOUR, untilAt: null, reason: "connectivity" }],
    }),
  },
  "slow-trend": {
    title: "Slower and slower",
    description: "Each backup takes a little longer than the one before: 20 minutes two weeks ago, 51 now.",
    look: "The trend in the durations, and one run eight days ago that took far longer than its neighbours.",
    control: "History",
    shape: slowTrend,
  },
  "not-uploaded": {
    title: "Not completely uploaded",
    description:
      "The last two backups succeeded, but are not completely uploaded: a recovery would use an older one.",
    look: "Succeeded in the list, and yet not plainly protected; which backup a recovery would use instead.",
    control: "Recovery readiness",
    shape: (facts) => withLacking(facts, "upload"),
  },
  "not-recovery-ready": {
    title: "Not ready for cloud recovery",
    description: "The last two backups succeeded and are uploaded, but are not ready for cloud recovery.",
    look: "Succeeded in the list, and yet not plainly protected; which backup a recovery would use instead.",
    control: "Recovery readiness",
    shape: (facts) => withLacking(facts, "cloudRecovery"),
  },
  "certificate-rotated": {
    title: "Certificate rotated",
    description: "The encryption certificate was replaced six days ago; older backups need the one before.",
    look: "Two private keys to keep, the old one until retention deletes its last backup.",
    control: "Recovery readiness",
    shape: (facts, now) => {
      const [settings] = facts.settings;
      if (!settings) return facts;
      const renewed = {
        ...settings,
        fromAt: now - 6 * DAY,
        thumbprint: "126B334D5B0C47D2A86E21F4D5B7903AC1E15FB0",
      };
      return { ...facts, settings: [settings, renewed] };
    },
  },
} satisfies Record<string, ScenarioSeed>;

/** The old schedule has its slots at other minutes: the new one was counted from the change. */
function frequencyChanged(facts: StampFacts, now: number): StampFacts {
  const [period] = facts.schedule;
  if (!period) return facts;
  const old = { ...period, anchorAt: now - SINCE_LAST_SLOT - 100 * MINUTE, everyMs: 4 * HOUR };
  return { ...facts, slotFacts: [], schedule: [old, { ...period, fromAt: now - 5 * DAY }] };
}

function slowTrend(facts: StampFacts): StampFacts {
  const slotFacts = Array.from({ length: SLOTS_BACK }, (_, index) => {
    const slot = index - SLOTS_BACK + 1;
    const planned = plannedSlot(facts, 0, slot);
    const takesMs = slot === -16 ? 95 * MINUTE : planned.takesMs + index * MINUTE;
    return { period: 0, slot, plan: plan(takesMs, planned.finishesMs, planned.outcome) };
  });
  return { ...withoutLastRun(facts), slotFacts };
}

/** The stamp whose last two scheduled backups succeeded and lack something for a recovery. */
function withLacking(facts: StampFacts, lacks: NonNullable<RunPlan["lacks"]>): StampFacts {
  const slotFacts = [-1, 0].map((slot) => ({
    period: 0,
    slot,
    plan: { ...plannedSlot(facts, 0, slot), lacks },
  }));
  return { ...withoutLastRun(facts), slotFacts: [...facts.slotFacts, ...slotFacts] };
}
