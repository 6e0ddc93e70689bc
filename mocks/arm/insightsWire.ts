import { ALERT_TEXTS } from "../sim/alertTexts.ts";
import { alertsAt } from "../sim/alerts.ts";
import type { AlertView } from "../sim/alerts.ts";
import type { StampFacts } from "../sim/facts.ts";
import { guid } from "../sim/random.ts";
import { formatInstant, formatUs } from "./instants.ts";

/** What recorded active alerts say instead of null. */
const NEVER = "0001-01-01T00:00:00Z";

/** A provider that a stamp reports the health of. */
interface Service {
  name: string;
  namespace: string;
  displayName: string;
}

const BACKUP: Service = {
  name: "backup",
  namespace: "Microsoft.Backup.Admin",
  displayName: "Infrastructure backup",
};
const FABRIC: Service = { name: "fabric", namespace: "Microsoft.Fabric.Admin", displayName: "Capacity" };

/** Namespaces and names of the specification's example List, shortened; backup's as recorded. */
const SERVICES: readonly Service[] = [
  { name: "network", namespace: "Microsoft.Network.Admin", displayName: "Network" },
  BACKUP,
  FABRIC,
  { name: "compute", namespace: "Microsoft.Compute.Admin", displayName: "Compute" },
];

export interface AlertWire {
  id: string;
  name: string;
  type: string;
  location: string;
  tags: Record<string, never>;
  properties: Record<string, unknown>;
}

/** The stamp's alerts, keys in the recorded order (one-backup-alert.json), ordered by id: sort yourself. */
export function alertWires(facts: StampFacts, now: number): AlertWire[] {
  return alertsAt(facts, now)
    .toSorted((a, b) => (a.id < b.id ? -1 : 1))
    .map((alert) => alertWire(facts, alert));
}

/** The region with its counts of active alerts. */
export function regionHealthWire(facts: StampFacts, now: number): Record<string, unknown> {
  return {
    id: regionId(facts),
    name: facts.region,
    type: "Microsoft.InfrastructureInsights.Admin/regionHealths",
    location: facts.region,
    tags: {},
    properties: { usageMetrics: [], alertSummary: summary(alertWires(facts, now)) },
  };
}

/** The services with their counts of active alerts. */
export function serviceHealthWires(facts: StampFacts, now: number): Record<string, unknown>[] {
  const alerts = alertWires(facts, now);
  return SERVICES.map((service) => {
    const registrationId = registrationOf(facts, service);
    const own = alerts.filter((alert) => isOf(alert, registrationId));
    const counts = summary(own);
    return {
      id: `${regionId(facts)}/serviceHealths/${registrationId}`,
      name: registrationId,
      type: "Microsoft.InfrastructureInsights.Admin/regionHealths/serviceHealths",
      location: facts.region,
      tags: {},
      properties: {
        registrationId,
        displayName: service.displayName,
        namespace: service.namespace,
        routePrefix: providerPrefix(facts, service),
        serviceLocation: facts.region,
        infraURI: `${providerPrefix(facts, service)}infraRoles/${service.displayName}`,
        alertSummary: counts,
        // Only Healthy and Unknown were recorded; the other two words are unverified.
        healthState:
          counts.criticalAlertCount > 0
            ? "Critical"
            : counts.warningAlertCount > 0
              ? "Warning"
              : service === BACKUP
                ? "Healthy"
                : "Unknown",
      },
    };
  });
}

/** Whether the alert belongs to the service of that registration. */
export function isOf({ properties }: AlertWire, registrationId: string): boolean {
  return properties["resourceProviderRegistrationId"] === registrationId.toLowerCase();
}

function alertWire(facts: StampFacts, view: AlertView): AlertWire {
  const { faultType, severity, title, description, remediation } = ALERT_TEXTS[view.kind];
  const service = view.kind === "roleUnhealthy" ? FABRIC : BACKUP;
  return {
    id: `${regionId(facts)}/alerts/${view.id}`,
    name: `${facts.region}/${view.id}`,
    type: "Microsoft.InfrastructureInsights.Admin/regionHealths/alerts",
    location: facts.region,
    tags: {},
    properties: {
      closedTimestamp: view.closedAt === null ? NEVER : formatInstant(view.closedAt, `${view.id} closed`),
      createdTimestamp: formatInstant(view.createdAt, view.id),
      description,
      faultHash: guid(facts.seed, "fault hash", view.kind),
      faultId: view.id,
      alertId: view.id,
      faultTypeId: faultType,
      lastUpdatedTimestamp: formatInstant(
        view.updatedAt,
        view.updatedAt === view.createdAt ? view.id : `${view.id} updated`,
      ),
      alertProperties: view.nextAt === null ? {} : { nextBackupDateTime: formatUs(view.nextAt) },
      remediation,
      resourceProviderRegistrationId: registrationOf(facts, service),
      severity,
      state: view.closedAt === null ? "Active" : "Closed",
      title,
      impactedResourceId: providerPrefix(facts, service),
      impactedResourceDisplayName: service.displayName,
      // Absent from the recorded active alert; empty where the stamp closed it itself is unverified.
      ...(view.closedAt === null ? {} : { closedByUserAlias: view.closedBy }),
      preview: "False",
      hasValidRemediationAction: false,
      remediationHistory: {},
    },
  };
}

function summary(alerts: readonly AlertWire[]): { criticalAlertCount: number; warningAlertCount: number } {
  const active = alerts.filter(({ properties }) => properties["state"] === "Active");
  const count = (severity: string): number =>
    active.filter(({ properties }) => properties["severity"] === severity).length;
  return { criticalAlertCount: count("Critical"), warningAlertCount: count("Warning") };
}

/** Differs from stamp to stamp (recorded). */
function registrationOf(facts: StampFacts, { name }: Service): string {
  return guid(facts.seed, "registration", name);
}

/** Group in upper case in ids and in lower case in impacted resources, both on one stamp (recorded). */
function regionId({ subscriptionId, region }: StampFacts): string {
  return `/subscriptions/${subscriptionId}/resourceGroups/System.${region}/providers/Microsoft.InfrastructureInsights.Admin/regionHealths/${region}`;
}

function providerPrefix({ subscriptionId, region }: StampFacts, { namespace }: Service): string {
  return `/subscriptions/${subscriptionId}/resourceGroups/system.${region}/providers/${namespace}/`;
}
