import { Suspense, useDeferredValue } from "react";
import { Grid } from "../../ui/Grid.tsx";
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

/** As many as a window of usual height has room for. */
const FIRST_SCREEN = 16;

export type BackupTableProps = Pick<BackupRowsProps, "rows" | "selected" | "hrefOf">;

/** Available backups: a grid with one Tab stop; arrows, Home and End move. */
export function BackupTable(props: BackupTableProps) {
  const { rows } = props;
  const { around, ...grid } = useGridNavigation(rows);
  // Those in sight first: the rest of a list is drawn once they can be read.
  const whole = useDeferredValue(true, false);
  const first = (count: number) => <BackupRows {...props} {...grid} rows={rows.slice(0, count)} />;
  return (
    <div {...around}>
      <Grid
        label={strings.list.title}
        rowCount={rows.length}
        className={styles["table"]}
        rowClass={styles["row"]}
        head={COLUMNS.map((column) => (
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
      >
        {!whole || rows.length <= FIRST_ROWS ? (
          first(whole ? FIRST_ROWS : FIRST_SCREEN)
        ) : (
          <Suspense fallback={first(FIRST_ROWS)}>
            <VirtualRows {...props} {...grid} />
          </Suspense>
        )}
      </Grid>
    </div>
  );
}
