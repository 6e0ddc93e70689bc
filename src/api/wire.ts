import * as v from "valibot";
import { lastSegment, parseBackupStatus, type Backup, type BackupRole } from "../domain/backup.ts";
import type { ListItem } from "../domain/backupState.ts";
import { parseDuration } from "../domain/duration.ts";
import { parseInstant } from "../domain/instant.ts";
import type { BackupLocation } from "../domain/location.ts";

// Nothing is declared nullable in the swagger, yet much is null (docs/stamp-api.md "Wire shapes"): every field
// is read separately, into a new object with known keys, and a field of the wrong type reads as absent.
const text = v.fallback(v.nullable(v.pipe(v.string(), v.maxLength(100_000))), null);
const flag = v.fallback(v.nullable(v.boolean()), null);
/** Hours or days of a schedule, up to a century; anything else is invalid. */
const count = v.fallback(v.nullable(v.pipe(v.number(), v.minValue(1), v.maxValue(876_000))), null);
const anything = v.optional(v.unknown());
/** Where backups go: an absent path means none, an unreadable one doesn't. */
const UNREADABLE = false;
const place = v.optional(
  v.fallback(
    v.nullable(v.union([v.pipe(v.string(), v.maxLength(32_000)), v.literal(UNREADABLE)])),
    UNREADABLE,
  ),
  null,
);

const RoleWire = v.object({ roleName: v.string(), status: anything });

const BackupWire = v.object({
  id: text,
  name: text,
  properties: v.object({
    backupInfo: v.object({
      backupDataVersion: text,
      roleStatus: v.fallback(v.array(v.unknown()), []),
      status: anything,
      createdDateTime: anything,
      timeTakenToCreate: anything,
      stampVersion: text,
      oemVersion: text,
      deploymentID: text,
      encryptionCertThumbprint: text,
      completelyUploaded: flag,
      isAutomaticBackup: flag,
      isCloudRecoveryReady: flag,
    }),
  }),
});

const LocationWire = v.object({
  properties: v.object({
    externalStoreDefault: v.object({
      path: place,
      blobStorageUrl: place,
      userName: text,
      encryptionCertThumbprint: text,
      backupFrequencyInHours: count,
      availableCapacity: text,
      isBackupSchedulerEnabled: flag,
      nextBackupTime: anything,
      lastBackupTime: anything,
      backupRetentionPeriodInDays: count,
    }),
  }),
});

const PageWire = v.object({ value: v.array(v.unknown()), nextLink: text });

const ErrorWire = v.object({ code: text, message: text, target: text });
const EnvelopeWire = v.object({
  error: v.fallback(v.nullable(ErrorWire), null),
  message: text,
  properties: v.fallback(v.nullable(v.object({ provisioningState: text })), null),
});

/** As keys or path segments these are not names (docs/faults.md "Hostile data"). */
export const UNUSABLE_IDS: ReadonlySet<string> = new Set([
  "__proto__",
  "prototype",
  "constructor",
  ".",
  "..",
]);

/** Shares equal values among a list's backups, which cuts the memory of ten thousand to a third. */
interface Shared {
  texts: Map<string, string>;
  /** By their JSON. */
  roles: Map<string, BackupRole[]>;
}

const sharing = (): Shared => ({ texts: new Map(), roles: new Map() });

/** Reads one backup; null if it isn't one. Never throws (I14). */
export function toBackup(wire: unknown): Backup | null {
  return readBackup(wire, sharing());
}

function readBackup(wire: unknown, shared: Shared): Backup | null {
  const parsed = v.safeParse(BackupWire, wire);
  if (!parsed.success) return null;
  const { id, name, properties } = parsed.output;
  const info = properties.backupInfo;
  // Names are `{location}/{guid}` in recordings and bare guids in the swagger's examples.
  const backupId = lastSegment(name ?? "") || lastSegment(id ?? "");
  if (backupId === "" || UNUSABLE_IDS.has(backupId)) return null;
  const once = (said: string | null) => (said === null ? null : keep(shared.texts, said, () => said));
  return {
    id: backupId,
    resourceId: id ?? "",
    status: parseBackupStatus(info.status),
    completedAt: parseInstant(info.createdDateTime),
    tookMs: parseDuration(info.timeTakenToCreate),
    roles: toRoles(info.roleStatus, shared),
    automatic: info.isAutomaticBackup,
    dataVersion: once(info.backupDataVersion),
    stampVersion: once(info.stampVersion),
    oemVersion: once(info.oemVersion),
    deploymentId: once(info.deploymentID),
    thumbprint: once(info.encryptionCertThumbprint),
    completelyUploaded: info.completelyUploaded,
    cloudRecoveryReady: info.isCloudRecoveryReady,
  };
}

function toRoles(wire: readonly unknown[], shared: Shared): BackupRole[] {
  return keep(shared.roles, JSON.stringify(wire), () =>
    wire.flatMap((item) => {
      const parsed = v.safeParse(RoleWire, item);
      return parsed.success
        ? [{ name: parsed.output.roleName, status: parseBackupStatus(parsed.output.status) }]
        : [];
    }),
  );
}

function keep<T>(kept: Map<string, T>, key: string, make: () => T): T {
  const known = kept.get(key);
  if (known !== undefined) return known;
  const fresh = make();
  kept.set(key, fresh);
  return fresh;
}

export interface BackupPage {
  items: ListItem[];
  nextLink: string | null;
}

/** Reads one page of the list, row by row: an unreadable item is one "unrecognised" row. Null if it isn't a list. */
export function toBackupPage(wire: unknown): BackupPage | null {
  const parsed = v.safeParse(PageWire, wire);
  if (!parsed.success) return null;
  const shared = sharing();
  const items = parsed.output.value.map((item, index): ListItem => {
    const backup = readBackup(item, shared);
    return backup ? { kind: "backup", backup } : { kind: "unrecognised", key: `unrecognised-${index}` };
  });
  return { items, nextLink: parsed.output.nextLink || null };
}

/** Reads the backup location; null if it isn't one. Secrets (password, keys, certificate) are never read. */
export function toLocation(wire: unknown): BackupLocation | null {
  const parsed = v.safeParse(LocationWire, wire);
  if (!parsed.success) return null;
  const store = parsed.output.properties.externalStoreDefault;
  return {
    ...placeOf(store.path, store.blobStorageUrl),
    userName: store.userName,
    thumbprint: store.encryptionCertThumbprint,
    frequencyHours: store.backupFrequencyInHours,
    retentionDays: store.backupRetentionPeriodInDays,
    capacity: store.availableCapacity,
    schedulerEnabled: store.isBackupSchedulerEnabled,
    nextBackupAt: parseInstant(store.nextBackupTime),
    lastBackupAt: parseInstant(store.lastBackupTime),
  };
}

function placeOf(
  path: string | null | false,
  url: string | null | false,
): Pick<BackupLocation, "path" | "storage"> {
  if (path) return { path, storage: "share" };
  if (path === UNREADABLE || url === UNREADABLE) return { path: null, storage: "unknown" };
  return url ? { path: url, storage: "blob" } : { path: null, storage: "none" };
}

export interface ErrorBody {
  code: string | null;
  text: string | null;
  /** The failed-LRO shape: `properties.provisioningState` Failed beside `error` (docs/stamp-api.md "Failed operations"). */
  failedOperation: boolean;
  /** The field that the error is about. */
  target: string | null;
}

/** Maximum length of stored server text: enough for support, too short to flood page or storage. */
const LONGEST_TEXT = 2_000;

/** Reads an ARM error envelope, the bare `{message}` that some providers send, or nothing. */
export function toErrorBody(wire: unknown): ErrorBody {
  const parsed = v.safeParse(EnvelopeWire, wire);
  if (!parsed.success) return { code: null, text: null, failedOperation: false, target: null };
  const { error, message, properties } = parsed.output;
  return {
    code: error?.code?.slice(0, 200) ?? null,
    text: (error?.message ?? message)?.slice(0, LONGEST_TEXT) ?? null,
    failedOperation: properties?.provisioningState?.toLowerCase() === "failed",
    target: error?.target?.slice(0, 200) ?? null,
  };
}
