import { Button, Field, ProgressBar, Select } from "@fluentui/react-components";
import { useState } from "react";
import { filterRows, NO_FILTER } from "../../domain/backupFilter.ts";
import { recordsCsv } from "../../domain/recordsCsv.ts";
import { useBackupsState, useLocationState } from "../../queries/useBackupState.ts";
import { useRecordsOfPeriod } from "../../queries/useRecordsOfPeriod.ts";
import { useSession } from "../../session/SessionContext.ts";
import { download } from "../../ui/download.ts";
import { formatNumber } from "../../ui/format.ts";
import styles from "./HistoryPage.module.css";
import { recordsStrings } from "./strings.ts";

const PERIODS = [7, 14, 30, 90];
/** More would keep the stamp busy with a thousand questions. */
const MOST = 500;

/** The verification records of a period as one CSV file: requests list entry and job result of each backup. */
export function RecordsExport() {
  const { stamp, now } = useSession();
  const { rows } = useBackupsState();
  const { location } = useLocationState();
  const { progress, collect, cancel } = useRecordsOfPeriod(location);
  const [days, setDays] = useState(14);
  const [saved, setSaved] = useState<{ all: number; verified: number } | null>(null);
  const found = filterRows(rows, { ...NO_FILTER, period: { kind: "last", days } }, now());
  const asked = found.slice(0, MOST);
  const save = async () => {
    setSaved(null);
    const records = await collect(asked);
    if (records === null) return;
    const day = new Date(now()).toISOString().slice(0, 10);
    download(`verification-records-${stamp.id}-${day}-${days}d.csv`, "text/csv", recordsCsv(records));
    setSaved({
      all: records.length,
      verified: records.filter(({ verdict }) => verdict === "verified").length,
    });
  };
  return (
    <>
      <p className="muted">{recordsStrings.lead}</p>
      <div className={styles["records"]}>
        <Field label={recordsStrings.period}>
          <Select
            value={days}
            disabled={progress !== null}
            onChange={(_, { value }) => {
              setDays(Number(value));
              setSaved(null);
            }}
          >
            {PERIODS.map((one) => (
              <option key={one} value={one}>
                {recordsStrings.lastDays(one)}
              </option>
            ))}
          </Select>
        </Field>
        {progress ? (
          <Button onClick={cancel}>{recordsStrings.cancel}</Button>
        ) : (
          <Button disabledFocusable={asked.length === 0} onClick={() => void save()}>
            {recordsStrings.download(formatNumber(asked.length), asked.length)}
          </Button>
        )}
      </div>
      {progress && (
        <ProgressBar
          aria-label={recordsStrings.asking(progress.done, progress.all)}
          value={progress.done}
          max={progress.all}
        />
      )}
      <p role="status" className="muted">
        {progress
          ? recordsStrings.asking(progress.done, progress.all)
          : saved
            ? recordsStrings.saved(saved.all, saved.verified)
            : found.length > MOST && recordsStrings.most(formatNumber(MOST))}
      </p>
    </>
  );
}
