import type { AlertSeverityKind } from "../domain/alert.ts";
import type { FailureKind } from "../domain/failure.ts";

/** A severity's word; one nobody knows yet keeps the stamp's own. */
export const severityWords: Record<Exclude<AlertSeverityKind, "unknown">, string> = {
  critical: "Critical",
  warning: "Warning",
};

/** Why there are no alerts to show, by kind of failure, where the usual words would not tell what it means here. */
export const unavailableWords: Partial<Record<FailureKind, string>> = {
  forbidden:
    "You have no permission to read this region's alerts. Backups are not affected: everything else here works. Ask for a role that may read Microsoft.InfrastructureInsights.Admin.",
  notFound:
    "This stamp serves no alerts at the known address; an older version may not. Backups are not affected: everything else here works. Look for alerts in the stamp's administrator portal.",
};

// Words of the alerts' bar and page, which load when the page is at rest.
export const alertStrings = {
  title: "Alerts",
  bar: "Backup alerts",
  lead: "Alerts of this stamp about infrastructure backup. The stamp keeps closed ones for seven days.",
  refresh: "Refresh",
  commands: "Alerts commands",
  active: "Active",
  closed: "Closed",
  loading: "Loading alerts…",
  signIn: "Shown once you have signed in.",
  noneActive: "No active backup alerts",
  noneActiveText: "The stamp reports nothing wrong with infrastructure backup.",
  noneClosed: "No backup alert was closed in the last seven days.",
  incomplete: "There may be more alerts: a part of the stamp's answer could not be read.",
  unavailableTitle: "Alerts could not be read",
  staleTitle: "Alerts are as of earlier",
  stale: "The last request brought no answer. What is shown was last read before; trying again by itself.",
  unavailable: (why: string) => `Backup alerts are not known now. ${why}`,
  details: "About alerts",
  retry: "Retry",
  untitled: "Alert without a title",
  unknownSeverity: (raw: string) => `Unknown severity (${raw})`,
  whatToDo: "What to do",
  what: "What happened",
  noRemediation: "The stamp names no remedy.",
  noDescription: "The stamp does not describe it.",
  raised: "Raised",
  repeated: "Last repeated",
  closedAt: "Closed",
  closedBy: (name: string) => `by ${name}`,
  closedByStamp: "by the stamp itself",
  impacted: "Impacted resource",
  faultType: "Fault type",
  faultId: "Fault ID",
  alertId: "Alert ID",
  more: (count: number) => `and ${count} more ${count === 1 ? "alert" : "alerts"}`,
  open: "Open in Alerts",
  facts: "Details",
  backupNow: "Backup now",
  close: "Close alert",
  closing: "Closing…",
  confirm: {
    title: "Close this alert?",
    text: "It then counts as dealt with for everyone on this stamp. If its cause lasts, the stamp raises it again.",
    name: "Your name or e-mail, which the stamp records with it",
    nameMissing: "Enter a name: the stamp closes no alert without one.",
    nameLong: "Enter at most 200 characters.",
    yes: "Yes",
    no: "No",
  },
  closedNow: (title: string) => `Alert closed: ${title}`,
  notClosedTitle: "The alert was not closed",
  activeCount: (count: number) => `${count} active`,
  spoken: (severity: string, title: string) => `${severity} alert: ${title}`,
  outside: (host: string) => `(${host}, outside this stamp)`,
  outsideSame: "(outside this stamp)",
  refusedLink: "(link left out: no plain web address)",
} as const;
