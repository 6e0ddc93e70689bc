import type { BackupRow as Row } from "../../domain/backupState.ts";
import type { GridNavigation } from "../../ui/useGridNavigation.ts";
import { BackupRow } from "./BackupRow.tsx";

/** A longer list has only those rows on the page that are in sight; until the part for that is there, these. */
export const FIRST_ROWS = 100;

export interface BackupRowsProps extends Pick<GridNavigation, "stop" | "keepFocus"> {
  rows: readonly Row[];
  /** Key of the row whose details are open. */
  selected: string | null;
  hrefOf: (backupId: string) => string;
}

/** Rows that are all on the page. */
export function BackupRows({ rows, selected, hrefOf, stop }: BackupRowsProps) {
  return rows.map((row, index) => (
    <BackupRow
      key={row.key}
      row={row}
      index={index}
      selected={row.key === selected}
      stop={index === stop.index ? stop.column : null}
      hrefOf={hrefOf}
    />
  ));
}
