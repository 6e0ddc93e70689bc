import type { BackupRow } from "../../../domain/backupState.ts";
import { jobLog, spanLog, type JobLogLine } from "../../../domain/jobLog.ts";
import { CodeBlock } from "../../../ui/CodeBlock.tsx";
import { formatDateTime, formatTime, type DateFormat } from "../../../ui/format.ts";
import { useDateFormat } from "../../../ui/dateFormat.ts";
import { stateText } from "../../../common/BackupStateLabel.tsx";
import { useStampNow } from "../useStampNow.ts";
import { jobLogStrings } from "./strings.ts";

/** What a PowerShell job loop would have printed for this run, copyable; the same after a reload. */
export function JobLogTab({ row }: { row: BackupRow }) {
  const now = useStampNow();
  const dates = useDateFormat();
  const { operation } = row;
  const watched = operation !== null && (operation.kind !== "lost" || operation.wasRunning);
  // The start that the facts show: the stamp's own, which the operation need not know to the second.
  const lines = watched ? jobLog(operation, now, row.startedAt) : listedLog(row, now);
  if (lines.length === 0) return <p className="muted">{jobLogStrings.none}</p>;
  return (
    <>
      <p className="muted">{watched ? jobLogStrings.lead : jobLogStrings.leadListed}</p>
      <CodeBlock
        text={lines.map((line) => lineText(line, row, dates)).join("\n")}
        what={jobLogStrings.title}
        follow
      />
    </>
  );
}

/** An untracked run: its start and end from the list. */
function listedLog(row: BackupRow, now: number): JobLogLine[] {
  return row.startedAt === null ? [] : spanLog(row.startedAt, row.completedAt, now);
}

function lineText(line: JobLogLine, row: BackupRow, dates: DateFormat): string {
  switch (line.kind) {
    case "started":
      return jobLogStrings.started(formatDateTime(line.at, dates), row.id ?? "");
    case "running":
      return jobLogStrings.running(formatTime(line.at, dates), line.elapsed);
    case "ended":
      return jobLogStrings.ended(
        formatTime(line.at, dates),
        row.id ?? "",
        stateText(row.state),
        line.elapsed,
      );
  }
}
