import { settingsOf, type Changes, type Settings } from "../domain/configuration.ts";
import type { BackupLocation } from "../domain/location.ts";
import { backupLocationPath, type Stamp } from "../domain/stamp.ts";
import { failureOf, type Failure } from "../domain/failure.ts";
import type { ArmClient, ChangeMethod } from "./client.ts";
import { ArmError, toFailure } from "./errors.ts";
import { begun, type Followed } from "./following.ts";
import { toLocation } from "./wire.ts";
import { toFrame } from "./wireChange.ts";

/** The location as read just before a change: what a PUT sends back, and what a PATCH may leave out. */
export interface ReadLocation {
  /** False where the stamp knows no location yet: only a PUT can make one. */
  exists: boolean;
  /** Null where there is none. */
  location: BackupLocation | null;
  settings: Settings;
  region: string;
  tags: Record<string, string>;
}

/** Reads the location for a change. Raises ArmError; a location that does not exist is none. */
export async function readForChange(client: ArmClient, signal?: AbortSignal): Promise<ReadLocation> {
  const { region } = client.stamp;
  try {
    const { body, status } = await client.get({ path: backupLocationPath(client.stamp), signal });
    const location = toLocation(body);
    // A change of what could not be read would overwrite it unseen.
    if (!location) throw new ArmError(failureOf("unexpected", { status, code: "NotALocation" }));
    const frame = toFrame(body);
    return {
      exists: true,
      location,
      settings: settingsOf(location),
      region: frame.location ?? region,
      tags: frame.tags,
    };
  } catch (error) {
    if (toFailure(error).kind !== "notFound") throw error;
    return { exists: false, location: null, settings: settingsOf(null), region, tags: {} };
  }
}

/** 2021-09-01 changes by PATCH, makes a location by PUT; 2018-09-01 has PUT alone (docs/stamp-api.md "Calls and versions"). */
export function methodFor(stamp: Pick<Stamp, "apiVersion">, read: ReadLocation): ChangeMethod {
  return stamp.apiVersion === "2021-09-01" && read.exists ? "PATCH" : "PUT";
}

/** `externalStoreDefault` in the order of the specification's example Update; what is not to be said is absent. */
interface StoreWire {
  path?: string;
  userName?: string;
  password?: string;
  blobStorageUrl?: string;
  blobStorageKey?: string;
  encryptionCertBase64?: string;
  backupFrequencyInHours?: number;
  isBackupSchedulerEnabled?: boolean;
  backupRetentionPeriodInDays?: number;
}

export interface ChangeBody {
  properties: { externalStoreDefault: StoreWire };
  location: string;
  tags: Record<string, string>;
}

/**
 * The body of a change. A PUT carries the location as it was read, changed, without its read-only fields; a PATCH the
 * changes alone. A secret or certificate that was not given is absent: the stamp reports them as null and keeps them.
 */
export function changeBody(read: ReadLocation, changes: Changes, method: ChangeMethod): ChangeBody {
  const kept = method === "PUT" ? keptOf(read, changes) : {};
  return {
    properties: { externalStoreDefault: storeWire({ ...kept, ...changes }) },
    location: read.region,
    tags: read.tags,
  };
}

/** One store replaces the other (examples PutFileshare and PutBlob): the one that is left is not sent along. */
function keptOf({ settings, location }: ReadLocation, changes: Changes): Changes {
  const toBlob = changes.blobUrl !== undefined || (settings.store === "blob" && changes.path === undefined);
  const store = toBlob ? { blobUrl: settings.blobUrl } : { path: settings.path, userName: settings.userName };
  const { frequencyHours, retentionDays } = settings;
  const enabled = location?.schedulerEnabled ?? null;
  return {
    ...store,
    ...(frequencyHours === null ? {} : { frequencyHours }),
    ...(retentionDays === null ? {} : { retentionDays }),
    ...(enabled === null ? {} : { schedulerEnabled: enabled }),
  };
}

function storeWire(changes: Changes): StoreWire {
  const said: [keyof StoreWire, StoreWire[keyof StoreWire]][] = [
    ["path", changes.path],
    ["userName", changes.userName],
    ["password", changes.password],
    ["blobStorageUrl", changes.blobUrl],
    ["blobStorageKey", changes.blobKey],
    ["encryptionCertBase64", changes.certificate?.base64],
    ["backupFrequencyInHours", changes.frequencyHours],
    ["isBackupSchedulerEnabled", changes.schedulerEnabled],
    ["backupRetentionPeriodInDays", changes.retentionDays],
  ];
  return Object.fromEntries(said.filter(([, value]) => value !== undefined));
}

export type Sent = Followed | { kind: "unclear"; failure: Failure };

/** Sends one change, once. Never throws: a request without a clear answer may have been taken ("unclear"). */
export async function sendChange(
  client: ArmClient,
  read: ReadLocation,
  changes: Changes,
  requestId: string,
): Promise<Sent> {
  const method = methodFor(client.stamp, read);
  const path = backupLocationPath(client.stamp);
  const body = changeBody(read, changes, method);
  try {
    const request = { path, body, requestId };
    return begun(await client.change(method, request), client.stamp);
  } catch (error) {
    return withoutSecrets(sentOrRefused(error), changes);
  }
}

/** The stamp's no, or no answer that tells whether it was taken. */
export function sentOrRefused(error: unknown): Sent {
  const failure = toFailure(error);
  const target = error instanceof ArmError ? error.target : null;
  switch (failure.kind) {
    case "offline":
    case "timeout":
    case "server":
    case "unexpected":
      return { kind: "unclear", failure };
    case "refused":
      // 408 is no refusal: it may have been read (RFC 9110).
      if (failure.status === 408) return { kind: "unclear", failure };
      return { kind: "failed", failure, target };
    case "auth":
    case "forbidden":
    case "notFound":
    case "conflict":
    case "throttled":
      return { kind: "failed", failure, target };
  }
}

/** A server that repeats a secret in its words must not bring it onto the page (I15). */
export function withoutSecrets<T extends Sent>(sent: T, { password, blobKey }: Changes): T {
  if (!("failure" in sent) || sent.failure.text === null) return sent;
  let text = sent.failure.text;
  for (const secret of [password, blobKey]) if (secret) text = text.replaceAll(secret, "•••");
  return { ...sent, failure: { ...sent.failure, text } };
}
