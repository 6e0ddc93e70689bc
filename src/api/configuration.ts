import { settingsOf, type Changes, type Settings } from "../domain/configuration.ts";
import { backupLocationPath, type Stamp } from "../domain/stamp.ts";
import { failureOf, type Failure } from "../domain/failure.ts";
import type { ArmClient, ChangeMethod } from "./client.ts";
import { ArmError, toFailure } from "./errors.ts";
import { begun, type Followed } from "./following.ts";
import { toLocation } from "./wire.ts";
import { toFrame, type LocationFrame } from "./wireChange.ts";

/** The location as read just before a change: a PUT sends it back, a PATCH sends only the changes. */
export interface ReadLocation extends LocationFrame {
  /** False if the stamp has no location yet: only a PUT can create one. */
  exists: boolean;
  settings: Settings;
  region: string;
}

/** Reads the location for a change. Raises ArmError, except if no location exists. */
export async function readForChange(client: ArmClient, signal?: AbortSignal): Promise<ReadLocation> {
  const { region } = client.stamp;
  try {
    const { body, status } = await client.get({ path: backupLocationPath(client.stamp), signal });
    const location = toLocation(body);
    // A change would overwrite what couldn't be read.
    if (!location) throw new ArmError(failureOf("unexpected", { status, code: "NotALocation" }));
    const { location: said, ...frame } = toFrame(body);
    return { exists: true, settings: settingsOf(location), region: said ?? region, ...frame };
  } catch (error) {
    if (toFailure(error).kind !== "notFound") throw error;
    return { exists: false, settings: settingsOf(null), region, tags: {}, properties: {}, store: {} };
  }
}

/** 2021-09-01: PATCH to change, PUT to create; 2018-09-01: PUT only (docs/stamp-api.md "Calls and versions"). */
export function methodFor(stamp: Pick<Stamp, "apiVersion">, read: ReadLocation): ChangeMethod {
  return stamp.apiVersion === "2021-09-01" && read.exists ? "PATCH" : "PUT";
}

/** Fields of `externalStoreDefault` by setting, in the order of the specification's example Update. */
const FIELDS = {
  path: "path",
  userName: "userName",
  password: "password",
  blobStorageUrl: "blobUrl",
  blobStorageKey: "blobKey",
  encryptionCertBase64: "certificate",
  backupFrequencyInHours: "frequencyHours",
  isBackupSchedulerEnabled: "schedulerEnabled",
  backupRetentionPeriodInDays: "retentionDays",
} as const satisfies Record<string, keyof Changes>;

const OF_SHARE = ["path", "userName"];
const OF_BLOB = ["blobStorageUrl"];
/** Not sent back: secrets (a reported one would be masked) and read-only fields. */
const NEVER_KEPT = [
  "password",
  "blobStorageKey",
  "encryptionCertBase64",
  "encryptionCertThumbprint",
  "availableCapacity",
  "nextBackupTime",
  "lastBackupTime",
];

export interface ChangeBody {
  properties: Record<string, unknown> & { externalStoreDefault: Record<string, unknown> };
  location: string;
  /** Absent if the stamp reports none: an omitted field stays unchanged. */
  tags?: unknown;
}

/**
 * The body of a change. A PUT has the location as read, including unknown fields, with the changes and without read-only
 * fields; a PATCH has only the changes. Secrets and certificates that weren't entered are omitted: the stamp keeps them
 * (docs/stamp-api.md "Calls and versions").
 */
export function changeBody(read: ReadLocation, changes: Changes, method: ChangeMethod): ChangeBody {
  const isPut = method === "PUT";
  const store = { ...(isPut ? keptOf(read, changes) : {}), ...sentOf(changes) };
  const inOrder = [...Object.keys(FIELDS).filter((key) => Object.hasOwn(store, key)), ...Object.keys(store)];
  return {
    properties: {
      ...(isPut ? read.properties : {}),
      externalStoreDefault: Object.fromEntries(inOrder.map((key) => [key, store[key]])),
    },
    location: read.region,
    ...(read.tags == null ? {} : { tags: read.tags }),
  };
}

/** One kind of store replaces the other (examples PutFileshare and PutBlob): the old one's fields are not sent. */
function keptOf({ store }: ReadLocation, changes: Changes): Record<string, unknown> {
  const left = changes.blobUrl !== undefined ? OF_SHARE : changes.path !== undefined ? OF_BLOB : [];
  const dropped = new Set([...NEVER_KEPT, ...left]);
  return Object.fromEntries(
    Object.entries(store).filter(([key, said]) => said !== null && !dropped.has(key)),
  );
}

function sentOf(changes: Changes): Record<string, unknown> {
  const given = { ...changes, certificate: changes.certificate?.base64 };
  const said = Object.entries(FIELDS).map(([key, setting]) => [key, given[setting]] as const);
  return Object.fromEntries(said.filter(([, value]) => value !== undefined));
}

export type Sent = Followed | { kind: "unclear"; failure: Failure };

/** Sends one change, once. Never throws: without a clear answer it may have been applied ("unclear"). */
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

/** A refusal, or "unclear" if the answer doesn't show whether the change was applied. */
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
      // 408 isn't a refusal: the request may have been processed (RFC 9110).
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

/** Removes secrets that a server quotes in its message (I15). */
export function withoutSecrets<T extends Sent>(sent: T, { password, blobKey }: Changes): T {
  if (!("failure" in sent) || sent.failure.text === null) return sent;
  let text = sent.failure.text;
  for (const secret of [password, blobKey]) if (secret) text = text.replaceAll(secret, "•••");
  return { ...sent, failure: { ...sent.failure, text } };
}
