import type { AlertAction, AlertSeverity, AlertSeverityKind } from "../../domain/alert.ts";
import type { FailureKind } from "../../domain/failure.ts";

/** An unknown severity keeps the stamp's text. */
const severityTexts: Record<Exclude<AlertSeverityKind, "unknown">, string> = {
  critical: "Critical",
  warning: "Warning",
};

/** Why there are no alerts to show, by kind of failure, where the general text doesn't fit. */
export const unavailableTexts: Partial<Record<FailureKind, string>> = {
  forbidden:
    "You don't have permission to read this region's alerts. Backups aren't affected. Ask for a role that can read Microsoft.InfrastructureInsights.Admin.",
  notFound:
    "This stamp doesn't provide alerts at the expected address; older versions may not. Backups aren't affected. Look for alerts in the stamp's administrator portal.",
};

export const alertStrings = {
  title: "Alerts",
  bar: "Backup alerts",
  lead: "Infrastructure backup alerts of this stamp. Closed alerts are kept for seven days.",
  refresh: "Refresh",
  commands: "Alerts commands",
  active: "Active",
  closed: "Closed",
  loading: "Loading alerts…",
  signIn: "Sign in to see this stamp's alerts.",
  noneActive: "No active backup alerts",
  noneActiveText: "The stamp reports no problem with infrastructure backup.",
  noneReadText: "None in what could be read: part of the stamp's answer is missing.",
  noneClosed: "No backup alerts were closed in the last seven days.",
  incomplete: "There may be more alerts: part of the stamp's answer couldn't be read.",
  unavailableTitle: "Alerts couldn't be read",
  staleTitle: "Alerts may be out of date",
  stale: "The last request failed. Retrying automatically.",
  unavailable: (why: string) => `Backup alerts are unknown. ${why}`,
  about: "About alerts",
  retry: "Retry",
  untitled: "Alert without a title",
  unknownSeverity: (raw: string) => `Unknown severity (${raw})`,
  whatToDo: "What to do",
  what: "What happened",
  noRemediation: "No recommended action.",
  noDescription: "No description.",
  raised: "Raised",
  repeated: "Last repeated",
  closedAt: "Closed",
  closedBy: (name: string) => `by ${name}`,
  closedByStamp: "by the stamp",
  impacted: "Impacted resource",
  faultType: "Fault type",
  faultId: "Fault ID",
  alertId: "Alert ID",
  view: (count: number) => (count === 1 ? "View alert" : `View all ${count} alerts`),
  facts: "Details",
  actions: {
    enableAutomatic: "Enable Automatic Backups",
    prune: "Prune external store",
    retention: "Change retention",
    configuration: "Open Configuration",
    backupNow: "Backup now",
  } satisfies Record<AlertAction, string>,
  automaticOn: "Automatic backups are on.",
  automaticUnknown: "The stamp hasn't said whether automatic backups are on.",
  close: "Close alert",
  closing: "Closing…",
  confirm: {
    title: "Close this alert?",
    text: "It will be marked resolved for everyone on this stamp. If the problem persists, the stamp raises it again.",
    name: "Closed by (recorded on the stamp)",
    nameMissing: "Enter your name or email: the stamp records who closes an alert.",
    nameLong: "Enter at most 200 characters.",
    yes: "Close alert",
    no: "Cancel",
  },
  closedNow: (title: string) => `Alert closed: ${title}`,
  notClosedTitle: "The alert wasn't closed",
  activeCount: (count: number) => `${count} active`,
  outside: (host: string) => `(${host}, outside this stamp)`,
  outsideSame: "(outside this stamp)",
  refusedLink: "(link removed: not a plain web address)",
} as const;

/** A severity in a word. */
export function severityText(severity: AlertSeverity): string {
  return severity.kind === "unknown"
    ? alertStrings.unknownSeverity(severity.raw)
    : severityTexts[severity.kind];
}
