import { DAY, HOUR, MINUTE } from "./clock.ts";
import type { StampFacts } from "./facts.ts";
import { freeGbAt, historyAt } from "./history.ts";
import type { ScenarioSeed } from "./seeds.ts";
import { SINCE_LAST_SLOT, withoutLastRun, withRun } from "./seeds.ts";

/** Scenarios in which the stamp answers well and has something particular to say. */
export const STATE_SCENARIOS = {
  healthy: {
    title: "Healthy stamp",
    description: "Two weeks of backups every 12 hours, a few on demand, one failed, one partially succeeded.",
    look: "In progress, Finishing while the list already says Succeeded, then Succeeded.",
    control: "Backup now, then jump to just before the end",
    shape: (facts) => facts,
  },
  "never-configured": {
    title: "First day, never configured",
    description: "No backup location was ever set.",
    look: "The page says what is missing and opens Configuration; until then Backup now says why it is blocked.",
    control: "Configuration: a share on any server, a password, a .cer file",
    shape: unconfigured,
  },
  "no-backups-yet": {
    title: "No backups yet",
    description: "The location was configured this hour; the first slot is hours away.",
    look: "The list is empty and names the action; Last backup is blank.",
    control: "Backup now, or jump to the next slot",
    shape: (facts, now) => {
      const schedule = facts.schedule.map((period) => ({ ...period, fromAt: now - HOUR }));
      return { ...facts, schedule, slotFacts: [], runs: [], alertClosings: [] };
    },
  },
  "running-elsewhere": {
    title: "Running, started elsewhere",
    description: "Another operator started a backup six minutes ago.",
    look: "The row is in progress by itself, its roles fill one by one, and Backup now says why it is busy.",
    control: "Backup now; jump; fail it now",
    shape: (facts, now) => withRun(facts, now - 6 * MINUTE),
  },
  finishing: {
    title: "Finishing",
    description: "The list has said Succeeded for four minutes; the job runs eight more.",
    look: "The newest backup is Finishing, not Succeeded.",
    control: "Jump to just before the end",
    shape: (facts, now) =>
      withRun(facts, now - 25 * MINUTE, {
        takesMs: 21 * MINUTE,
        rolesMs: 21 * MINUTE,
        finishesMs: 12 * MINUTE,
      }),
  },
  "longer-than-usual": {
    title: "Longer than usual",
    description: "A backup has run for 55 minutes, twice as long as any before, and is far from done.",
    look: "Longer than usual, with advice and without a verdict.",
    control: "Jump to just before the list says Succeeded",
    shape: (facts, now) =>
      withRun(facts, now - 55 * MINUTE, { takesMs: 150 * MINUTE, rolesMs: 150 * MINUTE }),
  },
  "automatic-disabled": {
    title: "Automatic backups disabled",
    description: "The scheduler was turned off three days ago; the alert came a day later.",
    look: "(Disabled) before the next backup, whose date keeps advancing; the alert; nothing newer than three days.",
    control: "Enable Automatic Backups",
    shape: (facts, now) => {
      const off = facts.schedule.map((period) => ({ ...period, fromAt: now - 3 * DAY, enabled: false }));
      return { ...withoutLastRun(facts), schedule: [...facts.schedule, ...off] };
    },
  },
  "slot-skipped": {
    title: "Scheduled backup skipped",
    description: "Failed operations have made the scheduler skip its last two slots.",
    look: "The alert that asks for a manual backup, an older one closed by it, and a last backup too long ago.",
    control: "Backup now from the alert; end the conflict",
    shape: (facts, now) => ({
      ...withoutLastRun(facts),
      blocks: [{ fromAt: now - SINCE_LAST_SLOT - 13 * HOUR, untilAt: null, reason: "failedOperations" }],
    }),
  },
  "update-in-progress": {
    title: "Update in progress",
    description:
      "The stamp has been updated for five hours: backups on demand are blocked, a slot was skipped.",
    look: "Backup now is refused with the stamp's words; the alert of the skipped slot.",
    control: "Backup now; end the update",
    shape: (facts, now) => ({
      ...withoutLastRun(facts),
      blocks: [{ fromAt: now - SINCE_LAST_SLOT - HOUR, untilAt: null, reason: "updating" }],
    }),
  },
  "share-almost-full": {
    title: "Share almost full",
    description: "There is room for two more backups.",
    look: "The capacity, and the alert; the third backup from now fails.",
    control: "Jump to the next slot, again and again; or Prune, or a shorter retention",
    shape: almostFull,
  },
  "clock-skew": {
    title: "Clock skew",
    description: "The stamp's clock is a day ahead of this computer's.",
    look: "Elapsed time is right and never negative.",
    control: "Backup now",
    shape: (facts) => facts,
    aheadMs: DAY,
  },
  "api-2021": {
    title: "API 2021-09-01",
    description: "The stamp speaks both versions; the page uses the newer one.",
    look: "The same blade; the location carries the two blob storage fields, and changes may be sent by PATCH.",
    control: "Configuration",
    shape: newer,
  },
  "blob-storage": {
    title: "API 2021-09-01 with blob storage",
    description: "Backups go to a blob container instead of a file share.",
    look: "The URL as the backup location; the configuration asks for URL and key.",
    control: "Configuration: the key 'wrong' is refused",
    shape: (facts) => ({
      ...newer(facts),
      settings: facts.settings.map((period) => ({
        ...period,
        path: "",
        userName: "",
        blobStorageUrl: "https://contosobackups.blob.core.windows.net/azs-redmond",
      })),
    }),
  },
} satisfies Record<string, ScenarioSeed>;

/** Six days of history under a longer retention: nothing is deleted yet, so every backup takes of what is left. */
function almostFull(facts: StampFacts, now: number): StampFacts {
  const schedule = facts.schedule.map((period) => ({ ...period, fromAt: now - 6 * DAY }));
  const younger = { ...facts, schedule };
  const leftGb = 2.9 * facts.share.backupGb;
  const taken = freeGbAt(younger, historyAt(younger, now), now) - leftGb;
  return { ...younger, share: { ...facts.share, usedGb: facts.share.usedGb + taken } };
}

function newer(facts: StampFacts): StampFacts {
  return {
    ...facts,
    stampVersion: "1.2311.1.22",
    apiVersion: "2021-09-01",
    apiVersions: ["2018-09-01", "2021-09-01"],
  };
}

function unconfigured(facts: StampFacts, now: number): StampFacts {
  return {
    ...facts,
    settings: facts.settings.map((period) => ({
      ...period,
      path: "",
      userName: "",
      thumbprint: null,
      retentionDays: 7,
    })),
    share: { ...facts.share, garbage: [] },
    schedule: facts.schedule.map((period) => ({ ...period, fromAt: now, enabled: false })),
    slotFacts: [],
    runs: [],
    alertClosings: [],
  };
}
