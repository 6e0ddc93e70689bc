/** How the page authenticates: `none` (a proxy does), `token` (pasted by the operator, memory only), `msal`. */
export type StampAuth =
  | { kind: "none" }
  | { kind: "token" }
  | { kind: "msal"; authority: string; clientId: string; scope: string };

const AUTHORITY = /^https:\/\/[\w-]+(\.[\w-]+)*(:\d+)?(\/(?!\.\.?(\/|$))[\w.~-]*)*$/;

/** Whether an `authority` is a plain https address: its origin is written into the page's Content-Security-Policy. */
export function isAuthority(value: string): boolean {
  return AUTHORITY.test(value) && URL.canParse(value);
}

/** Form of a subscription id and a region name: both are path segments, never dot segments. */
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
  /** Address of its admin ARM API for this page: an absolute URL or a path on the page's origin, no trailing slash. */
  armBase: string;
  subscriptionId: string;
  /** Region name; also names the resource group and backup location (docs/stamp-api.md "Ids and names"). */
  region: string;
  apiVersion: ApiVersion;
  auth: StampAuth;
  /** The stamp's time zone (Intl name) from its stamps.json entry; no API reports it. */
  timeZone?: string;
}

/** What is known of a stamp before it is found: its address, and any given fields. */
export interface StampHint {
  id: string;
  /** Null to use the region's display name. */
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

/** Alerts have their own version, on stamps with either backup version (docs/stamp-api.md "Alerts"). */
export const ALERTS_API_VERSION = "2016-05-01";

/** Path of the region's alerts, with a capital S as recorded; case doesn't matter (docs/stamp-api.md "Ids and names"). */
export function alertsPath({ subscriptionId, region }: Pick<Stamp, "subscriptionId" | "region">): string {
  const name = encodeURIComponent(region);
  return `/subscriptions/${encodeURIComponent(subscriptionId)}/resourceGroups/System.${name}/providers/Microsoft.InfrastructureInsights.Admin/regionHealths/${name}/alerts`;
}
