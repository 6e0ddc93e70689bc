import * as v from "valibot";
import type { ApiVersion } from "../domain/stamp.ts";

// Reads docs/stamp-api.md "Finding a stamp" field by field, into new objects; a field of the wrong type reads as absent.
const text = v.fallback(v.nullable(v.pipe(v.string(), v.trim(), v.maxLength(2_000))), null);
const rows = v.object({ value: v.array(v.unknown()), nextLink: text });

const MetadataWire = v.object({
  authentication: v.object({
    loginEndpoint: text,
    audiences: v.fallback(v.array(v.unknown()), []),
  }),
});
const SubscriptionWire = v.object({ subscriptionId: v.string(), displayName: text });
const LocationWire = v.object({ name: v.string(), displayName: text });
const ProviderWire = v.object({ resourceTypes: v.array(v.unknown()) });
const ResourceTypeWire = v.object({ resourceType: v.string(), apiVersions: v.array(v.unknown()) });

/** A stamp's sign-in endpoints, from its metadata. */
export interface StampLogin {
  provider: "adfs" | "entra";
  /** Without a trailing slash. */
  loginEndpoint: string;
  /** `audiences[0]` verbatim; null if absent. */
  audience: string | null;
}

/**
 * Reads `/metadata/endpoints`; null if it has no sign-in. AD FS if the login endpoint ends in `/adfs`, ignoring a
 * trailing slash (AzureStack-Tools, RegistrationUtilities.psm1).
 */
export function toLogin(wire: unknown): StampLogin | null {
  const parsed = v.safeParse(MetadataWire, wire);
  if (!parsed.success) return null;
  const { loginEndpoint, audiences } = parsed.output.authentication;
  const [audience] = audiences;
  // Shown, and passed to a sign-in library later: must be https.
  if (!loginEndpoint || !/^https:\/\/[^@\s]+$/i.test(loginEndpoint)) return null;
  const endpoint = loginEndpoint.replace(/\/+$/, "");
  return {
    provider: /\/adfs$/i.test(endpoint) ? "adfs" : "entra",
    loginEndpoint: endpoint,
    audience: typeof audience === "string" && audience !== "" ? audience.slice(0, 2_000) : null,
  };
}

export interface SubscriptionsAnswer {
  /** Id of the Default Provider Subscription (docs, rest-api-use); null if none has that name. */
  providerSubscription: string | null;
  /** Names of the subscriptions found instead, for the operator. */
  names: string[];
  /** There are more pages, which aren't read. */
  more: boolean;
}

/** Used as path segments and keys, so the form must be strict. */
const ID = /^[A-Za-z0-9][\w.-]{0,127}$/;

/** Reads `/subscriptions`; null if it isn't a list. Skips unreadable rows. */
export function toSubscriptions(wire: unknown): SubscriptionsAnswer | null {
  const parsed = v.safeParse(rows, wire);
  if (!parsed.success) return null;
  const read = readRows(SubscriptionWire, parsed.output.value).filter((row) => ID.test(row.subscriptionId));
  const found = read.find((row) => row.displayName?.toLowerCase() === "default provider subscription");
  return {
    providerSubscription: found?.subscriptionId ?? null,
    names: read.map((row) => (row.displayName || row.subscriptionId).slice(0, 100)),
    more: Boolean(parsed.output.nextLink),
  };
}

export interface RegionFound {
  region: string;
  /** The stamp's display name. */
  title: string;
}

/** Reads the locations; null if it isn't a list. A stamp has one (docs/stamp-api.md "Finding a stamp"). */
export function toRegions(wire: unknown): RegionFound[] | null {
  const parsed = v.safeParse(rows, wire);
  if (!parsed.success) return null;
  return readRows(LocationWire, parsed.output.value)
    .filter((row) => ID.test(row.name))
    .map((row) => ({ region: row.name, title: row.displayName?.slice(0, 100) || row.name }));
}

/**
 * The newest supported api-version that the provider's registration lists for backup locations; null if it lists none
 * or isn't a registration.
 */
export function toApiVersion(wire: unknown): ApiVersion | null {
  const parsed = v.safeParse(ProviderWire, wire);
  if (!parsed.success) return null;
  const listed = readRows(ResourceTypeWire, parsed.output.resourceTypes)
    .filter((row) => /^backupLocations(\/backups)?$/i.test(row.resourceType))
    .flatMap((row) => row.apiVersions);
  if (listed.includes("2021-09-01")) return "2021-09-01";
  return listed.includes("2018-09-01") ? "2018-09-01" : null;
}

function readRows<T>(schema: v.GenericSchema<unknown, T>, items: readonly unknown[]): T[] {
  return items.flatMap((item) => {
    const parsed = v.safeParse(schema, item);
    return parsed.success ? [parsed.output] : [];
  });
}
