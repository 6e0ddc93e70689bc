import { HOUR, SECOND, simNow } from "./clock.ts";
import { stampOf, withStamp } from "./commands.ts";
import type { OperationFacts, Refusal, SettingsPeriod, StampFacts, World } from "./facts.ts";
import { guid } from "./random.ts";
import { ended, isConfigured } from "./settings.ts";
import { given, settingsRefusal } from "./settingsCheck.ts";
import type { SettingsChange } from "./settingsCheck.ts";

/** Recorded: Retry-After 5, and the first poll finds the end (TestUpdateBackupLocation). */
const UPDATE_TAKES_MS = 4 * SECOND;

/** What a cleared location goes back to (2021-09-01 example BlankPut), and a new one begins with (docs). */
const DEFAULTS = { frequencyHours: 12, retentionDays: 7 };

export type ConfigureResult =
  | { kind: "accepted"; world: World; id: string }
  | { kind: "refused"; world: World; refusal: Refusal };

/**
 * Changes the settings of the external store, or clears them, from the end of the operation on. What the
 * pre-checks refuse changes nothing.
 */
export function configure(
  world: World,
  stampId: string,
  realNow: number,
  change: SettingsChange | "clear",
): ConfigureResult {
  const facts = stampOf(world, stampId);
  if (!facts) throw new Error(`No stamp ${stampId} in this world`);
  const now = simNow(world.clock, realNow);
  const base = facts.settings.at(-1);
  if (!base) throw new Error(`Stamp ${stampId} has no settings`);
  const refusal = change === "clear" ? null : settingsRefusal(facts, base, change);
  if (refusal && !facts.checksSettingsLate) return { kind: "refused", world, refusal };

  const id = guid(facts.seed, "operation", facts.operations.length);
  const operation: OperationFacts = {
    id,
    kind: "update",
    startedAt: now,
    takesMs: UPDATE_TAKES_MS,
    error: refusal,
  };
  const changed = refusal ? facts : withChange(facts, base, change, now + UPDATE_TAKES_MS);
  const next = { ...changed, operations: [...facts.operations, operation] };
  return { kind: "accepted", world: withStamp(world, stampId, () => next), id };
}

function withChange(
  facts: StampFacts,
  base: SettingsPeriod,
  change: SettingsChange | "clear",
  fromAt: number,
): StampFacts {
  if (change === "clear") {
    const cleared = { path: "", userName: "", thumbprint: null, blobStorageUrl: null };
    const settings = [...facts.settings, { ...cleared, fromAt, retentionDays: DEFAULTS.retentionDays }];
    return { ...facts, settings, schedule: scheduleWith(facts, fromAt, DEFAULTS.frequencyHours, false) };
  }
  const next: SettingsPeriod = {
    ...storeOf(base, change),
    fromAt,
    thumbprint: change.thumbprint ?? base.thumbprint,
    retentionDays: change.retentionDays ?? base.retentionDays,
  };
  const isFirst = !isConfigured(base);
  const current = facts.schedule.at(-1);
  const hours = change.frequencyHours ?? Math.round((current?.everyMs ?? 0) / HOUR);
  const enabled = change.schedulerEnabled ?? (isFirst || current?.enabled === true);
  return {
    ...facts,
    settings: [...facts.settings, next],
    // The first slot of a new location lies one interval away; later changes keep the old rhythm (unverified).
    schedule: scheduleWith(facts, fromAt, hours, enabled, isFirst ? fromAt : undefined),
    troubles: remedied(facts, base, next, change, fromAt),
  };
}

function storeOf(
  base: SettingsPeriod,
  { path, userName, blobStorageUrl }: SettingsChange,
): Pick<SettingsPeriod, "path" | "userName" | "blobStorageUrl"> {
  // One store replaces the other (2021-09-01 examples PutFileshare and PutBlob).
  if (given(blobStorageUrl)) return { path: "", userName: "", blobStorageUrl };
  if (given(path)) return { path, userName: userName ?? base.userName, blobStorageUrl: null };
  return { path: base.path, userName: userName ?? base.userName, blobStorageUrl: base.blobStorageUrl };
}

function scheduleWith(
  facts: StampFacts,
  fromAt: number,
  frequencyHours: number,
  enabled: boolean,
  anchorAt?: number,
): StampFacts["schedule"] {
  const current = facts.schedule.at(-1);
  const everyMs = frequencyHours * HOUR;
  if (anchorAt === undefined && current?.everyMs === everyMs && current.enabled === enabled) {
    return facts.schedule;
  }
  const period = { fromAt, anchorAt: anchorAt ?? current?.anchorAt ?? fromAt, everyMs, enabled };
  return [...facts.schedule, period];
}

/** The documented remedies help: another store, new credentials, less to keep (docs, best practices). */
function remedied(
  { troubles }: StampFacts,
  base: SettingsPeriod,
  next: SettingsPeriod,
  change: SettingsChange,
  at: number,
): StampFacts["troubles"] {
  const isOther =
    next.path.toLowerCase() !== base.path.toLowerCase() || next.blobStorageUrl !== base.blobStorageUrl;
  return ended(troubles, at, ({ reason }) => {
    if (reason === "general") return false;
    if (isOther) return true;
    if (reason === "authentication") return given(change.password) || given(change.blobStorageKey);
    return reason === "shareFull" && next.retentionDays < base.retentionDays;
  });
}
