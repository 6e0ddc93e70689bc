/** How the page may call a stamp: `none` (a proxy authenticates), `token` (pasted by the operator, memory only), `msal`. */
export type StampAuth =
  | { kind: "none" }
  | { kind: "token" }
  | { kind: "msal"; authority: string; clientId: string; scope: string };

const AUTHORITY = /^https:\/\/[\w-]+(\.[\w-]+)*(:\d+)?(\/(?!\.\.?(\/|$))[\w.~-]*)*$/;

/** Whether an `authority` is a plain https address: its origin is written into the page's Content-Security-Policy. */
export function isAuthority(value: string): boolean {
  return AUTHORITY.test(value) && URL.canParse(value);
}

/** What a subscription's id and a region's name look like: both are steps of a path, and none of its dot segments. */
export const PATH_NAME = /^\w[\w.-]*$/;

/** Whether Intl knows a time zone by that name ("America/Los_Angeles"). */
export function isTimeZone(value: string): boolean {
  try {
    return new Intl.DateTimeFormat("en", { timeZone: value }).resolvedOptions().timeZone !== "";
  } catch {
    return false;
  }
}

export type ApiVersion = "2018-09-01" | "2021-09-01";

/** One Azure Stack Hub stamp as this page knows it. */
export interface Stamp {
  /** Short name used in addresses, storage keys and query keys. */
  id: string;
  title: string;
  /** Where its admin ARM API answers for this page: an absolute URL or a path on our own origin, no trailing slash. */
  armBase: string;
  subscriptionId: string;
  /** Region name; names resource group and backup location too (docs/stamp-api.md "Ids and names"). */
  region: string;
  apiVersion: ApiVersion;
  auth: StampAuth;
  /** Where the stamp stands, as Intl names it; no API tells it, so the entry in stamps.json does, or nobody. */
  timeZone?: string;
}

/** What is known of a stamp before it is found: its address, and what somebody has written down of the rest. */
export interface StampHint {
  id: string;
  /** Null where the stamp's own name for its region serves. */
  title: string | null;
  armBase: string;
  subscriptionId: string | null;
  region: string | null;
  apiVersion: ApiVersion | null;
  auth: StampAuth | null;
  timeZone?: string;
}

/** Path of the stamp's backup location, relative to its `armBase`, without query. */
export function backupLocationPath(stamp: Pick<Stamp, "subscriptionId" | "region">): string {
  const subscription = encodeURIComponent(stamp.subscriptionId);
  const region = encodeURIComponent(stamp.region);
  return `/subscriptions/${subscription}/resourceGroups/system.${region}/providers/Microsoft.Backup.Admin/backupLocations/${region}`;
}

/** Path of one operation result; a createBackup operation's id is the backup's id (recordings/Start-AzsBackup, 3 of 3). */
export function operationPath(stamp: Pick<Stamp, "subscriptionId" | "region">, operationId: string): string {
  return `${backupLocationPath(stamp)}/operationResults/${encodeURIComponent(operationId)}`;
}

/** Alerts have a version of their own, on stamps of either backup version (docs/stamp-api.md "Alerts"). */
export const ALERTS_API_VERSION = "2016-05-01";

/** Path of the region's alerts, with a capital S as recorded; case does not count (docs/stamp-api.md "Ids and names"). */
export function alertsPath({ subscriptionId, region }: Pick<Stamp, "subscriptionId" | "region">): string {
  const name = encodeURIComponent(region);
  return `/subscriptions/${encodeURIComponent(subscriptionId)}/resourceGroups/System.${name}/providers/Microsoft.InfrastructureInsights.Admin/regionHealths/${name}/alerts`;
}
