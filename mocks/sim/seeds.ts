import { alertId } from "./alerts.ts";
import { DAY, HOUR, MINUTE, SECOND } from "./clock.ts";
import { ROLE_NAMES, WORLD_VERSION } from "./facts.ts";
import type { FailureReason, Outcome, RunFacts, StampFacts, World } from "./facts.ts";
import { failureFor, TWO_ROLES_FAILED } from "./outcomes.ts";
import { plan, plannedRun } from "./plans.ts";
import { guid, hash, hex } from "./random.ts";

/** How long before the world's first instant the last slot lay: leaves the next one some eight hours away. */
export const SINCE_LAST_SLOT = 4 * HOUR + 7 * MINUTE + 21 * SECOND;

/** A named seed: what to show a person choosing one, and how its stamp differs from a healthy one. */
export interface ScenarioSeed {
  title: string;
  description: string;
  /** What to look at on the page. */
  look: string;
  /** The control to use: a button of the page, or a command of the demo panel. */
  control: string;
  shape: (facts: StampFacts, now: number) => StampFacts;
  /** Further stamps. */
  others?: (now: number) => StampFacts[];
  /** How far the stamp's clock is ahead of the real one. */
  aheadMs?: number;
}

/** Who a stamp is. */
export interface StampName {
  id: string;
  title: string;
  seed: number;
}

const REDMOND: StampName = { id: "redmond", title: "Redmond", seed: 20230117 };

/** A well configured stamp, by default one named redmond, with two weeks of history before `now`. */
export function healthyStamp(now: number, name: StampName = REDMOND): StampFacts {
  const { id, title, seed } = name;
  // Longer than the retention, so that retention has something to drop.
  const fromAt = now - 16 * DAY;
  const base: StampFacts = {
    id,
    title,
    region: id,
    // Of its own for each world: what a page remembers of an earlier world's runs does not concern this one.
    subscriptionId: guid(seed, "subscription", now),
    deploymentId: guid(seed, "deployment"),
    stampVersion: "1.2301.2.64",
    oemVersion: "2.2.2302.5",
    seed,
    roles: [...ROLE_NAMES],
    apiVersion: "2018-09-01",
    apiVersions: ["2018-09-01"],
    auth: { kind: "none" },
    settings: [
      {
        fromAt,
        path: "\\\\fs01.contoso.com\\AzSBackups",
        userName: "contoso\\AzSBackupAdmin",
        thumbprint: hex(hash(seed, "thumbprint"), 40),
        blobStorageUrl: null,
        retentionDays: 14,
      },
    ],
    share: {
      sizeGb: 4096,
      usedGb: 1498,
      backupGb: 20,
      // The paths of the specification's example Prune.
      garbage: ["cer", "pfx"].map(
        (end) => `masbackup/progressivebackup/1.2011.0.23/BackupEncryptionCert.${end}`,
      ),
      garbageGb: 6,
      deletionFails: false,
    },
    refuses: { hosts: ["unreachable"], shares: ["missing"], secrets: ["wrong"] },
    checksSettingsLate: false,
    schedule: [{ fromAt, anchorAt: now - SINCE_LAST_SLOT, everyMs: 12 * HOUR, enabled: true }],
    slotFacts: [
      { period: 0, slot: -7, plan: plannedRun({ seed }, -7, TWO_ROLES_FAILED) },
      {
        period: 0,
        slot: -17,
        plan: {
          ...plan(3 * MINUTE + 12 * SECOND, 0, failureFor("connectivity")),
          rolesMs: 21 * MINUTE,
        },
      },
    ],
    runs: [],
    operations: [],
    nextOutcomes: [],
    troubles: [],
    blocks: [],
    listsRunning: true,
    pageSize: null,
    busyAnswer: {
      status: 409,
      code: "BackupAlreadyRunning",
      message: "A backup is already running. Only one backup job can run at a time.",
    },
    updatingAnswer: {
      status: 409,
      code: "UpdateInProgress",
      message: "On-demand backups are blocked while an update or field replacement is in progress.",
    },
    alertClosings: [],
    faults: [],
  };
  const agos = [11 * DAY + 6 * HOUR + 41 * MINUTE, 5 * DAY + 2 * HOUR + 13 * MINUTE, 2 * HOUR + 31 * MINUTE];
  return withClosedAlert(agos.reduce((facts, ago) => withRun(facts, now - ago), base));
}

/** The stamp with one more backup asked for at `startedAt`. */
export function withRun(facts: StampFacts, startedAt: number, change: Partial<RunFacts> = {}): StampFacts {
  const index = facts.runs.length;
  const planned = plannedRun(facts, index, change.outcome ?? { kind: "succeeded" });
  const run: RunFacts = {
    id: guid(facts.seed, "run", index),
    startedAt,
    automatic: false,
    ...planned,
    ...change,
  };
  return { ...facts, runs: [...facts.runs, run] };
}

/** The stamp whose newest scheduled backup went as `outcome` says and was followed by none on demand. */
export function withLastSlot(facts: StampFacts, outcome: Outcome): StampFacts {
  const slotFact = { period: 0, slot: 0, plan: plannedRun(facts, 0, outcome) };
  return { ...withoutLastRun(facts), slotFacts: [...facts.slotFacts, slotFact] };
}

/** The stamp without its newest backup on demand. */
export function withoutLastRun(facts: StampFacts): StampFacts {
  return { ...facts, runs: facts.runs.slice(0, -1) };
}

/** The stamp in trouble since an hour before its last slot, whose backup therefore failed, as the next one will. */
export function withTrouble(facts: StampFacts, now: number, reason: FailureReason): StampFacts {
  const trouble = { fromAt: now - SINCE_LAST_SLOT - HOUR, untilAt: null, reason };
  return { ...withoutLastRun(facts), troubles: [trouble] };
}

/** A world of these stamps whose clock shows `now` at real instant `realNow`. */
export function worldOf(
  scenario: string,
  stamps: StampFacts[],
  realNow: number,
  now: number = realNow,
): World {
  return {
    version: WORLD_VERSION,
    scenario,
    clock: { realAt: realNow, simAt: now, speed: 1 },
    stamps,
  };
}

/** The alert of the partial backup was closed by hand an hour later, by an alias as it was recorded. */
function withClosedAlert(facts: StampFacts): StampFacts {
  const period = facts.schedule[0];
  const [partial] = facts.slotFacts;
  if (!period || !partial || !("plan" in partial)) return facts;
  const at = period.anchorAt + partial.slot * period.everyMs + partial.plan.takesMs + HOUR;
  const id = alertId(facts, "partiallyCompleted", guid(facts.seed, "slot", partial.period, partial.slot));
  return { ...facts, alertClosings: [{ id, at, by: "operator@contoso.com?api-version=1.0.0" }] };
}
