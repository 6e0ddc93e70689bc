import * as v from "valibot";
import { readArmAddress } from "../api/armAddress.ts";
import { completeStamp } from "../api/completeStamp.ts";
import type { Stamp, StampHint } from "../domain/stamp.ts";
import type { KeyValueStorage } from "../session/operationStore.ts";
import { OWN_STAMPS_KEY } from "./stampList.ts";

/** Where it is kept what asking has found of stamps that stamps.json gives by their address. No secrets in either. */
const FOUND_STAMPS_KEY = "azsh-backup:v1:found-stamps";

const StoredSchema = v.object({ stamps: v.array(v.unknown()) });

// Only the fields that hang on the address: the loose check of the first load does not know http on loopback.
const KeptSchema = v.object({ armBase: v.string() });

/** What is stored, item by item: stamps that can be used; what cannot be read is left alone (docs/faults.md "Storage"). */
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
  // Checked with an address of the usual form in its place, which the real one need not have.
  const stamp = completeStamp({ ...item, armBase: "/arm" });
  return stamp && { ...stamp, armBase: address.armBase };
}

/** Writes and answers whether it is kept beyond this page. */
function writeStored(storage: KeyValueStorage | null, key: string, stamps: readonly unknown[]): boolean {
  try {
    storage?.setItem(key, JSON.stringify({ stamps }));
    return storage !== null;
  } catch {
    return false;
  }
}

/** The stamps added in this browser, and how many more are stored that cannot be read. */
export function readOwnStamps(storage: KeyValueStorage | null, pageUrl: string) {
  const { stamps, others } = readStored(storage, OWN_STAMPS_KEY, pageUrl);
  return { stamps, unreadable: others.length };
}

/** Changes them as one step over what all tabs have stored; false where that will not survive a reload. */
export function changeOwnStamps(
  storage: KeyValueStorage | null,
  pageUrl: string,
  by: (stamps: readonly Stamp[]) => readonly Stamp[],
): boolean {
  const { stamps, others } = readStored(storage, OWN_STAMPS_KEY, pageUrl);
  return writeStored(storage, OWN_STAMPS_KEY, [...by(stamps), ...others]);
}

/** What was found of this stamp before; null when nothing was, or when what is given of it has changed since. */
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

/** Remembers what was found, for the next start. */
export function rememberFound(storage: KeyValueStorage | null, pageUrl: string, found: Stamp): void {
  const { stamps } = readStored(storage, FOUND_STAMPS_KEY, pageUrl);
  writeStored(storage, FOUND_STAMPS_KEY, [...stamps.filter(({ id }) => id !== found.id), found]);
}

/** Forgets it, so that the stamp is asked anew. */
export function forgetFound(storage: KeyValueStorage | null, pageUrl: string, id: string): void {
  const { stamps } = readStored(storage, FOUND_STAMPS_KEY, pageUrl);
  writeStored(
    storage,
    FOUND_STAMPS_KEY,
    stamps.filter((stamp) => stamp.id !== id),
  );
}
