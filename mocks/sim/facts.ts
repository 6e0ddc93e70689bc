import type { ApiVersion, StampAuth } from "../../src/domain/stamp.ts";

/** Raised when a stored world of an older shape must not be continued. */
export const WORLD_VERSION = 2;

/** Role names as the vendor's examples and documentation print them, in the order in which they are backed up here. */
export const ROLE_NAMES: readonly string[] = [
  "NRP",
  "SRP",
  "CRP",
  "KeyVaultInternalControlPlane",
  "KeyVaultInternalDataPlane",
  "KeyVaultControlPlane",
  "KeyVaultDataPlane",
  "KeyVaultNamingService",
  "WAS",
  "ECE",
  "Domain",
  "CA",
  "ACS",
  "RBAC",
];

/** Everything a simulation is: plain JSON, so that it can be saved, sent and compared. */
export interface World {
  version: typeof WORLD_VERSION;
  /** Name of the scenario it was seeded from. */
  scenario: string;
  clock: Clock;
  stamps: StampFacts[];
}

/** Simulated time is `simAt` plus the real time since `realAt`, `speed` times as fast. Instants in epoch ms. */
export interface Clock {
  realAt: number;
  simAt: number;
  speed: number;
}

/** What is true of one stamp; what it shows is a function of this and the simulated now. */
export interface StampFacts {
  id: string;
  title: string;
  region: string;
  subscriptionId: string;
  deploymentId: string;
  stampVersion: string;
  oemVersion: string;
  /** Everything arbitrary (ids, spans, fractions of seconds) is drawn from this number. */
  seed: number;
  /** Names of the roles it backs up. */
  roles: string[];
  /** The version the page is told to speak. */
  apiVersion: ApiVersion;
  /** The versions the stamp answers. */
  apiVersions: ApiVersion[];
  auth: StampAuth;
  /** Settings of the external store: never empty, oldest first; a change appends one. */
  settings: SettingsPeriod[];
  share: ShareFacts;
  /** What the pre-check of new settings refuses. */
  refuses: RefusedSettings;
  /** Refused settings are accepted with 202 first and fail as an operation (unverified, like its opposite). */
  checksSettingsLate: boolean;
  /** Never empty, oldest first; a change of frequency or of the scheduler's state appends one. */
  schedule: SchedulePeriod[];
  /** Scheduled slots that did not simply go as everything else here implies. */
  slotFacts: SlotFacts[];
  /** Backups asked for by somebody, oldest first. */
  runs: RunFacts[];
  /** Operations other than backups, oldest first. */
  operations: OperationFacts[];
  /** Outcomes of the next backups asked for, before anything else decides. */
  nextOutcomes: Outcome[];
  /** While one holds, every backup fails for its reason. */
  troubles: TroublePeriod[];
  /** While one holds, the scheduler skips its slots. */
  blocks: BlockPeriod[];
  /** Whether a backup is listed while it runs: no recording shows one, so both are possible (unverified). */
  listsRunning: boolean;
  /** Backups of a list answer; the rest is behind nextLink. Null for all, as recorded. */
  pageSize: number | null;
  /** What createBackup answers while a job runs: no document says it (unverified). */
  busyAnswer: Refusal;
  /** What createBackup answers during an update (unverified). */
  updatingAnswer: Refusal;
  /** Alerts that somebody has closed. */
  alertClosings: AlertClosing[];
  faults: Fault[];
}

/** Settings that hold from `fromAt` on. With neither a path nor a URL the location is not configured. */
export interface SettingsPeriod {
  fromAt: number;
  path: string;
  userName: string;
  thumbprint: string | null;
  /** 2021-09-01 only. */
  blobStorageUrl: string | null;
  retentionDays: number;
}

interface ShareFacts {
  sizeGb: number;
  /** What others use of it. */
  usedGb: number;
  backupGb: number;
  /** Paths of leftovers that only pruning removes, and what each of them uses. */
  garbage: string[];
  garbageGb: number;
  /** Retention has not deleted anything: backups that are too old wait for pruning. */
  deletionFails: boolean;
}

/** Decided by what a person types, so that every refusal can be played by hand. All compared without case. */
interface RefusedSettings {
  /** First labels of hosts that cannot be reached, of a share or of a blob URL. */
  hosts: string[];
  /** Shares that do not exist on any host. */
  shares: string[];
  /** Passwords and blob keys that do not open the store. */
  secrets: string[];
}

/** From `fromAt` on, slots lie at `anchorAt` plus or minus whole multiples of `everyMs`. */
export interface SchedulePeriod {
  fromAt: number;
  anchorAt: number;
  everyMs: number;
  enabled: boolean;
}

/** Overrides what slot `slot` (0 is the anchor) of period `period` does: another course, or skipped. */
type SlotFacts = { period: number; slot: number } & ({ plan: RunPlan } | { skipped: SkipReason });

/** Why a slot passes without a backup (documents and titles of alerts). */
export type SkipReason = "busy" | "updating" | "failedOperations";

/** The five reasons that the documented remedies tell apart. */
export type FailureReason = "shareFull" | "connectivity" | "path" | "authentication" | "general";

/** Open while `untilAt` is null. */
interface OpenPeriod {
  fromAt: number;
  untilAt: number | null;
}

export interface TroublePeriod extends OpenPeriod {
  reason: FailureReason;
}

export interface BlockPeriod extends OpenPeriod {
  reason: Exclude<SkipReason, "busy">;
}

/** An accepted change or pruning: what it changes holds from its end on. */
export type OperationFacts = { id: string; startedAt: number; takesMs: number } & (
  | { kind: "update"; error: Refusal | null }
  | { kind: "prune"; dryRun: boolean }
);

export interface AlertClosing {
  id: string;
  at: number;
  by: string;
}

export interface RunPlan {
  /** Start until the list calls it done. */
  takesMs: number;
  /** Span over which all roles would be worked through; longer than `takesMs` where the run broke off. */
  rolesMs: number;
  /** Listed as done until the operation ends: 10–15 minutes on real systems (docs). */
  finishesMs: number;
  outcome: Outcome;
  /** What a backup that leaves data still lacks for a recovery; nothing without it. */
  lacks?: "upload" | "cloudRecovery";
}

export interface RunFacts extends RunPlan {
  id: string;
  startedAt: number;
  automatic: boolean;
}

export type Outcome =
  | { kind: "succeeded" }
  | { kind: "partiallySucceeded"; failedRoles: string[] }
  /** `listed` is the list's word for it: any but "Failed" makes the case in which only the operation knows. */
  | {
      kind: "failed";
      code: string;
      message: string;
      /** "general" where absent. */
      reason?: FailureReason;
      listed: "Failed" | "PartialSucceeded" | "Succeeded";
      failedRoles: string[];
    };

export interface Refusal {
  status: number;
  code: string;
  message: string;
  /** The field it is about. */
  target?: string;
}

export const ROUTE_NAMES = [
  "backupLocations",
  "backupLocation",
  "backups",
  "backup",
  "createBackup",
  "pruneExternalStore",
  "restore",
  "operationResult",
  "providerOperations",
  "provider",
  "subscriptions",
  "locations",
  "metadata",
  "regionHealths",
  "regionHealth",
  "serviceHealths",
  "serviceHealth",
  "alerts",
  "serviceAlerts",
  "alert",
] as const;

export type RouteName = (typeof ROUTE_NAMES)[number];

/** Which requests a fault hits; every given condition must hold. Instants are simulated ones. */
export interface FaultScope {
  method?: string;
  route?: RouteName;
  /** So many matching requests pass first. */
  skip?: number;
  /** `skip` begins with this again whenever a page is loaded. */
  skipPerLoad?: number;
  /** So many are hit; without it all are. */
  remaining?: number;
  fromAt?: number;
  untilAt?: number;
  /** The request takes effect and only its answer goes wrong: a backup may have started. */
  answerOnly?: boolean;
}

export type FaultEffect =
  | { kind: "status"; status: number; body?: string; headers?: Record<string, string> }
  | { kind: "delay"; ms: number }
  | { kind: "hang" }
  | { kind: "network" }
  | { kind: "html" }
  | { kind: "truncated" }
  /** 401 until a request brings another token than the rejected one (kept as a hash only), or `signIn`. */
  | { kind: "unauthorizedUntilSignIn"; rejected?: number }
  /** Operations are unknown (404) once they are older than `afterMs`. */
  | { kind: "operationGone"; afterMs: number }
  | { kind: "noLocation" }
  | { kind: "foreignLocation"; location: string }
  | { kind: "retryAfter"; value: string }
  /** The list's word for the newest backup. */
  | { kind: "listSaysStatus"; status: string }
  /** The list leaves out backups started at or after this. */
  | { kind: "listHides"; startedFrom: number };

export type Fault = FaultScope & FaultEffect;
export type FaultKind = FaultEffect["kind"];
