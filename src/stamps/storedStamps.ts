import * as v from "valibot";
import { readArmAddress } from "../api/armAddress.ts";
import { completeStamp } from "../api/completeStamp.ts";
import type { Stamp, StampHint } from "../domain/stamp.ts";
import type { KeyValueStorage } from "../session/operationStore.ts";
import { OWN_STAMPS_KEY } from "./stampList.ts";

/** Storage key of what was detected for stamps that stamps.json lists by address. Neither key holds secrets. */
const FOUND_STAMPS_KEY = "azsh-backup:v1:found-stamps";

const StoredSchema = v.object({ stamps: v.array(v.unknown()) });

// Only the fields that depend on the address: the first load's loose check doesn't allow http on loopback.
const KeptSchema = v.object({ armBase: v.string() });

/** The stored stamps that can be used; unreadable items are left in storage (docs/faults.md "Storage"). */
function readStored(storage: KeyValueStorage | null, key: string, pageUrl: string) {
  let json: unknown;
  try {
    json = JSON.parse(storage?.getItem(key) ?? "null");
  } catch {
    json = null;
  }
  const parsed = v.safeParse(StoredSchema, json);
  const stamps: Stamp[] = [];
  const others: unknown[] = [];
  for (const item of parsed.success ? parsed.output.stamps : []) {
    const stamp = readStamp(item, pageUrl);
    if (stamp) stamps.push(stamp);
    else others.push(item);
  }
  return { stamps, others };
}

function readStamp(item: unknown, pageUrl: string): Stamp | null {
  const kept = v.safeParse(KeptSchema, item);
  if (!kept.success || typeof item !== "object") return null;
  const address = readArmAddress(kept.output.armBase, pageUrl);
  if (address.kind === "refused") return null;
  // Checked with a placeholder address: the real one may have a form that this check refuses.
  const stamp = completeStamp({ ...item, armBase: "/arm" });
  return stamp && { ...stamp, armBase: address.armBase };
}

/** Writes; returns whether it survives this page. */
function writeStored(storage: KeyValueStorage | null, key: string, stamps: readonly unknown[]): boolean {
  try {
    storage?.setItem(key, JSON.stringify({ stamps }));
    return storage !== null;
  } catch {
    return false;
  }
}

/** The stamps added in this browser, and the number of unreadable ones. */
export function readOwnStamps(storage: KeyValueStorage | null, pageUrl: string) {
  const { stamps, others } = readStored(storage, OWN_STAMPS_KEY, pageUrl);
  return { stamps, unreadable: others.length };
}

/** Changes them atomically, starting from what all tabs have stored; false if that won't survive a reload. */
export function changeOwnStamps(
  storage: KeyValueStorage | null,
  pageUrl: string,
  by: (stamps: readonly Stamp[]) => readonly Stamp[],
): boolean {
  const { stamps, others } = readStored(storage, OWN_STAMPS_KEY, pageUrl);
  return writeStored(storage, OWN_STAMPS_KEY, [...by(stamps), ...others]);
}

/** What was detected of this stamp earlier; null for nothing, or if its entry has changed since. */
export function foundBefore(storage: KeyValueStorage | null, pageUrl: string, hint: StampHint): Stamp | null {
  const { stamps } = readStored(storage, FOUND_STAMPS_KEY, pageUrl);
  const stamp = stamps.find(({ id, armBase }) => id === hint.id && armBase === hint.armBase);
  if (!stamp) return null;
  const agrees =
    (hint.subscriptionId ?? stamp.subscriptionId) === stamp.subscriptionId &&
    (hint.region ?? stamp.region) === stamp.region;
  if (!agrees) return null;
  const { title, apiVersion, auth, timeZone } = hint;
  return {
    ...stamp,
    ...(timeZone !== undefined && { timeZone }),
    title: title ?? stamp.title,
    apiVersion: apiVersion ?? stamp.apiVersion,
    auth: auth ?? stamp.auth,
  };
}

/** Stores what was detected, for the next start. */
export function rememberFound(storage: KeyValueStorage | null, pageUrl: string, found: Stamp): void {
  const { stamps } = readStored(storage, FOUND_STAMPS_KEY, pageUrl);
  writeStored(storage, FOUND_STAMPS_KEY, [...stamps.filter(({ id }) => id !== found.id), found]);
}

/** Removes it, so that the stamp is detected again. */
export function forgetFound(storage: KeyValueStorage | null, pageUrl: string, id: string): void {
  const { stamps } = readStored(storage, FOUND_STAMPS_KEY, pageUrl);
  writeStored(
    storage,
    FOUND_STAMPS_KEY,
    stamps.filter((stamp) => stamp.id !== id),
  );
}
