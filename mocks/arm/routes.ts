import type { RouteName } from "../sim/facts.ts";

/** Who answers: it decides which api-versions are spoken. */
type Service = "backup" | "insights" | "core";

/** An address of a stamp's ARM, its parts decoded. */
export interface Target {
  route: RouteName;
  service: Service;
  methods: readonly string[];
  /** Empty where the route has none; so are the next three. */
  subscription: string;
  resourceGroup: string;
  /** Region or name of the backup location. */
  location: string;
  /** Backup, operation, alert or service id. */
  id: string;
  /** The path up to and with the location, as the request wrote it: links repeat its casing (recorded). */
  locationPath: string;
}

const GROUP = "/subscriptions/{subscription}/resourcegroups/{group}/providers";
const LOCATIONS = `${GROUP}/microsoft.backup.admin/backuplocations`;
const REGIONS = `${GROUP}/microsoft.infrastructureinsights.admin/regionhealths`;
const GET = ["GET"];
const POST = ["POST"];

const ROUTES: readonly [template: string, route: RouteName, service: Service, methods: readonly string[]][] =
  [
    [LOCATIONS, "backupLocations", "backup", GET],
    [`${LOCATIONS}/{location}`, "backupLocation", "backup", ["GET", "PUT", "PATCH"]],
    [`${LOCATIONS}/{location}/createbackup`, "createBackup", "backup", POST],
    [`${LOCATIONS}/{location}/pruneexternalstore`, "pruneExternalStore", "backup", POST],
    [`${LOCATIONS}/{location}/backups`, "backups", "backup", GET],
    [`${LOCATIONS}/{location}/backups/{id}`, "backup", "backup", GET],
    [`${LOCATIONS}/{location}/backups/{id}/restore`, "restore", "backup", POST],
    [`${LOCATIONS}/{location}/operationresults/{id}`, "operationResult", "backup", GET],
    ["/providers/microsoft.backup.admin/operations", "providerOperations", "backup", GET],
    [REGIONS, "regionHealths", "insights", GET],
    [`${REGIONS}/{location}`, "regionHealth", "insights", GET],
    [`${REGIONS}/{location}/alerts`, "alerts", "insights", GET],
    [`${REGIONS}/{location}/alerts/{id}`, "alert", "insights", ["GET", "PUT"]],
    [`${REGIONS}/{location}/servicehealths`, "serviceHealths", "insights", GET],
    [`${REGIONS}/{location}/servicehealths/{id}`, "serviceHealth", "insights", GET],
    [`${REGIONS}/{location}/servicehealths/{id}/alerts`, "serviceAlerts", "insights", GET],
    ["/subscriptions", "subscriptions", "core", GET],
    ["/subscriptions/{subscription}/providers/microsoft.backup.admin", "provider", "core", GET],
    [
      "/subscriptions/{subscription}/providers/microsoft.subscriptions.admin/locations",
      "locations",
      "core",
      GET,
    ],
    ["/metadata/endpoints", "metadata", "core", GET],
  ];

const PATTERNS = ROUTES.map(([template, route, service, methods]) => ({
  pattern: new RegExp(
    `^${template
      .replaceAll(".", String.raw`\.`)
      .replaceAll(/\{(\w+)\}/g, "(?<$1>[^/]+)")
      // The part that links repeat.
      .replace(/^(.*\(\?<location>\[\^\/\]\+\))/, "(?<locationPath>$1)")}/?$`,
    "i",
  ),
  route,
  service,
  methods,
}));

/** Reads a path below the stamp's ARM base, ignoring case (ids are case-insensitive); null for any other path. */
export function matchTarget(path: string): Target | null {
  for (const { pattern, route, service, methods } of PATTERNS) {
    const match = pattern.exec(path);
    if (!match) continue;
    const part = (name: string): string => decode(match.groups?.[name] ?? "");
    return {
      route,
      service,
      methods,
      subscription: part("subscription"),
      resourceGroup: part("group"),
      location: part("location"),
      id: part("id"),
      locationPath: match.groups?.["locationPath"] ?? "",
    };
  }
  return null;
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    // A stray % is no reason to fail: such an id is unknown like any other.
    return text;
  }
}
