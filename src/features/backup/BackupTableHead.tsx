import { sortAfterPress, type BackupSort } from "../../domain/sortRows.ts";
import { strings } from "../../ui/strings.ts";
import type { GridNavigation } from "../../ui/useGridNavigation.ts";
import styles from "./BackupTable.module.css";

const COLUMNS = ["name", "completed", "state", "duration", "trigger"] as const;

export interface BackupTableHeadProps extends Pick<GridNavigation, "stop"> {
  sort: BackupSort;
  onSort: (sort: BackupSort) => void;
}

/** The header's cells: a press sorts by the column, a second one the other way round. */
export function BackupTableHead({ sort, onSort, stop }: BackupTableHeadProps) {
  return COLUMNS.map((key, column) => (
    <th
      key={key}
      scope="col"
      // Narrow pages hide the buttons; the columns keep their names.
      aria-label={strings.list[key]}
      aria-sort={key === sort.column ? sort.direction : undefined}
      className={`${styles["header"]} ${styles[key]}`}
    >
      <button
        type="button"
        tabIndex={stop.index < 0 && stop.column === column ? 0 : -1}
        className={styles["sort"]}
        onClick={() => onSort(sortAfterPress(sort, key))}
      >
        {strings.list[key]}
        {key === sort.column && (
          <span aria-hidden className={styles["mark"]}>
            &nbsp;{sort.direction === "ascending" ? "↑" : "↓"}
          </span>
        )}
      </button>
    </th>
  ));
}
