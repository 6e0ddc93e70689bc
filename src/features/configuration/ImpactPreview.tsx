import type { DoomedBackup, Impact } from "../../domain/configurationImpact.ts";
import { Notice } from "../../ui/Notice.tsx";
import { Time } from "../../ui/Time.tsx";
import { configurationStrings } from "../../ui/configurationStrings.ts";
import styles from "./ConfigurationForm.module.css";

const words = configurationStrings.impact;

/** Backups named one by one; of many more only their number says something. */
const MOST_NAMED = 10;

export interface ImpactPreviewProps {
  impact: Impact;
  /** Whether the list of backups was read, whole, in part or not at all. */
  list: "whole" | "partial" | "none";
}

/** What saving does besides setting what was typed, told before it is done. */
export function ImpactPreview({ impact, list }: ImpactPreviewProps) {
  const { deletion, oldThumbprint } = impact;
  if (!deletion && oldThumbprint === null) return null;
  return (
    <section className={styles["impact"]} aria-label={words.title}>
      <h3 className={styles["group"]}>{words.title}</h3>
      {deletion && <Deletion deletion={deletion} list={list} />}
      {oldThumbprint !== null && (
        <Notice tone="info" title={words.oldThumbprint} details={<bdi className="mono">{oldThumbprint}</bdi>}>
          {words.certificate}
        </Notice>
      )}
    </section>
  );
}

function Deletion({
  deletion: { backups, retentionDays },
  list,
}: {
  deletion: NonNullable<Impact["deletion"]>;
  list: ImpactPreviewProps["list"];
}) {
  if (list === "none") return <Notice tone="warning" title={words.unknownList} />;
  if (backups.length === 0) return <p>{words.deletesNone(retentionDays)}</p>;
  return (
    <Notice
      tone="warning"
      title={words.deletes(backups.length, retentionDays)}
      details={<Doomed backups={backups} />}
    >
      {list === "partial" && words.partialList}
    </Notice>
  );
}

function Doomed({ backups }: { backups: readonly DoomedBackup[] }) {
  return (
    <ul className={styles["doomed"]}>
      {backups.slice(0, MOST_NAMED).map(({ id, completedAt }) => (
        <li key={id}>
          <Time at={completedAt} /> <bdi className="mono">{id}</bdi>
        </li>
      ))}
      {backups.length > MOST_NAMED && <li>{words.more(backups.length - MOST_NAMED)}</li>}
    </ul>
  );
}
