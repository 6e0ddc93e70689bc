import {
  Table,
  TableBody,
  TableCell,
  TableHeader,
  TableHeaderCell,
  TableRow,
  useArrowNavigationGroup,
} from "@fluentui/react-components";
import {
  memo,
  useLayoutEffect,
  useRef,
  useState,
  type FocusEvent,
  type KeyboardEvent,
  type MouseEvent,
  type ReactNode,
} from "react";
import styles from "./DataTable.module.css";
import { lazyPart } from "./lazyPart.tsx";

const WindowRows = lazyPart(() => import("./WindowRows.tsx").then((module) => module.WindowRows), "rows");

/** A longer list has only the rows in sight on the page. */
const MOST_ROWS = 100;

export interface DataColumn<Row> {
  key: string;
  label: string;
  /** Shown in the header in place of the label: a checkbox that selects all, or nothing (null). */
  header?: ReactNode;
  sortable?: boolean;
  /** The cell that names its row. */
  rowHeader?: boolean;
  /** Lays out header and cells: a share of the width. */
  className?: string | undefined;
  /**
   * In a narrow table each row is a card: a line with its label (the default), the value alone, nothing, or a place at
   * the start or the end of the card's first line.
   */
  narrow?: "labelled" | "bare" | "hidden" | "start" | "end";
  /** Whether its header stays in a narrow table, which has no other. */
  narrowHeader?: boolean;
  cell: (row: Row, selected: boolean) => ReactNode;
  /** Whether a cell holds a link, a button or a checkbox, which then takes the focus in its place. */
  interactive?: (row: Row) => boolean;
}

export interface DataTableProps<Row extends { key: string }> {
  label: string;
  rows: readonly Row[];
  /** Memoized by the caller: rows render again when it changes. */
  columns: readonly DataColumn<Row>[];
  sort?: { column: string; direction: "ascending" | "descending" };
  onSort?: (column: string) => void;
  /** Keys of the rows that are selected or open. */
  selected?: ReadonlySet<string>;
  /** Whether the operator selects rows, any number of them; one that is only open stays on the page while it scrolls. */
  multiselectable?: boolean;
  /** A click on a row outside of its controls. */
  onOpen?: (row: Row) => void;
}

/**
 * A grid of Fluent's Table primitives: one Tab stop, arrows, Home and End move; narrow, rows become cards. DataGrid
 * itself renders each cell at every change of the selection (fluentui#29908), which long lists feel.
 */
export function DataTable<Row extends { key: string }>(props: DataTableProps<Row>) {
  const { label, rows, columns, sort, onSort, selected, multiselectable = false, onOpen } = props;
  const navigation = useArrowNavigationGroup({ axis: "grid", memorizeCurrent: true });
  const [focusedKey, setFocusedKey] = useState<string | null>(null);
  const { restoreFocus, holdTable, noteFocus, noteBlur } = useKeptFocus();
  const long = rows.length > MOST_ROWS;
  const renderRow = (row: Row, index: number, measure?: (element: HTMLElement | null) => void) => (
    <DataRow
      key={row.key}
      row={row}
      index={index}
      columns={columns}
      selected={selected?.has(row.key) ?? false}
      onOpen={onOpen}
      measure={measure}
    />
  );
  /** Fluent's group leaves keys with Ctrl alone. */
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (!event.ctrlKey || (event.key !== "Home" && event.key !== "End")) return;
    const cells = [...event.currentTarget.querySelectorAll("[data-index] > *")];
    const shown = cells.filter((cell) => cell.getClientRects().length > 0);
    event.preventDefault();
    focusable(event.key === "Home" ? shown[0] : shown.at(-1))?.focus();
  };
  const first = () => rows.slice(0, MOST_ROWS).map((row, index) => renderRow(row, index));
  return (
    <div className={styles["frame"]}>
      <Table
        {...navigation}
        noNativeElements
        role="grid"
        size="small"
        aria-label={label}
        aria-rowcount={rows.length + 1}
        aria-multiselectable={multiselectable}
        className={styles["table"] ?? ""}
        ref={holdTable}
        onKeyDown={onKeyDown}
        onBlur={noteBlur}
        onFocus={(event: FocusEvent<HTMLElement>) => {
          noteFocus(event);
          if (long) setFocusedKey(keyOf(event.target, rows));
        }}
      >
        <TableHeader
          className={`${styles["header"]} ${columns.some(({ narrowHeader }) => narrowHeader) ? styles["headerStays"] : ""}`}
        >
          <TableRow aria-rowindex={1}>
            {columns.map((column) => (
              <TableHeaderCell
                key={column.key}
                sortable={column.sortable ?? false}
                {...(sort?.column === column.key && { sortDirection: sort.direction })}
                className={`${styles["cell"]} ${column.narrowHeader ? styles["stays"] : ""} ${column.className ?? ""}`}
                aria-label={column.label}
                {...(column.sortable && { button: { onClick: () => onSort?.(column.key) } })}
              >
                {column.header === undefined ? column.label : column.header}
              </TableHeaderCell>
            ))}
          </TableRow>
        </TableHeader>
        <TableBody>
          {long ? (
            <WindowRows
              rows={rows}
              kept={[focusedKey, ...(multiselectable ? [] : (selected ?? []))]}
              onShown={restoreFocus}
              renderRow={(index, measure) => {
                const row = rows[index];
                return row && renderRow(row, index, measure);
              }}
              fallback={first()}
            />
          ) : (
            first()
          )}
        </TableBody>
      </Table>
    </div>
  );
}

interface DataRowProps<Row> {
  row: Row;
  index: number;
  columns: readonly DataColumn<Row>[];
  selected: boolean;
  onOpen: ((row: Row) => void) | undefined;
  measure: ((element: HTMLElement | null) => void) | undefined;
}

function PlainDataRow<Row>({ row, index, columns, selected, onOpen, measure }: DataRowProps<Row>) {
  const open = (event: MouseEvent<HTMLElement>) => {
    const onControl = event.target instanceof Element && event.target.closest("a,button,input,label");
    // Text of a row can be selected and copied; the click that ends a selection opens nothing.
    if (onControl || window.getSelection()?.isCollapsed === false || !onOpen) return;
    // As if its link had been pressed: that is where the focus comes back to.
    event.currentTarget.querySelector("a")?.focus();
    onOpen(row);
  };
  return (
    <TableRow
      {...(measure && { ref: measure })}
      appearance={selected ? "brand" : "none"}
      aria-rowindex={index + 2}
      aria-selected={selected}
      data-index={index}
      className={`${styles["row"]} ${onOpen ? styles["opens"] : ""}`}
      {...(onOpen && { onClick: open })}
    >
      {columns.map((column) => (
        <TableCell
          key={column.key}
          role={column.rowHeader ? "rowheader" : "gridcell"}
          tabIndex={column.interactive?.(row) ? undefined : 0}
          className={`${styles["cell"]} ${styles[column.narrow ?? "labelled"]} ${column.className ?? ""}`}
          data-label={column.label}
        >
          {column.cell(row, selected)}
        </TableCell>
      ))}
    </TableRow>
  );
}

// memo() forgets that its component is generic.
const DataRow = memo(PlainDataRow) as typeof PlainDataRow;

function keyOf<Row extends { key: string }>(target: EventTarget, rows: readonly Row[]): string | null {
  const index = target instanceof Element ? target.closest("[data-index]")?.getAttribute("data-index") : null;
  return index == null ? null : (rows[Number(index)]?.key ?? null);
}

/**
 * A poll may take the focused row away, a narrow page the header, and the browser then forgets where the focus was: it
 * goes to the row in its place, in the same column.
 */
function useKeptFocus() {
  const table = useRef<HTMLElement>(null);
  const place = useRef<{ row: number; column: number } | null>(null);
  const restoreFocus = () => {
    if (!place.current || document.activeElement !== document.body) return;
    const rows = [...(table.current?.querySelectorAll("[data-index]") ?? [])];
    const row = rows.findLast((one) => Number(one.getAttribute("data-index")) <= (place.current?.row ?? 0));
    focusable(row?.children[place.current.column])?.focus({ preventScroll: true });
  };
  useLayoutEffect(restoreFocus);
  return {
    restoreFocus,
    holdTable: (element: HTMLElement | null) => {
      table.current = element;
    },
    noteFocus: ({ target }: FocusEvent<HTMLElement>) => {
      const cell = target.closest("[role=gridcell],[role=rowheader],[role=columnheader]");
      const row = cell?.parentElement;
      // The header's place is taken by the first row's link: the column may be one that a narrow page does not show.
      place.current =
        cell && row
          ? row.hasAttribute("data-index")
            ? { row: Number(row.getAttribute("data-index")), column: [...row.children].indexOf(cell) }
            : { row: 0, column: 0 }
          : null;
    },
    noteBlur: ({ target, relatedTarget }: FocusEvent<HTMLElement>) => {
      if (relatedTarget === null && getComputedStyle(target).visibility === "hidden") restoreFocus();
      else if (relatedTarget !== null || target.isConnected) place.current = null;
    },
  };
}

function focusable(cell: Element | undefined): HTMLElement | null {
  return (
    cell?.querySelector<HTMLElement>("a,button,input,[role=button]") ??
    (cell instanceof HTMLElement ? cell : null)
  );
}
