import { Suspense, useDeferredValue, useMemo } from "react";
import { sortRows } from "../../domain/sortRows.ts";
import { useBackupSort } from "../../queries/useBackupSort.ts";
import { AtRest } from "../../ui/AtRest.tsx";
import { Grid } from "../../ui/Grid.tsx";
import { lazyPart } from "../../ui/lazyPart.ts";
import { strings } from "../../ui/strings.ts";
import { useGridNavigation } from "../../ui/useGridNavigation.ts";
import { BackupRows, FIRST_ROWS, type BackupRowsProps } from "./BackupRows.tsx";
import { BackupRowsMissing } from "./BackupRowsMissing.tsx";
import styles from "./BackupTable.module.css";
import { BackupTableHead } from "./BackupTableHead.tsx";

const VirtualRows = lazyPart(() =>
  import("./VirtualRows.tsx").then(
    (module) => module.VirtualRows,
    () => BackupRowsMissing,
  ),
);

const SortChoice = lazyPart(() => import("./SortChoice.tsx").then((module) => module.SortChoice));

/** As many as a window of usual height has room for. */
const FIRST_SCREEN = 16;

export type BackupTableProps = Pick<BackupRowsProps, "rows" | "selected" | "hrefOf">;

/** Available backups: a grid with one Tab stop; arrows, Home and End move, also to the header, which sorts. */
export function BackupTable(props: BackupTableProps) {
  const [sort, onSort] = useBackupSort();
  const rows = useMemo(() => sortRows(props.rows, sort), [props.rows, sort]);
  const { around, ...grid } = useGridNavigation(rows, { header: true });
  // Those in sight first: the rest of a list is drawn once they can be read.
  const whole = useDeferredValue(true, false);
  const first = (count: number) => <BackupRows {...props} {...grid} rows={rows.slice(0, count)} />;
  return (
    <>
      <div className={styles["choice"]}>
        <AtRest>
          <SortChoice sort={sort} onSort={onSort} />
        </AtRest>
      </div>
      <div {...around}>
        <Grid
          label={strings.list.title}
          rowCount={rows.length}
          className={styles["table"]}
          rowClass={styles["row"]}
          head={<BackupTableHead sort={sort} onSort={onSort} stop={grid.stop} />}
        >
          {!whole || rows.length <= FIRST_ROWS ? (
            first(whole ? FIRST_ROWS : FIRST_SCREEN)
          ) : (
            <Suspense fallback={first(FIRST_ROWS)}>
              <VirtualRows {...props} {...grid} rows={rows} />
            </Suspense>
          )}
        </Grid>
      </div>
    </>
  );
}
