import { DismissRegular } from "@fluentui/react-icons/svg/dismiss";
import { useId, type ReactNode } from "react";
import { Link } from "wouter";
import type { BackupLocation } from "../../domain/location.ts";
import { useLocationState } from "../../queries/useBackupState.ts";
import { FailureDetails } from "../../ui/FailureDetails.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { failureAdvice, failureWords } from "../../ui/failureStrings.ts";
import { paneStrings } from "../../ui/paneStrings.ts";
import { strings } from "../../ui/strings.ts";
import styles from "./ConfigurationPane.module.css";
import { Button } from "../../ui/Button.tsx";

const words = paneStrings.configuration;

/** Configuration as a blade beside the list: the stamp's settings, read only for now. */
export function ConfigurationPane({ backHref, onClose }: { backHref: string; onClose: () => void }) {
  const id = useId();
  const { location, failure } = useLocationState();
  return (
    <section aria-labelledby={id} className={styles["pane"]}>
      <header className={styles["header"]}>
        <h2 id={id} className={styles["title"]}>
          {words.title}
        </h2>
        <Button appearance="subtle" icon={<DismissRegular />} aria-label={words.close} onClick={onClose} />
      </header>
      <p className={styles["back"]}>
        <Link href={backHref}>{words.toBackups}</Link>
      </p>
      {location ? (
        <Settings location={location} />
      ) : failure ? (
        <Notice tone="error" title={words.failed} details={<FailureDetails failure={failure} />}>
          {failureWords[failure.kind]} {failureAdvice[failure.kind]}
        </Notice>
      ) : (
        <p className="muted">{words.loading}</p>
      )}
    </section>
  );
}

function Settings({ location }: { location: BackupLocation }) {
  const none = strings.essentials.none;
  return (
    <>
      <dl className={styles["settings"]}>
        <Setting label={words.storage}>{location.path ?? strings.essentials.onStamp}</Setting>
        <Setting label={words.userName}>{location.userName || none}</Setting>
      </dl>
      <h3 className={styles["group"]}>{words.schedule}</h3>
      <dl className={styles["settings"]}>
        <Setting label={words.frequency}>{location.frequencyHours ?? none}</Setting>
        <Setting label={words.retention}>{location.retentionDays ?? none}</Setting>
      </dl>
      <h3 className={styles["group"]}>{words.encryption}</h3>
      <dl className={styles["settings"]}>
        <Setting label={words.thumbprint}>{location.thumbprint || none}</Setting>
      </dl>
      <p className="muted">{words.readOnly}</p>
    </>
  );
}

function Setting({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className={styles["setting"]}>
      <dt>{label}</dt>
      <dd>
        <bdi>{children}</bdi>
      </dd>
    </div>
  );
}
