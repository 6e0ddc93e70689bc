import type { SoakResult } from "./week.ts";

/** Rows of text in columns as wide as they need. */
export function columns(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, at) => Math.max(...rows.map((row) => (row[at] ?? "").length)));
  return rows
    .map((row) =>
      row
        .map((cell, at) => (at === 0 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0)))
        .join("  "),
    )
    .join("\n");
}

const list = (title: string, lines: readonly string[]) =>
  lines.length === 0
    ? [`${title}: none`]
    : [`${title}: ${lines.length}`, ...lines.map((line) => `  ${line}`)];

/** The soak as text: a line for each day, then what was wrong. */
export function soakReport(result: SoakResult): string {
  const heads = [
    "day",
    "heap MB",
    "nodes",
    "listeners",
    "timers",
    "stored B",
    "requests/h, each tab",
    "job polls",
  ];
  const days = result.days.map(
    ({ day, heapMb, nodes, listeners, timers, storedBytes, requestsPerHour, jobPolls }) => [
      String(day),
      heapMb.toFixed(1),
      String(nodes),
      String(listeners),
      String(timers),
      String(storedBytes),
      requestsPerHour.map((rate) => rate.toFixed(0)).join(" + "),
      String(jobPolls),
    ],
  );
  return [
    columns([heads, ...days]),
    "",
    `rows on the stamp at the end: ${result.rows}`,
    `Backup now pressed ${result.clicks} times, POSTs sent: ${result.posts}`,
    ...list("rows that differ from the stamp or from a fresh page", result.differing),
    ...list("rows that said Succeeded while their job ran", result.falseClaims),
    ...list("hours in which a tab stopped asking", result.silent),
    ...list("errors of the page", result.errors),
  ].join("\n");
}
