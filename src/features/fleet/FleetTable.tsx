import { useRef } from "react";
import type { FleetSort } from "../../domain/fleet.ts";
import type { FleetStartState } from "../../queries/fleetStarts.ts";
import { fleetStrings } from "../../ui/fleetStrings.ts";
import { Grid } from "../../ui/Grid.tsx";
import { useGridNavigation } from "../../ui/useGridNavigation.ts";
import { WindowRows } from "../../ui/WindowRows.tsx";
import { FleetRow, type FleetRowActions } from "./FleetRow.tsx";
import styles from "./FleetTable.module.css";
import type { FleetRowItem } from "./useFleetList.ts";

const words = fleetStrings.column;

const COLUMNS = [
  "select",
  "name",
  "verdict",
  "run",
  "success",
  "attempt",
  "next",
  "capacity",
  "alerts",
  "action",
] as const;

export interface FleetTableProps extends FleetRowActions {
  rows: FleetRowItem[];
  sort: FleetSort;
  selected: ReadonlySet<string>;
  startOf: ReadonlyMap<string, FleetStartState>;
  blockedOf: ReadonlyMap<string, string | null>;
  hrefOf: (stampId: string) => string;
  alertsHrefOf: (stampId: string) => string;
  /** Whether a pointer or the focus is in the list, so that no row may move. */
  onHeld: (held: boolean) => void;
}

/** One row per stamp: a grid with one Tab stop, of which only the rows in sight are on the page. */
export function FleetTable(props: FleetTableProps) {
  const { rows, sort, selected, startOf, blockedOf, hrefOf, alertsHrefOf, onSelect, onBackupNow, onHeld } =
    props;
  const { around, ...grid } = useGridNavigation(rows);
  const holds = useRef({ pointer: false, focus: false });
  const hold = (change: Partial<typeof holds.current>) => {
    Object.assign(holds.current, change);
    onHeld(holds.current.pointer || holds.current.focus);
  };
  const shownSelected = rows.filter(({ key }) => selected.has(key)).length;
  return (
    <div
      {...around}
      onPointerEnter={() => hold({ pointer: true })}
      onPointerLeave={() => hold({ pointer: false })}
      onFocus={(event) => {
        around.onFocus?.(event);
        hold({ focus: true });
      }}
      onBlur={(event) => {
        around.onBlur?.(event);
        if (!event.currentTarget.contains(event.relatedTarget)) hold({ focus: false });
      }}
    >
      <Grid
        label={fleetStrings.grid}
        rowCount={rows.length}
        className={styles["table"]}
        rowClass={styles["row"]}
        head={COLUMNS.map((column) => (
          <th
            key={column}
            scope="col"
            className={styles[column]}
            {...(column === (sort === "name" ? "name" : "verdict") ? { "aria-sort": "ascending" } : {})}
          >
            {column === "select" ? (
              <label className={styles["box"]}>
                <input
                  type="checkbox"
                  checked={shownSelected > 0 && shownSelected === rows.length}
                  ref={(box) => {
                    if (box) box.indeterminate = shownSelected > 0 && shownSelected < rows.length;
                  }}
                  onChange={(event) =>
                    onSelect(
                      rows.map(({ key }) => key),
                      event.target.checked,
                    )
                  }
                />
                <span className={`visually-hidden ${styles["boxLabel"]}`}>{fleetStrings.selectAll}</span>
              </label>
            ) : column === "action" ? (
              <span className="visually-hidden">{words.action}</span>
            ) : (
              <strong>{words[column]}</strong>
            )}
          </th>
        ))}
      >
        <WindowRows
          {...grid}
          rows={rows}
          selected={null}
          gapClass={styles["gap"]}
          renderRow={(index, measure) => {
            const row = rows[index];
            return (
              row && (
                <FleetRow
                  entry={row.entry}
                  index={index}
                  selected={selected.has(row.key)}
                  stop={index === grid.stop.index ? grid.stop.column : null}
                  start={startOf.get(row.key)}
                  blocked={blockedOf.get(row.key) ?? null}
                  href={hrefOf(row.key)}
                  alertsHref={alertsHrefOf(row.key)}
                  onSelect={onSelect}
                  onBackupNow={onBackupNow}
                  measure={measure}
                />
              )
            );
          }}
        />
      </Grid>
    </div>
  );
}
