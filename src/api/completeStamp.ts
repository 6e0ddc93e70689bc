import { isAuthority, isTimeZone, PATH_NAME, type Stamp, type StampAuth } from "../domain/stamp.ts";
import { ARM_BASE } from "./armRequest.ts";

/**
 * Reads a complete stamp from stamps.json or this browser's storage, known fields only; null for anything else. Written
 * without a schema because the first script uses it, and valibot would add 1.8 to its 3 KB. `checkEntries`, loaded on
 * demand, reports what is wrong with an entry.
 */
export function completeStamp(entry: unknown): Stamp | null {
  const { id, title, armBase, subscriptionId, region, apiVersion, auth, timeZone } = fieldsOf(entry);
  const known = authOf(fieldsOf(auth));
  if (!isText(id) || id === "" || !isText(title) || known === null) return null;
  // The page's origin or https. `readArmAddress`, which isn't in the first load, decides about other addresses.
  if (!isText(armBase) || !ARM_BASE.test(armBase)) return null;
  if (!isText(subscriptionId) || !PATH_NAME.test(subscriptionId)) return null;
  if (!isText(region) || !PATH_NAME.test(region)) return null;
  if (apiVersion !== "2018-09-01" && apiVersion !== "2021-09-01") return null;
  const stamp: Stamp = { id, title, armBase, subscriptionId, region, apiVersion, auth: known };
  if (timeZone === undefined) return stamp;
  return isText(timeZone) && isTimeZone(timeZone) ? { ...stamp, timeZone } : null;
}

function authOf({ kind, authority, clientId, scope }: Fields): StampAuth | null {
  if (kind === "none" || kind === "token") return { kind };
  if (kind !== "msal" || !isText(authority) || !isAuthority(authority)) return null;
  return isText(clientId) && isText(scope) ? { kind, authority, clientId, scope } : null;
}

type Fields = Readonly<Record<string, unknown>>;

/** The fields of an object; empty for anything else. */
export function fieldsOf(value: unknown): Fields {
  return typeof value === "object" && value !== null ? { ...value } : {};
}

function isText(value: unknown): value is string {
  return typeof value === "string";
}
