import type { BackupRow } from "../../../domain/backupState.ts";
import { jobLog, spanLog, type JobLogLine } from "../../../domain/jobLog.ts";
import { CodeBlock } from "../../../ui/CodeBlock.tsx";
import { formatDateTime, formatTime } from "../../../ui/format.ts";
import { usePreferences, type TimeZoneChoice } from "../../../ui/preferences.ts";
import { paneStrings } from "../../../ui/paneStrings.ts";
import { stateText } from "../../../ui/BackupStateLabel.tsx";
import { useStampNow } from "../useStampNow.ts";

const words = paneStrings.jobLog;

/** What a PowerShell job loop would have printed for this run, copyable; the same after a reload. */
export function JobLogTab({ row }: { row: BackupRow }) {
  const now = useStampNow();
  const { timeZone } = usePreferences();
  const { operation } = row;
  const watched = operation !== null && (operation.kind !== "lost" || operation.wasRunning);
  const lines = watched ? jobLog(operation, now) : listedLog(row, now);
  if (lines.length === 0) return <p className="muted">{words.none}</p>;
  return (
    <>
      <p className="muted">{watched ? words.lead : words.leadListed}</p>
      <CodeBlock text={lines.map((line) => lineText(line, row, timeZone)).join("\n")} what={words.title} />
    </>
  );
}

/** A run nobody here watched: its start and end by the list. */
function listedLog(row: BackupRow, now: number): JobLogLine[] {
  return row.startedAt === null ? [] : spanLog(row.startedAt, row.completedAt, now);
}

function lineText(line: JobLogLine, row: BackupRow, zone: TimeZoneChoice): string {
  switch (line.kind) {
    case "started":
      return words.started(formatDateTime(line.at, zone), row.id ?? "");
    case "running":
      return words.running(formatTime(line.at, zone), line.elapsed);
    case "ended":
      return words.ended(formatTime(line.at, zone), row.id ?? "", stateText(row.state), line.elapsed);
  }
}
