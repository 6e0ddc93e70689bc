import { useRestoreFocusTarget } from "@fluentui/react-components";
import { useEffect, useMemo, useRef, useState, type RefObject } from "react";
import { isAutomatic, type BackupRow } from "../../domain/backupState.ts";
import { formatSpan } from "../../domain/duration.ts";
import {
  isSortColumn,
  sortAfterPress,
  sortOfParam,
  sortParam,
  sortRows,
  type BackupSort,
} from "../../domain/sortRows.ts";
import { useSession } from "../../session/SessionContext.ts";
import { AppLink } from "../../ui/AppLink.tsx";
import { BackupStateLabel } from "../../common/BackupStateLabel.tsx";
import { DataTable, type DataColumn } from "../../ui/DataTable.tsx";
import { useHashParam } from "../../ui/hashLocation.ts";
import { lazyPart } from "../../ui/lazyPart.tsx";
import { backupStrings } from "./strings.ts";
import { Age, Time } from "../../ui/Time.tsx";
import styles from "./BackupTable.module.css";
import { Elapsed } from "./Elapsed.tsx";

const listStrings = backupStrings.list;

// For narrow tables alone.
const SortChoice = lazyPart(() => import("./SortChoice.tsx").then((module) => module.SortChoice));

export interface BackupTableProps {
  rows: readonly BackupRow[];
  /** Further columns, remembered by the caller. */
  more?: readonly DataColumn<BackupRow>[];
  /** Key of the row whose details are open. */
  selected: string | null;
  hrefOf: (backupId: string) => string;
}

/** Available backups: sorted by a press on a header, or on narrow pages by a choice. */
export function BackupTable({ rows, more, selected, hrefOf }: BackupTableProps) {
  const [param, setParam] = useHashParam("sort");
  const sort = useMemo(() => sortOfParam(param), [param]);
  const setSort = (next: BackupSort) => setParam(sortParam(next));
  const sorted = useMemo(() => sortRows(rows, sort), [rows, sort]);
  const columns = useMemo(() => [...columnsOf(hrefOf), ...(more ?? [])], [hrefOf, more]);
  const selectedKeys = useMemo(() => new Set(selected === null ? [] : [selected]), [selected]);
  const choice = useRef<HTMLDivElement>(null);
  const narrow = useIsShown(choice);
  return (
    <div className={styles["table"]}>
      <div ref={choice} className={styles["choice"]}>
        {narrow && <SortChoice sort={sort} onSort={setSort} />}
      </div>
      <DataTable
        label={listStrings.title}
        rows={sorted}
        columns={columns}
        sort={sort}
        onSort={(column) => isSortColumn(column) && setSort(sortAfterPress(sort, column))}
        selected={selectedKeys}
        onOpen={(row) => {
          if (row.id !== null) location.hash = hrefOf(row.id);
        }}
      />
    </div>
  );
}

/** Whether the style sheet gives an element any room. */
function useIsShown(element: RefObject<HTMLElement | null>): boolean {
  const [shown, setShown] = useState(false);
  useEffect(() => {
    if (!element.current) return;
    const observer = new ResizeObserver(([entry]) => setShown((entry?.contentRect.width ?? 0) > 0));
    observer.observe(element.current);
    return () => observer.disconnect();
  }, [element]);
  return shown;
}

function columnsOf(hrefOf: (backupId: string) => string): DataColumn<BackupRow>[] {
  const sortable = true;
  return [
    {
      key: "name",
      label: listStrings.name,
      sortable,
      rowHeader: true,
      narrow: "bare",
      className: styles["name"],
      cell: ({ id }) => <Name id={id} hrefOf={hrefOf} />,
      interactive: ({ id }) => id !== null,
    },
    {
      key: "completed",
      label: listStrings.completed,
      sortable,
      narrow: "bare",
      className: styles["completed"],
      cell: (row) => <Completed row={row} />,
    },
    {
      key: "state",
      label: listStrings.state,
      sortable,
      narrow: "bare",
      className: styles["state"],
      cell: (row) => (
        <>
          <BackupStateLabel state={row.state} />
          {!row.listed && row.state.kind === "succeeded" && (
            <span className="muted">&nbsp;· {listStrings.waiting}</span>
          )}
          {row.otherStatuses.length > 0 && (
            <span className="muted">&nbsp;· {listStrings.twice(row.otherStatuses.length + 1)}</span>
          )}
        </>
      ),
    },
    {
      key: "duration",
      label: listStrings.duration,
      sortable,
      narrow: "hidden",
      className: styles["duration"],
      cell: ({ backup }) => (backup?.tookMs == null ? listStrings.noDate : formatSpan(backup.tookMs)),
    },
    {
      key: "trigger",
      label: listStrings.trigger,
      sortable,
      narrow: "hidden",
      className: styles["trigger"],
      cell: triggerText,
    },
  ];
}

function Name({ id, hrefOf }: { id: string | null; hrefOf: (backupId: string) => string }) {
  const restoreFocus = useRestoreFocusTarget();
  if (id === null) return <span className="muted">{listStrings.unrecognisedName}</span>;
  return (
    <AppLink {...restoreFocus} to={hrefOf(id)} dir="auto">
      <span className="mono">{id}</span>
    </AppLink>
  );
}

function Completed({ row }: { row: BackupRow }) {
  const session = useSession();
  if (row.completedAt === null) {
    if (row.state.kind !== "inProgress" || row.since === null) return listStrings.noDate;
    return (
      <span className="muted">
        {listStrings.runningFor} <Elapsed since={row.since} />
      </span>
    );
  }
  return (
    <span>
      <Time at={row.completedAt} /> <Age at={row.completedAt} now={session.now} className={styles["age"]} />
    </span>
  );
}

/** Who started it, in a word. */
export function triggerText(row: BackupRow): string {
  const automatic = isAutomatic(row);
  if (automatic === null) return listStrings.unknownTrigger;
  return automatic ? listStrings.scheduled : listStrings.onDemand;
}
