import { ProgressBar } from "@fluentui/react-components";
import { WarningFilled } from "@fluentui/react-icons/headless/svg/warning";
import type { BackupRow } from "../../domain/backupState.ts";
import { formatElapsed, formatSpan } from "../../domain/duration.ts";
import { progressFraction } from "../../domain/progress.ts";
import type { FleetStartState } from "./fleetStarts.ts";
import type { FleetEntry } from "./fleetEntries.ts";
import { BackupStateLabel } from "../../common/BackupStateLabel.tsx";
import { useEverySecond } from "../../ui/clock.ts";
import { StateLabel } from "../../ui/StateLabel.tsx";
import { commonStrings } from "../../common/strings.ts";
import styles from "./FleetTable.module.css";
import { fleetStrings } from "./strings.ts";

const runStrings = fleetStrings.run;

export interface FleetRunProps {
  entry: FleetEntry;
  start: FleetStartState | undefined;
}

/** What runs on a stamp: its state, how long, and an estimate that is named one. */
export function FleetRun({ entry, start }: FleetRunProps) {
  const { busy } = entry.state;
  if (busy?.kind === "running") return <Running entry={entry} row={busy.row} />;
  if (busy?.kind === "posting" || start?.kind === "starting" || start?.kind === "waiting") {
    return <span className="muted">{runStrings.starting}</span>;
  }
  if (start?.kind === "refused" || start?.kind === "busy") return <Doubt text={runStrings.notStarted} />;
  if (busy?.kind === "unknownOutcome") return <Doubt text={runStrings.possiblyStarted} />;
  return null;
}

function Doubt({ text }: { text: string }) {
  return (
    <StateLabel tone="warning" icon={<WarningFilled />}>
      {text}
    </StateLabel>
  );
}

function Running({ entry, row }: { entry: FleetEntry; row: BackupRow }) {
  useEverySecond();
  const { estimate } = entry.state;
  const elapsed = row.since === null ? null : Math.max(0, entry.now() - row.since.at);
  const known = elapsed !== null && row.since?.exact === true && estimate.totalMs !== null;
  const percent = known ? Math.floor(progressFraction(elapsed, estimate.totalMs ?? 0) * 100) : undefined;
  const text =
    elapsed === null
      ? ""
      : `${row.since?.exact === false ? `${commonStrings.atLeast} ` : ""}${formatElapsed(elapsed)}${known ? leftText(elapsed, estimate) : ""}`;
  return (
    <div className={`${styles["lines"]} ${styles["running"]}`}>
      <BackupStateLabel state={row.state} />
      <ProgressBar
        aria-label={runStrings.progress(entry.stamp.title)}
        max={100}
        {...(percent !== undefined && { value: percent })}
      />
      <span className={styles["second"]} title={text}>
        {text}
      </span>
    </div>
  );
}

/** An estimate of minutes: seconds would promise too much. */
const MINUTE_MS = 60_000;

function leftText(elapsed: number, { totalMs, usualMs }: FleetEntry["state"]["estimate"]): string {
  if (elapsed > usualMs) return ` · ${runStrings.over}`;
  return totalMs === null || elapsed >= totalMs
    ? ""
    : ` · ${runStrings.left(formatSpan(Math.ceil((totalMs - elapsed) / MINUTE_MS) * MINUTE_MS))}`;
}
