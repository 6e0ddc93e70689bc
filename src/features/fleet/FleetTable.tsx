import { Checkbox } from "@fluentui/react-components";
import { createContext, use, useCallback, useMemo, useRef } from "react";
import type { FleetSort } from "../../domain/fleet.ts";
import { AppLink } from "../../ui/AppLink.tsx";
import { DataTable, type DataColumn } from "../../ui/DataTable.tsx";
import { Alerts, BackupNow, LastAttempt, LastSuccess, NextScheduled } from "./FleetCells.tsx";
import { FleetRun } from "./FleetRun.tsx";
import styles from "./FleetTable.module.css";
import { FleetVerdict } from "./FleetVerdict.tsx";
import { fleetStrings } from "./strings.ts";
import type { FleetRowItem } from "./useFleetList.ts";

const columnStrings = fleetStrings.column;

export interface FleetTableActions {
  hrefOf: (stampId: string) => string;
  alertsHrefOf: (stampId: string) => string;
  onSelect: (stampIds: readonly string[], on: boolean) => void;
  onBackupNow: (stampIds: readonly string[]) => void;
}

export interface FleetTableProps extends FleetTableActions {
  rows: FleetRowItem[];
  sort: FleetSort;
  onSort: (sort: FleetSort) => void;
  selected: ReadonlySet<string>;
  /** Whether a pointer or the focus is in the list, so that no row may move. */
  onHeld: (held: boolean) => void;
}

/** One row per stamp. The functions among its props are memoized by the caller. */
export function FleetTable(props: FleetTableProps) {
  const { rows, sort, onSort, selected, hrefOf, alertsHrefOf, onSelect, onBackupNow, onHeld } = props;
  const columns = useMemo(
    () => columnsOf({ hrefOf, alertsHrefOf, onSelect, onBackupNow }),
    [hrefOf, alertsHrefOf, onSelect, onBackupNow],
  );
  const open = useCallback(({ key }: FleetRowItem) => (location.hash = hrefOf(key)), [hrefOf]);
  const holds = useRef({ pointer: false, focus: false });
  const hold = (change: Partial<typeof holds.current>) => {
    Object.assign(holds.current, change);
    onHeld(holds.current.pointer || holds.current.focus);
  };
  const shownSelected = rows.filter(({ key }) => selected.has(key)).length;
  const selectAll: SelectAllProps = {
    checked: shownSelected === 0 ? false : shownSelected === rows.length ? true : "mixed",
    onSelect: (on) =>
      onSelect(
        rows.map(({ key }) => key),
        on,
      ),
  };
  return (
    <div
      className={styles["fleet"]}
      onPointerEnter={() => hold({ pointer: true })}
      onPointerLeave={() => hold({ pointer: false })}
      onFocus={() => hold({ focus: true })}
      onBlur={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget)) hold({ focus: false });
      }}
    >
      <SelectAllContext value={selectAll}>
        <DataTable
          label={fleetStrings.grid}
          rows={rows}
          columns={columns}
          sort={{ column: sort === "name" ? "name" : "verdict", direction: "ascending" }}
          onSort={(column) => onSort(column === "name" ? "name" : "worst")}
          selected={selected}
          multiselectable
          onOpen={open}
        />
      </SelectAllContext>
    </div>
  );
}

interface SelectAllProps {
  checked: boolean | "mixed";
  onSelect: (on: boolean) => void;
}

// Not a part of the columns: they would change with the selection, and all rows with them.
const SelectAllContext = createContext<SelectAllProps>({ checked: false, onSelect: () => undefined });

function SelectAll() {
  const { checked, onSelect } = use(SelectAllContext);
  return (
    <Checkbox
      aria-label={columnStrings.select}
      label={<span className={styles["selectAll"]}>{fleetStrings.selectAll}</span>}
      checked={checked}
      onChange={(_, data) => onSelect(data.checked === true)}
    />
  );
}

function columnsOf(actions: FleetTableActions): DataColumn<FleetRowItem>[] {
  const { hrefOf, alertsHrefOf, onSelect, onBackupNow } = actions;
  const column = (key: keyof typeof columnStrings) => ({
    key,
    label: columnStrings[key],
    className: `${styles["cell"]} ${styles[key]}`,
  });
  return [
    {
      ...column("select"),
      header: <SelectAll />,
      narrow: "start",
      narrowHeader: true,
      cell: ({ key, entry }, selected) => (
        <Checkbox
          aria-label={fleetStrings.select(entry.stamp.title)}
          checked={selected}
          onChange={(_, data) => onSelect([key], data.checked === true)}
        />
      ),
      interactive: () => true,
    },
    {
      ...column("name"),
      sortable: true,
      rowHeader: true,
      narrow: "bare",
      cell: ({ key, entry: { stamp } }) => (
        <div className={styles["lines"]}>
          <AppLink to={hrefOf(key)}>
            <bdi>{stamp.title}</bdi>
          </AppLink>
          {!saysRegion(stamp) && (
            <span className={styles["second"]} title={stamp.region}>
              <bdi>{stamp.region}</bdi>
            </span>
          )}
        </div>
      ),
      interactive: () => true,
    },
    {
      ...column("verdict"),
      sortable: true,
      narrow: "bare",
      cell: ({ key, entry }) => <FleetVerdict entry={entry} href={hrefOf(key)} />,
      interactive: ({ entry }) => entry.state.contact.kind === "signIn",
    },
    {
      ...column("run"),
      narrow: "bare",
      cell: ({ entry, start }) => <FleetRun entry={entry} start={start} />,
    },
    { ...column("success"), cell: ({ entry }) => <LastSuccess entry={entry} /> },
    { ...column("attempt"), narrow: "hidden", cell: ({ entry }) => <LastAttempt entry={entry} /> },
    { ...column("next"), cell: ({ entry }) => <NextScheduled entry={entry} /> },
    {
      ...column("capacity"),
      narrow: "hidden",
      cell: ({ entry }) => entry.state.location?.capacity ?? fleetStrings.none,
    },
    {
      ...column("alerts"),
      cell: ({ key, entry }) => <Alerts entry={entry} href={alertsHrefOf(key)} />,
      interactive: ({ entry }) => (entry.state.activeAlerts ?? 0) > 0,
    },
    {
      ...column("action"),
      header: null,
      narrow: "end",
      cell: (row) => <BackupNow row={row} onBackupNow={onBackupNow} />,
      interactive: () => true,
    },
  ];
}

/** Most titles are the region's name, which then isn't repeated. */
function saysRegion({ title, region }: { title: string; region: string }): boolean {
  return title.toLocaleLowerCase().includes(region.toLocaleLowerCase());
}
