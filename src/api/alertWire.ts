import * as v from "valibot";
import { parseSeverity, type Alert } from "../domain/alert.ts";
import { lastSegment } from "../domain/backup.ts";
import { parseInstant } from "../domain/instant.ts";
import { toRichText, type RichSegment } from "../domain/richText.ts";

// As with backups, each field is read separately, into a new object with known keys (api/wire.ts).
const LONGEST = 10_000;
/** Long text is cut rather than dropped: dropped, it would read as absent. */
const text = v.fallback(
  v.nullable(
    v.pipe(
      v.string(),
      v.transform((said) => (said.length > LONGEST ? `${said.slice(0, LONGEST)}…` : said)),
    ),
  ),
  null,
);
const anything = v.optional(v.unknown());
const tokens = v.fallback(v.array(v.unknown()), []);

const TokenWire = v.object({ type: v.string(), text, uri: text });

const AlertWire = v.object({
  id: text,
  name: text,
  properties: v.object({
    alertId: text,
    title: text,
    faultTypeId: text,
    faultId: text,
    severity: text,
    state: text,
    createdTimestamp: anything,
    lastUpdatedTimestamp: anything,
    closedTimestamp: anything,
    closedByUserAlias: text,
    description: tokens,
    remediation: tokens,
    impactedResourceId: text,
    impactedResourceDisplayName: text,
  }),
});

const PageWire = v.object({ value: v.array(v.unknown()), nextLink: text });

/** Reads one alert; null if it isn't one. Never throws (I14). */
export function toAlert(wire: unknown): Alert | null {
  const parsed = v.safeParse(AlertWire, wire);
  if (!parsed.success) return null;
  const { id, name, properties } = parsed.output;
  const alertId =
    lastSegment(name ?? "") || lastSegment(id ?? "") || (properties.alertId ?? "").trim().toLowerCase();
  // As path segments these are not names (docs/faults.md "Hostile data").
  if (alertId === "" || alertId === "." || alertId === "..") return null;
  return {
    id: alertId,
    resourceId: id ?? "",
    title: properties.title ?? "",
    faultTypeId: properties.faultTypeId ?? "",
    faultId: properties.faultId || null,
    severity: parseSeverity(properties.severity),
    state: properties.state?.trim().toLowerCase() === "closed" ? "closed" : "active",
    createdAt: parseInstant(properties.createdTimestamp),
    updatedAt: parseInstant(properties.lastUpdatedTimestamp),
    closedAt: parseInstant(properties.closedTimestamp),
    // Recorded with a query after the name: "operator@contoso.com?api-version=1.0.0" (docs/stamp-api.md "Alerts").
    closedBy: properties.closedByUserAlias?.replace(/\?api-version=.*$/is, "").trim() || null,
    description: toSegments(properties.description),
    remediation: toSegments(properties.remediation),
    impactedResourceId: properties.impactedResourceId || null,
    impactedResource: properties.impactedResourceDisplayName || null,
  };
}

function toSegments(wire: readonly unknown[]): RichSegment[] {
  return toRichText(
    wire.flatMap((item) => {
      const parsed = v.safeParse(TokenWire, item);
      return parsed.success ? [parsed.output] : [];
    }),
  );
}

export interface AlertPage {
  alerts: Alert[];
  /** Number of items that aren't alerts. */
  unreadable: number;
  nextLink: string | null;
}

/** Reads one page of alerts, item by item; null if it isn't a list. */
export function toAlertPage(wire: unknown): AlertPage | null {
  const parsed = v.safeParse(PageWire, wire);
  if (!parsed.success) return null;
  const read = parsed.output.value.map(toAlert);
  const alerts = read.filter((alert) => alert !== null);
  return { alerts, unreadable: read.length - alerts.length, nextLink: parsed.output.nextLink || null };
}

/** Body that closes an alert, as in the specification's example Close; no PUT was recorded. */
export function closingWire(alert: Pick<Alert, "id" | "resourceId">, region: string, user: string) {
  return {
    id: alert.resourceId,
    name: alert.id,
    type: "Microsoft.InfrastructureInsights.Admin/regionHealths/alerts",
    location: region,
    tags: {},
    properties: { state: "Closed", closedByUserAlias: user },
  };
}
