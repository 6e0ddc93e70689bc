import type { DoomedBackup, Impact } from "../../domain/configurationImpact.ts";
import { Notice } from "../../ui/Notice.tsx";
import { Time } from "../../ui/Time.tsx";
import styles from "./ConfigurationForm.module.css";
import { configurationStrings } from "./strings.ts";

const impactStrings = configurationStrings.impact;

/** Backups named one by one; of many more only their number says something. */
const MOST_NAMED = 10;

export interface DeletionImpactProps {
  deletion: NonNullable<Impact["deletion"]>;
  /** Whether the list of backups was read, whole, in part or not at all. */
  list: "whole" | "partial" | "none";
}

/** The backups that a shorter retention deletes, shown before saving. */
export function DeletionImpact(props: DeletionImpactProps) {
  return (
    <section aria-label={impactStrings.title}>
      <Deletion {...props} />
    </section>
  );
}

function Deletion({ deletion: { backups, retentionDays }, list }: DeletionImpactProps) {
  if (list === "none") {
    return (
      <Notice tone="warning" title={impactStrings.unknownList}>
        {impactStrings.unknownListText}
      </Notice>
    );
  }
  if (backups.length === 0) return <p>{impactStrings.deletesNone(retentionDays)}</p>;
  return (
    <Notice
      tone="warning"
      title={impactStrings.deletes(backups.length, retentionDays)}
      details={<BackupsToDelete backups={backups} />}
    >
      {list === "partial" && impactStrings.partialList}
    </Notice>
  );
}

/** What another certificate means for the backups that are there already. */
export function CertificateImpact({ oldThumbprint }: { oldThumbprint: string }) {
  return (
    <Notice
      tone="info"
      title={impactStrings.certificateTitle}
      details={
        <>
          {impactStrings.oldThumbprint} <bdi className="mono">{oldThumbprint}</bdi>
        </>
      }
    >
      {impactStrings.certificate}
    </Notice>
  );
}

function BackupsToDelete({ backups }: { backups: readonly DoomedBackup[] }) {
  return (
    <ul className={styles["doomed"]}>
      {backups.slice(0, MOST_NAMED).map(({ id, completedAt }) => (
        <li key={id}>
          <Time at={completedAt} /> <bdi className="mono">{id}</bdi>
        </li>
      ))}
      {backups.length > MOST_NAMED && <li>{impactStrings.more(backups.length - MOST_NAMED)}</li>}
    </ul>
  );
}
