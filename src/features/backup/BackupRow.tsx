import { memo } from "react";
import type { BackupRow as Row } from "../../domain/backupState.ts";
import { formatSpan } from "../../domain/duration.ts";
import { useSession } from "../../queries/SessionContext.ts";
import { Age, Time } from "../../ui/Time.tsx";
import { strings } from "../../ui/strings.ts";
import { BackupStateLabel } from "../../ui/BackupStateLabel.tsx";
import styles from "./BackupTable.module.css";
import { Elapsed } from "./Elapsed.tsx";
import { triggerText } from "./triggerText.ts";

export interface BackupRowProps {
  row: Row;
  /** Its place in the whole list. */
  index: number;
  selected: boolean;
  /** Column of the grid's one Tab stop, where it is in this row. */
  stop: number | null;
  hrefOf: (backupId: string) => string;
  measure?: (row: HTMLElement | null) => void;
}

/** One backup of the list. Remembered: a long list renders at every scroll, its rows only when they change. */
export const BackupRow = memo(function BackupRow(props: BackupRowProps) {
  const { row, index, selected, stop, hrefOf, measure } = props;
  const lit = selected || row.state.kind === "inProgress" || row.state.kind === "finishing";
  const tabIndexOf = (column: number) => (column === stop ? 0 : -1);
  return (
    <tr
      {...(measure && { ref: measure })}
      role="row"
      aria-rowindex={index + 2}
      data-index={index}
      aria-selected={selected}
      className={`${styles["row"]} ${lit ? styles["lit"] : ""}`}
    >
      {row.id === null ? (
        <td role="rowheader" tabIndex={tabIndexOf(0)} className={styles["name"]}>
          <span className="muted">{strings.list.unrecognisedName}</span>
        </td>
      ) : (
        <td role="rowheader" className={styles["name"]}>
          {/* A plain anchor: addresses are in the hash, and a router's link in each row costs more than the row. */}
          <a href={`#${hrefOf(row.id)}`} dir="auto" className="mono" tabIndex={tabIndexOf(0)}>
            {row.id}
          </a>
        </td>
      )}
      <td role="gridcell" tabIndex={tabIndexOf(1)} className={styles["completed"]}>
        <CompletedCell row={row} />
      </td>
      <td role="gridcell" tabIndex={tabIndexOf(2)} className={styles["state"]}>
        <BackupStateLabel state={row.state} />
        {!row.listed && row.state.kind === "succeeded" && (
          <span className="muted">&nbsp;· {strings.list.waiting}</span>
        )}
        {row.otherWords.length > 0 && (
          <span className="muted">&nbsp;· {strings.list.twice(row.otherWords.length + 1)}</span>
        )}
      </td>
      <td role="gridcell" tabIndex={tabIndexOf(3)} className={styles["duration"]}>
        {row.backup?.tookMs == null ? strings.list.noDate : formatSpan(row.backup.tookMs)}
      </td>
      <td role="gridcell" tabIndex={tabIndexOf(4)} className={styles["trigger"]}>
        {triggerText(row)}
      </td>
    </tr>
  );
});

function CompletedCell({ row }: { row: Row }) {
  const session = useSession();
  if (row.completedAt === null) {
    if (row.state.kind !== "inProgress" || row.since === null) return strings.list.noDate;
    return (
      <span className="muted">
        {strings.list.runningFor} <Elapsed since={row.since} />
      </span>
    );
  }
  return (
    <>
      <Time at={row.completedAt} /> · <Age at={row.completedAt} now={session.now} className={styles["age"]} />
    </>
  );
}
