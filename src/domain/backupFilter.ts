import { isAutomatic, type BackupRow, type RowStateKind } from "./backupState.ts";
import { sortOfParam, sortParam, type BackupSort } from "./sortRows.ts";

/** One state, or all except plain success. */
export type StateFilter = RowStateKind | "notSucceeded";

/** When a backup was completed or, if unfinished, started. Instants in epoch ms; `untilAt` is exclusive. */
export type Period =
  | { kind: "last"; days: number }
  | { kind: "between"; fromAt: number | null; untilAt: number | null };

export interface BackupFilter {
  /** Any of these; empty for all. */
  states: readonly StateFilter[];
  trigger: "scheduled" | "onDemand" | null;
  period: Period | null;
  /** Part of the name, ignoring case. */
  name: string;
}

/** Columns shown on demand. */
export type OptionalColumn =
  | "started"
  | "stampVersion"
  | "oemVersion"
  | "uploaded"
  | "cloudRecovery"
  | "thumbprint";

/** The list's view settings in an address. */
export interface ListView {
  filter: BackupFilter;
  columns: readonly OptionalColumn[];
  sort: BackupSort;
}

export const NO_FILTER: BackupFilter = { states: [], trigger: null, period: null, name: "" };

const DAY_MS = 24 * 3_600_000;

export function isFiltered({ states, trigger, period, name }: BackupFilter): boolean {
  return states.length > 0 || trigger !== null || period !== null || name.trim() !== "";
}

/** The matching rows in their order; without a filter the same array, so that nothing renders. */
export function filterRows(
  rows: readonly BackupRow[],
  filter: BackupFilter,
  now: number,
): readonly BackupRow[] {
  if (!isFiltered(filter)) return rows;
  const states = new Set<StateFilter>(filter.states);
  const name = filter.name.trim().toLowerCase();
  const [fromAt, untilAt] = boundsOf(filter.period, now);
  return rows.filter((row) => {
    const { kind } = row.state;
    if (states.size > 0 && !states.has(kind) && !(states.has("notSucceeded") && kind !== "succeeded"))
      return false;
    if (filter.trigger !== null && isAutomatic(row) !== (filter.trigger === "scheduled")) return false;
    // An unreadable item has no name.
    if (name !== "" && !(row.id ?? "").includes(name)) return false;
    if (filter.period === null) return true;
    const at = row.completedAt ?? row.startedAt ?? row.since?.at ?? null;
    return at !== null && at >= fromAt && at < untilAt;
  });
}

function boundsOf(period: Period | null, now: number): [fromAt: number, untilAt: number] {
  if (period?.kind === "last") return [now - period.days * DAY_MS, Infinity];
  return [period?.fromAt ?? -Infinity, period?.untilAt ?? Infinity];
}

const STATES: Record<StateFilter, true> = {
  notSucceeded: true,
  inProgress: true,
  checking: true,
  finishing: true,
  succeeded: true,
  unconfirmed: true,
  partiallySucceeded: true,
  failed: true,
  lost: true,
  skipped: true,
  deleted: true,
  unknown: true,
  unrecognised: true,
};
const COLUMNS: Record<OptionalColumn, true> = {
  started: true,
  stampVersion: true,
  oemVersion: true,
  uploaded: true,
  cloudRecovery: true,
  thumbprint: true,
};

/** In the page's order. */
export const OPTIONAL_COLUMNS = keysOf(COLUMNS);
export const STATE_FILTERS = keysOf(STATES);

/** A longer name can't be part of an id, and a period isn't longer than a century. */
const LONGEST_NAME = 100;
const MOST_DAYS = 36_525;

/**
 * The view in an address's query. Unknown parts are ignored: addresses may be typed, shortened or from another version.
 */
export function viewOfQuery(query: string): ListView {
  const params = new URLSearchParams(query);
  const trigger = params.get("trigger");
  return {
    filter: {
      states: chosen(params.get("state"), STATE_FILTERS),
      trigger: trigger === "scheduled" || trigger === "onDemand" ? trigger : null,
      period: periodOf(params),
      name: (params.get("name") ?? "").trim().slice(0, LONGEST_NAME).trim(),
    },
    columns: chosen(params.get("columns"), OPTIONAL_COLUMNS),
    sort: sortOfParam(params.get("sort")),
  };
}

/** The canonical query of a view, without defaults: "" for the default list. */
export function queryOfView({ filter, columns, sort }: ListView): string {
  const params = new URLSearchParams();
  const set = (key: string, value: string | null) => {
    if (value) params.set(key, value);
  };
  const { period } = filter;
  set("state", STATE_FILTERS.filter((state) => filter.states.includes(state)).join(","));
  set("trigger", filter.trigger);
  if (period?.kind === "last") set("period", `${period.days}d`);
  if (period?.kind === "between") {
    set("from", period.fromAt === null ? null : new Date(period.fromAt).toISOString());
    set("until", period.untilAt === null ? null : new Date(period.untilAt).toISOString());
  }
  set("name", filter.name.trim().slice(0, LONGEST_NAME).trim());
  set("columns", OPTIONAL_COLUMNS.filter((column) => columns.includes(column)).join(","));
  set("sort", sortParam(sort));
  // A comma needs no escape in a query, and is readable without one.
  return params.toString().replaceAll("%2C", ",").replaceAll("%3A", ":");
}

function periodOf(params: URLSearchParams): Period | null {
  const days = Number(/^(\d{1,5})d$/.exec(params.get("period") ?? "")?.[1] ?? 0);
  if (days > 0 && days <= MOST_DAYS) return { kind: "last", days };
  const [fromAt, untilAt] = [instantOf(params.get("from")), instantOf(params.get("until"))];
  return fromAt === null && untilAt === null ? null : { kind: "between", fromAt, untilAt };
}

/** An instant with its zone: a bare date would be another day in another time zone. */
function instantOf(text: string | null): number | null {
  if (text === null || !/^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/.test(text)) return null;
  const at = Date.parse(text);
  return Number.isNaN(at) ? null : at;
}

function chosen<T extends string>(text: string | null, known: readonly T[]): T[] {
  const named = new Set((text ?? "").split(","));
  return known.filter((one) => named.has(one));
}

function keysOf<T extends string>(record: Record<T, true>): T[] {
  // Object.keys loses the literal key types.
  return Object.keys(record) as T[];
}
