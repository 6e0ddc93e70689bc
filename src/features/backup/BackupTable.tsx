import { Table, TableBody, TableHeader, TableRow } from "@fluentui/react-components";
import { Suspense } from "react";
import { lazyPart } from "../../ui/lazyPart.ts";
import { strings } from "../../ui/strings.ts";
import { useGridNavigation } from "../../ui/useGridNavigation.ts";
import { BackupRows, FIRST_ROWS, type BackupRowsProps } from "./BackupRows.tsx";
import { BackupRowsMissing } from "./BackupRowsMissing.tsx";
import styles from "./BackupTable.module.css";

const VirtualRows = lazyPart(() =>
  import("./VirtualRows.tsx").then(
    (module) => module.VirtualRows,
    () => BackupRowsMissing,
  ),
);

const COLUMNS = [
  { key: "name", label: strings.list.name },
  { key: "completed", label: strings.list.completed },
  { key: "state", label: strings.list.state },
  { key: "duration", label: strings.list.duration },
  { key: "trigger", label: strings.list.triggeredBy },
] as const;

export type BackupTableProps = Pick<BackupRowsProps, "rows" | "selected" | "hrefOf">;

/** Available backups: a grid with one Tab stop; arrows, Home and End move. */
export function BackupTable(props: BackupTableProps) {
  const { rows } = props;
  const { around, ...grid } = useGridNavigation(rows);
  return (
    <div {...around}>
      <Table
        role="grid"
        aria-label={strings.list.title}
        aria-rowcount={rows.length + 1}
        className={styles["table"] ?? ""}
      >
        <TableHeader role="rowgroup">
          <TableRow role="row" aria-rowindex={1} className={styles["row"] ?? ""}>
            {COLUMNS.map((column) => (
              // Fluent's header cell is a button that sorts: 1.5 KB of the first load for what these do not do.
              <th
                key={column.key}
                scope="col"
                className={`${styles["header"]} ${styles[column.key]}`}
                {...(column.key === "completed" ? { "aria-sort": "descending" } : {})}
              >
                {column.label}
                {column.key === "completed" && <span aria-hidden>&nbsp;↓</span>}
              </th>
            ))}
          </TableRow>
        </TableHeader>
        <TableBody role="rowgroup">
          {rows.length > FIRST_ROWS ? (
            <Suspense fallback={<BackupRows {...props} {...grid} rows={rows.slice(0, FIRST_ROWS)} />}>
              <VirtualRows {...props} {...grid} />
            </Suspense>
          ) : (
            <BackupRows {...props} {...grid} />
          )}
        </TableBody>
      </Table>
    </div>
  );
}
