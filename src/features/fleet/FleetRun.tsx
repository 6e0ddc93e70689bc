import { WarningFilled } from "@fluentui/react-icons/headless/svg/warning";
import { formatElapsed, formatSpan } from "../../domain/duration.ts";
import type { BackupRow } from "../../domain/backupState.ts";
import { progressFraction } from "../../domain/progress.ts";
import type { FleetStartState } from "../../queries/fleetStarts.ts";
import type { FleetEntry } from "../../queries/fleetStore.ts";
import { BackupStateLabel } from "../../ui/BackupStateLabel.tsx";
import { useSecondBeat } from "../../ui/clock.ts";
import { fleetStrings } from "../../ui/fleetStrings.ts";
import { StateLabel } from "../../ui/StateLabel.tsx";
import { strings } from "../../ui/strings.ts";
import styles from "./FleetTable.module.css";

const words = fleetStrings.run;

export interface FleetRunProps {
  entry: FleetEntry;
  start: FleetStartState | undefined;
}

/** What runs on a stamp: its state, how long, and an estimate that is named one. */
export function FleetRun({ entry, start }: FleetRunProps) {
  const { busy } = entry.state;
  if (busy?.kind === "running") return <Running entry={entry} row={busy.row} />;
  if (busy?.kind === "posting" || start?.kind === "starting" || start?.kind === "waiting") {
    return <span className="muted">{words.starting}…</span>;
  }
  if (start?.kind === "refused" || start?.kind === "busy") {
    return (
      <StateLabel tone="warning" icon={<WarningFilled />}>
        {words.notStarted}
      </StateLabel>
    );
  }
  if (busy?.kind === "unknownOutcome") return <span>{words.unknown}</span>;
  return null;
}

function Running({ entry, row }: { entry: FleetEntry; row: BackupRow }) {
  useSecondBeat();
  const { estimate } = entry.state;
  const elapsed = row.since === null ? null : Math.max(0, entry.now() - row.since.at);
  const known = elapsed !== null && row.since?.exact === true && estimate.totalMs !== null;
  const percent = known ? Math.floor(progressFraction(elapsed, estimate.totalMs ?? 0) * 100) : null;
  return (
    <>
      <BackupStateLabel state={row.state} />
      <div
        role="progressbar"
        aria-label={words.progress(entry.stamp.title)}
        aria-valuemin={0}
        aria-valuemax={100}
        {...(percent === null ? {} : { "aria-valuenow": percent })}
        className={styles["track"]}
      >
        <div
          className={`${styles["fill"]} ${percent === null ? styles["indeterminate"] : ""}`}
          style={percent === null ? undefined : { width: `${percent}%` }}
        />
      </div>
      {elapsed !== null && (
        <span className={styles["second"]}>
          {row.since?.exact === false && `${strings.atLeast} `}
          {formatElapsed(elapsed)}
          {known && leftText(elapsed, estimate)}
        </span>
      )}
    </>
  );
}

/** An estimate of minutes: seconds would promise too much. */
const MINUTE_MS = 60_000;

function leftText(elapsed: number, { totalMs, usualMs }: FleetEntry["state"]["estimate"]): string {
  if (elapsed > usualMs) return ` · ${words.over}`;
  return totalMs === null || elapsed >= totalMs
    ? ""
    : ` · ${words.left(formatSpan(Math.ceil((totalMs - elapsed) / MINUTE_MS) * MINUTE_MS))}`;
}
