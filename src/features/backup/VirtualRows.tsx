import { WindowRows } from "../../ui/WindowRows.tsx";
import { BackupRow } from "./BackupRow.tsx";
import type { BackupRowsProps } from "./BackupRows.tsx";
import styles from "./BackupTable.module.css";

/** Rows of a long list: only those in sight are on the page. */
export function VirtualRows({ rows, selected, hrefOf, stop, keepFocus }: BackupRowsProps) {
  return (
    <WindowRows
      rows={rows}
      selected={selected}
      stop={stop}
      keepFocus={keepFocus}
      gapClass={styles["gap"]}
      renderRow={(index, measure) => {
        const row = rows[index];
        return (
          row && (
            <BackupRow
              row={row}
              index={index}
              selected={row.key === selected}
              stop={index === stop.index ? stop.column : null}
              hrefOf={hrefOf}
              measure={measure}
            />
          )
        );
      }}
    />
  );
}
