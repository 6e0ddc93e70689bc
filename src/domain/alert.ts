import { plainText, type RichSegment } from "./richText.ts";

/** Recorded: Warning, Critical; others keep their text and aren't treated as harmless (docs/stamp-api.md "Alerts"). */
export type AlertSeverity = { kind: "critical" } | { kind: "warning" } | { kind: "unknown"; raw: string };

export type AlertSeverityKind = AlertSeverity["kind"];

/** Active and Closed were recorded; an unknown state counts as active, so that no problem is hidden. */
export type AlertState = "active" | "closed";

/** One alert of the stamp. Instants in epoch milliseconds, null if not reported. */
export interface Alert {
  /** Last segment of its name, lower case: ARM ids are case-insensitive (docs/stamp-api.md "Ids and names"). */
  id: string;
  /** ARM resource id as the stamp wrote it. */
  resourceId: string;
  title: string;
  faultTypeId: string;
  faultId: string | null;
  severity: AlertSeverity;
  state: AlertState;
  createdAt: number | null;
  updatedAt: number | null;
  closedAt: number | null;
  /** Who closed it; null if still active or closed by the stamp. */
  closedBy: string | null;
  description: RichSegment[];
  remediation: RichSegment[];
  impactedResourceId: string | null;
  impactedResource: string | null;
}

/** Reads a wire severity. */
export function parseSeverity(wire: string | null): AlertSeverity {
  const raw = (wire ?? "none").slice(0, 200);
  const known = raw.trim().toLowerCase();
  return known === "critical" || known === "warning" ? { kind: known } : { kind: "unknown", raw };
}

/**
 * Whether an alert is about infrastructure backup, by fault type or impact, ignoring case (docs/stamp-api.md "Alerts").
 * Not by the provider's registration, which differs from stamp to stamp.
 */
export function isBackupAlert(alert: Pick<Alert, "faultTypeId" | "impactedResourceId">): boolean {
  return (
    alert.faultTypeId.toLowerCase().startsWith("azurestack.backupcontroller.") ||
    (alert.impactedResourceId ?? "").toLowerCase().includes("/providers/microsoft.backup.admin")
  );
}

/** Faults that left the stamp without a backup; the first two are in docs/stamp-api.md "Alert titles". */
const LEAVES_NO_BACKUP = /\.Backup(Skipped|Failed|Partially)\w*$/i;
const SAYS_SO =
  /backup now|back ?up on demand|on-demand backup|(manual|manually)\b.{0,20}\bback ?up|back ?up manually/i;

/** What the overview can open: the confirmations of Backup now and of automatic backups, and the prune pane. */
export type OverviewAction = "backupNow" | "enableAutomatic" | "prune";

/** What an operator can do about an alert on this console. */
export type AlertAction = OverviewAction | "retention" | "configuration";

// By fault type or title: of most faults only the title is published (docs/stamp-api.md "Alert titles").
const AUTOMATIC_OFF = /SchedulerPaused|automatic backups are (disabled|off)|backups are paused/i;
const SHARE_FULL = /share ?(is )?(almost ?)?full/i;
const NOT_DELETED = /DeletionFailed|could not be deleted/i;
const SETTINGS_WRONG =
  /InvalidPath|ShareAccess|path is not valid|can.?t access the backup|settings need to be updated|not enabled for a location/i;

/**
 * Actions that resolve an active alert's cause, in order. A manual backup "is only necessary if you receive an
 * alert"; which alerts those are is not documented: those whose fault left the stamp without a backup, or whose own
 * remediation says so (unverified).
 */
export function actionsOf(alert: Alert): AlertAction[] {
  if (alert.state !== "active") return [];
  const cause = `${alert.faultTypeId} ${alert.title}`;
  if (AUTOMATIC_OFF.test(cause)) return ["enableAutomatic"];
  // Without free space, another backup would fail too.
  if (SHARE_FULL.test(cause)) return ["prune", "retention"];
  const actions: AlertAction[] = [];
  if (NOT_DELETED.test(cause)) actions.push("prune");
  if (SETTINGS_WRONG.test(cause)) actions.push("configuration");
  if (LEAVES_NO_BACKUP.test(alert.faultTypeId) || SAYS_SO.test(plainText(alert.remediation)))
    actions.push("backupNow");
  return actions;
}

const RANK: Record<AlertSeverityKind, number> = { critical: 0, unknown: 1, warning: 2 };

/** Active before closed; active ones worst first, then newest; closed ones by when they were closed. */
export function sortAlerts(alerts: readonly Alert[]): Alert[] {
  return alerts.toSorted((a, b) => {
    if (a.state !== b.state) return a.state === "active" ? -1 : 1;
    const rank = a.state === "active" ? RANK[a.severity.kind] - RANK[b.severity.kind] : 0;
    return rank || timeOf(b) - timeOf(a) || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
  });
}

/** Sort key of an alert; one without a date comes last. */
function timeOf({ state, createdAt, closedAt }: Alert): number {
  return (state === "closed" ? (closedAt ?? createdAt) : createdAt) ?? 0;
}
