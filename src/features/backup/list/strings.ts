import type { OptionalColumn } from "../../../domain/backupFilter.ts";

/** Words on the list's filters, columns and export, which load after its rows. */
export const listStrings = {
  label: "Filters",
  shown: (shown: string, all: string) => `${shown} of ${all} shown`,
  name: "Filter by name",
  state: "State",
  anyState: "All states",
  notSucceeded: "Not succeeded",
  unknown: "Unknown",
  trigger: "Triggered by",
  anyTrigger: "All triggers",
  period: "Period",
  anyPeriod: "All dates",
  lastDays: (days: number) => `Last ${days} ${days === 1 ? "day" : "days"}`,
  since: (date: string) => `Since ${date}`,
  until: (date: string) => `Until ${date}`,
  between: (from: string, until: string) => `${from} to ${until}`,
  tags: "Active filters",
  tag: (what: string, value: string) => `${what}: ${value}`,
  remove: (tag: string) => `${tag}, remove filter`,
  columns: "Columns",
  export: "Export",
  csv: "CSV",
  json: "JSON",
  noMatchTitle: "No backup matches",
  noMatch: "The list has backups, but none matches these filters.",
  clear: "Clear filters",
} as const;

export const columnTexts: Record<OptionalColumn, string> = {
  started: "Started",
  stampVersion: "Stamp version",
  oemVersion: "OEM version",
  uploaded: "Completely uploaded",
  cloudRecovery: "Ready for cloud recovery",
  thumbprint: "Thumbprint",
};
