import { Button } from "@fluentui/react-components";
import { PlayRegular } from "@fluentui/react-icons/headless/svg/play";
import { WarningFilled } from "@fluentui/react-icons/headless/svg/warning";
import { useId, type ReactNode } from "react";
import type { FleetEntry } from "./fleetEntries.ts";
import { AppLink } from "../../ui/AppLink.tsx";
import { BackupStateLabel } from "../../common/BackupStateLabel.tsx";
import { useDateFormat } from "../../ui/dateFormat.ts";
import { formatDateTime } from "../../ui/format.ts";
import { Age, Time } from "../../ui/Time.tsx";
import styles from "./FleetTable.module.css";
import { fleetStrings } from "./strings.ts";
import type { FleetRowItem } from "./useFleetList.ts";

/** "Never" only if the stamp's list has been read. */
export function LastSuccess({ entry: { state, now } }: { entry: FleetEntry }) {
  const { lastSuccessAt, verdict } = state.report;
  if (lastSuccessAt !== null) return <When at={lastSuccessAt} now={now} />;
  const never = verdict.kind === "noBackupYet" || verdict.kind === "notConfigured";
  return never ? fleetStrings.never : fleetStrings.none;
}

/** How the newest ended backup ended, and how long ago. */
export function LastAttempt({ entry: { state, now } }: { entry: FleetEntry }) {
  const attempt = state.report.lastAttempt;
  if (attempt === null) return fleetStrings.none;
  return (
    <div className={styles["lines"]}>
      <BackupStateLabel state={attempt.row.state} />
      {attempt.at !== null && <Age at={attempt.at} now={now} className={styles["second"]} />}
    </div>
  );
}

/** The date keeps advancing while automatic backups are off: it is then shown as on the blade, without a countdown. */
export function NextScheduled({ entry: { state, now } }: { entry: FleetEntry }) {
  const at = state.location?.nextBackupAt ?? null;
  if (state.report.automaticOff) return <When at={at} now={now} first={fleetStrings.disabled} />;
  return at === null ? fleetStrings.none : <When at={at} now={now} />;
}

/** The age first, for comparison down the column; the instant below. */
function When({ at, now, first }: { at: number | null; now: () => number; first?: ReactNode }) {
  const dates = useDateFormat();
  return (
    <div className={styles["lines"]}>
      {first ?? (at !== null && <Age at={at} now={now} className={styles["age"]} />)}
      {at !== null && (
        <span className={styles["second"]} title={formatDateTime(at, dates)}>
          <Time at={at} />
        </span>
      )}
    </div>
  );
}

/** The way to a stamp's active alerts. Alerts that were not read are unknown, which is not none. */
export function Alerts({ entry: { stamp, state }, href }: { entry: FleetEntry; href: string }) {
  const { unknown, notRead, none, active, activeOf } = fleetStrings.alerts;
  const count = state.activeAlerts;
  if (count === null) {
    return (
      <span className="muted" title={notRead}>
        {unknown}
      </span>
    );
  }
  if (count === 0) return none;
  return (
    <AppLink to={href} aria-label={activeOf(count, stamp.title)} className={styles["alert"]}>
      <WarningFilled fontSize={16} aria-hidden /> {active(count)}
    </AppLink>
  );
}

/** Starts a backup of this stamp after a question; disabled it keeps the focus and says why. */
export function BackupNow(props: { row: FleetRowItem; onBackupNow: (stampIds: readonly string[]) => void }) {
  const { key, entry, disabledReason } = props.row;
  const reasonId = useId();
  return (
    <>
      <Button
        size="small"
        icon={<PlayRegular />}
        aria-label={fleetStrings.backupNowOf(entry.stamp.title)}
        disabledFocusable={disabledReason !== null}
        title={disabledReason ?? undefined}
        aria-describedby={disabledReason === null ? undefined : reasonId}
        onClick={() => props.onBackupNow([key])}
      >
        {fleetStrings.backupNow}
      </Button>
      {disabledReason !== null && (
        <span id={reasonId} className="visually-hidden">
          {disabledReason}
        </span>
      )}
    </>
  );
}
