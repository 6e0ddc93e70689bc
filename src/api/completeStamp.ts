import { isAuthority, isTimeZone, PATH_NAME, type Stamp, type StampAuth } from "../domain/stamp.ts";
import { ARM_BASE } from "./armRequest.ts";

/**
 * A stamp of which everything is known, as stamps.json and this browser's storage hold it, in known fields; null for
 * anything else. By hand and not by a schema: the page's first script reads with it, and valibot would be 1.8 of its
 * 3 KB. What is wrong with an entry is told by `checkEntries`, which is loaded where one is.
 */
export function completeStamp(entry: unknown): Stamp | null {
  const { id, title, armBase, subscriptionId, region, apiVersion, auth, timeZone } = fieldsOf(entry);
  const known = authOf(fieldsOf(auth));
  if (!isText(id) || id === "" || !isText(title) || known === null) return null;
  // Our own origin or https; what else may be allowed is decided by `readArmAddress`, which is not in the first load.
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

/** The fields of an object; of anything else none. */
export function fieldsOf(value: unknown): Fields {
  return typeof value === "object" && value !== null ? { ...value } : {};
}

function isText(value: unknown): value is string {
  return typeof value === "string";
}
