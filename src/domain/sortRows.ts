import { isAutomatic, recencyOf, WORST_FIRST, type BackupRow } from "./backupState.ts";

export type SortColumn = "name" | "completed" | "state" | "duration" | "trigger";

/** What the list is sorted by. */
export interface BackupSort {
  column: SortColumn;
  direction: "ascending" | "descending";
}

/** Whether a column of the list is one of those it can be sorted by. */
export function isSortColumn(column: string): column is SortColumn {
  return Object.hasOwn(VALUES, column);
}

/** How `reconcile` orders rows. */
export const NEWEST_FIRST: BackupSort = { column: "completed", direction: "descending" };

/** What a row is sorted by in each column; null where it has no such thing. */
const VALUES: Record<SortColumn, (row: BackupRow) => string | number | boolean | null> = {
  name: ({ id }) => id,
  completed: recencyOf,
  state: ({ state }) => WORST_FIRST[state.kind],
  duration: ({ backup }) => backup && backup.tookMs,
  trigger: isAutomatic,
};

/**
 * Rows as `reconcile` gave them, in another order; equal ones stay as they came, and what has no value is last in both
 * directions (docs/faults.md "Time"). Newest first is the very array that came in, so that nothing renders for it.
 */
export function sortRows(
  rows: readonly BackupRow[],
  { column, direction }: BackupSort,
): readonly BackupRow[] {
  if (sortParam({ column, direction }) === null) return rows;
  const valueOf = VALUES[column];
  const lower = direction === "ascending" ? -1 : 1;
  return rows.toSorted((one, other) => {
    const a = valueOf(one);
    const b = valueOf(other);
    if (a === b) return 0;
    if (a === null || b === null) return a === null ? 1 : -1;
    // By code unit: ids are hexadecimal, and the first use of Intl costs a slow machine 55 ms.
    return a < b ? lower : -lower;
  });
}

/** The sort after a press on a column's header: turned round where it is sorted by already, else dates newest first. */
export function sortAfterPress(sort: BackupSort, column: SortColumn): BackupSort {
  if (sort.column !== column)
    return column === NEWEST_FIRST.column ? NEWEST_FIRST : { column, direction: "ascending" };
  return { column, direction: sort.direction === "ascending" ? "descending" : "ascending" };
}

/** How an address names a sort: "state", or "-state" for descending; null for the usual one. */
export function sortParam({ column, direction }: BackupSort): string | null {
  if (column === NEWEST_FIRST.column && direction === NEWEST_FIRST.direction) return null;
  return direction === "descending" ? `-${column}` : column;
}

/** The sort that an address names; the usual one where it names none that there is. */
export function sortOfParam(param: string | null): BackupSort {
  const column = param?.replace(/^-/, "") ?? "";
  if (!isSortColumn(column)) return NEWEST_FIRST;
  return { column, direction: param?.startsWith("-") ? "descending" : "ascending" };
}
