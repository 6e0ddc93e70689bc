import type { ReactNode } from "react";
import type { BackupRow } from "../../domain/backupState.ts";
import type { BackupLocation } from "../../domain/location.ts";
import { useSession } from "../../session/SessionContext.ts";
import type { BackupsState } from "../../queries/useBackupState.ts";
import { BackupStateLabel } from "../../common/BackupStateLabel.tsx";
import type { Essential } from "../../ui/Essentials.tsx";
import { backupStrings } from "./strings.ts";
import { Age, Time } from "../../ui/Time.tsx";
import styles from "./LastBackups.module.css";

const essentialsStrings = backupStrings.essentials;

/** The newest backup of the list with its state; by the location alone where the list has none. Blank for none. */
export function LastBackup({
  location,
  state,
}: {
  location: BackupLocation;
  state: BackupsState;
}): ReactNode {
  const newest = newestOf(state);
  if (newest) return <StateAndTime row={newest} />;
  return location.lastBackupAt === null ? null : <Time at={location.lastBackupAt} />;
}

/** A line more where the newest backup is no success. */
export function lastSuccessOf(state: BackupsState): Essential[] {
  const newest = newestOf(state);
  if (!newest || newest.state.kind === "succeeded") return [];
  const success = state.rows.find((row) => row.state.kind === "succeeded" && row.completedAt !== null);
  return [
    {
      label: essentialsStrings.lastSuccess,
      value: success ? <When row={success} /> : essentialsStrings.noSuccess,
    },
  ];
}

function newestOf({ rows }: BackupsState): BackupRow | undefined {
  return rows.find(({ state }) => state.kind !== "unrecognised");
}

function StateAndTime({ row }: { row: BackupRow }) {
  return (
    <span className={styles["line"]}>
      <BackupStateLabel state={row.state} />
      {row.completedAt !== null && <Time at={row.completedAt} />}
    </span>
  );
}

function When({ row }: { row: BackupRow }) {
  const { now } = useSession();
  const at = row.completedAt ?? row.startedAt;
  if (at === null) return null;
  return (
    <span>
      {row.completedAt === null && `${backupStrings.started} `}
      <Time at={at} />{" "}
      <span className="muted">
        · <Age at={at} now={now} />
      </span>
    </span>
  );
}
