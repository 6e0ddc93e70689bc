import { PlayFilled } from "@fluentui/react-icons/headless/svg/play";
import { WarningFilled } from "@fluentui/react-icons/headless/svg/warning";
import { memo, useId, type ReactNode } from "react";
import { Link } from "wouter";
import type { FleetStartState } from "../../queries/fleetStarts.ts";
import type { FleetEntry } from "../../queries/fleetStore.ts";
import { BackupStateLabel } from "../../ui/BackupStateLabel.tsx";
import { Button } from "@fluentui/react-components";
import { fleetStrings } from "../../ui/fleetStrings.ts";
import { Age, Time } from "../../ui/Time.tsx";
import { FleetRun } from "./FleetRun.tsx";
import styles from "./FleetTable.module.css";
import { FleetVerdict } from "./FleetVerdict.tsx";

const words = fleetStrings.column;

export interface FleetRowActions {
  onSelect: (stampIds: readonly string[], on: boolean) => void;
  onBackupNow: (stampIds: readonly string[]) => void;
}

export interface FleetRowProps extends FleetRowActions {
  entry: FleetEntry;
  /** Its place in the whole list. */
  index: number;
  selected: boolean;
  /** Column of the grid's one Tab stop, where it is in this row. */
  stop: number | null;
  start: FleetStartState | undefined;
  /** Why Backup now cannot be pressed. */
  blocked: string | null;
  href: string;
  alertsHref: string;
  measure: (row: HTMLElement | null) => void;
}

/** One stamp. Remembered: an answer renders the rows that it changes. */
export const FleetRow = memo(function FleetRow(props: FleetRowProps) {
  const { entry, index, selected, stop, start, blocked, href, alertsHref, onSelect, onBackupNow, measure } =
    props;
  const { stamp, state, now } = entry;
  const { report, location } = state;
  const reasonId = useId();
  const tabIndexOf = (column: number) => (column === stop ? 0 : -1);
  const cell = (column: number, name: keyof typeof words, content: ReactNode) => (
    <td role="gridcell" tabIndex={tabIndexOf(column)} className={styles[name]} data-label={words[name]}>
      {content}
    </td>
  );
  return (
    <tr
      ref={measure}
      role="row"
      aria-rowindex={index + 2}
      data-index={index}
      aria-selected={selected}
      className={`${styles["row"]} ${selected ? styles["lit"] : ""}`}
    >
      <td role="gridcell" className={styles["select"]}>
        <input
          type="checkbox"
          aria-label={fleetStrings.select(stamp.title)}
          tabIndex={tabIndexOf(0)}
          checked={selected}
          onChange={(event) => onSelect([stamp.id], event.target.checked)}
        />
      </td>
      <td role="rowheader" className={styles["name"]}>
        <Link href={href} tabIndex={tabIndexOf(1)}>
          <bdi>{stamp.title}</bdi>
        </Link>
        <span className={styles["second"]}>
          <bdi>{stamp.region}</bdi>
        </span>
      </td>
      {cell(2, "verdict", <FleetVerdict entry={entry} href={href} />)}
      {cell(3, "run", <FleetRun entry={entry} start={start} />)}
      {cell(
        4,
        "success",
        report.lastSuccessAt === null ? noSuccess(entry) : <When at={report.lastSuccessAt} now={now} />,
      )}
      {cell(
        5,
        "attempt",
        report.lastAttempt === null ? (
          fleetStrings.none
        ) : (
          <>
            <BackupStateLabel state={report.lastAttempt.row.state} />
            {report.lastAttempt.at !== null && (
              <span className={styles["second"]}>
                <Age at={report.lastAttempt.at} now={now} />
              </span>
            )}
          </>
        ),
      )}
      {cell(
        6,
        "next",
        <NextScheduled at={location?.nextBackupAt ?? null} disabled={report.automaticOff} now={now} />,
      )}
      {cell(7, "capacity", location?.capacity ?? fleetStrings.none)}
      <td role="gridcell" className={styles["alerts"]} data-label={words.alerts}>
        <Alerts count={state.activeAlerts} title={stamp.title} href={alertsHref} tabIndex={tabIndexOf(8)} />
      </td>
      <td role="gridcell" className={styles["action"]}>
        <Button
          size="small"
          icon={<PlayFilled fontSize={16} />}
          tabIndex={tabIndexOf(9)}
          aria-label={fleetStrings.backupNowOf(stamp.title)}
          title={blocked ?? fleetStrings.backupNowOf(stamp.title)}
          disabledFocusable={blocked !== null}
          aria-describedby={blocked === null ? undefined : reasonId}
          onClick={() => onBackupNow([stamp.id])}
        />
        {blocked !== null && (
          <span id={reasonId} className="visually-hidden">
            {blocked}
          </span>
        )}
      </td>
    </tr>
  );
});

/** The way to its active alerts; "—" where the stamp has not told them. */
function Alerts(props: { count: number | null; title: string; href: string; tabIndex: number }) {
  const { count, title, href, tabIndex } = props;
  if (!count) return <span tabIndex={tabIndex}>{count === 0 ? "0" : fleetStrings.none}</span>;
  return (
    <Link href={href} tabIndex={tabIndex} aria-label={fleetStrings.alertsOf(count, title)}>
      <WarningFilled fontSize={16} aria-hidden /> {fleetStrings.alerts(count)}
    </Link>
  );
}

/** Its age first, as that is what is compared down the column; the instant below it. */
function When({ at, now }: { at: number; now: () => number }) {
  return (
    <>
      <Age at={at} now={now} />
      <span className={styles["second"]}>
        <Time at={at} />
      </span>
    </>
  );
}

/** The date keeps advancing while automatic backups are off: it is then told as on the blade, and not counted down to. */
function NextScheduled({ at, disabled, now }: { at: number | null; disabled: boolean; now: () => number }) {
  if (!disabled) return at === null ? fleetStrings.none : <When at={at} now={now} />;
  return (
    <>
      {fleetStrings.disabled}
      {at !== null && (
        <span className={styles["second"]}>
          <Time at={at} />
        </span>
      )}
    </>
  );
}

/** "Never" only where the stamp has told its list. */
function noSuccess({ state }: FleetEntry): string {
  const kind = state.report.verdict.kind;
  return kind === "noBackupYet" || kind === "notConfigured" ? fleetStrings.never : fleetStrings.none;
}
