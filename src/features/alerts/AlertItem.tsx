import { useId, useRef, type ReactNode } from "react";
import { asksForBackup, type Alert } from "../../domain/alert.ts";
import type { Failure } from "../../domain/failure.ts";
import { useSession } from "../../queries/SessionContext.ts";
import { alertStrings as words } from "../../ui/alertStrings.ts";
import { Button } from "@fluentui/react-components";
import { Facts } from "../../ui/Facts.tsx";
import { FailureDetails } from "../../ui/FailureDetails.tsx";
import { failureAdvice, failureWords } from "../../ui/failureStrings.ts";
import { Notice } from "../../ui/Notice.tsx";
import { Age, Time } from "../../ui/Time.tsx";
import styles from "./AlertItem.module.css";
import { BackupNowButton, type BackupNowProps } from "./BackupNowButton.tsx";
import { CloseQuestion } from "./CloseQuestion.tsx";
import { RichText } from "./RichText.tsx";
import { SeverityLabel } from "./SeverityLabel.tsx";

export interface AlertItemProps extends BackupNowProps {
  alert: Alert;
  /** Where its closing stands; null while nobody asked for it. */
  closing: "asking" | "sent" | Failure | null;
  onAsk: (asking: boolean) => void;
  onClose: (user: string) => void;
}

/** One alert: what it is, since when, what to do, and all that support asks for. */
export function AlertItem({ alert, closing, onAsk, onClose, onBackupNow, blocked }: AlertItemProps) {
  const id = useId();
  const opener = useRef<HTMLDivElement>(null);
  const past = alert.state === "closed";
  const failure = closing !== null && typeof closing === "object" ? closing : null;
  const cancel = () => {
    onAsk(false);
    opener.current?.querySelector<HTMLElement>("button:last-of-type")?.focus();
  };
  return (
    <li>
      <article
        aria-labelledby={id}
        className={`${styles["alert"]} ${past ? "" : styles[alert.severity.kind]}`}
      >
        <header className={styles["header"]}>
          <SeverityLabel severity={alert.severity} past={past} />
          <h3 id={id} className={styles["title"]}>
            <bdi>{alert.title || words.untitled}</bdi>
          </h3>
        </header>
        <p className={styles["times"]}>
          <When label={words.raised} at={alert.createdAt} />
          {!past && alert.updatedAt !== alert.createdAt && (
            <When label={words.repeated} at={alert.updatedAt} />
          )}
          {past && (
            <When label={words.closedAt} at={alert.closedAt}>
              {" "}
              <bdi>{alert.closedBy ? words.closedBy(alert.closedBy) : words.closedByStamp}</bdi>
            </When>
          )}
        </p>
        {!past && (
          <>
            <h4 className={styles["what"]}>{words.whatToDo}</h4>
            <RichText segments={alert.remediation} empty={words.noRemediation} />
          </>
        )}
        <AlertDetails alert={alert} />
        {failure && (
          <Notice tone="error" title={words.notClosedTitle} details={<FailureDetails failure={failure} />}>
            {failureWords[failure.kind]} {failureAdvice[failure.kind]}
          </Notice>
        )}
        {!past && (
          <div ref={opener} className={styles["actions"]}>
            {asksForBackup(alert) && <BackupNowButton onBackupNow={onBackupNow} blocked={blocked} />}
            <Button
              size="small"
              aria-expanded={closing === "asking"}
              disabledFocusable={closing === "sent"}
              onClick={() => onAsk(closing !== "asking")}
            >
              {closing === "sent" ? words.closing : words.close}
            </Button>
          </div>
        )}
        {closing === "asking" && <CloseQuestion onClose={onClose} onCancel={cancel} />}
      </article>
    </li>
  );
}

function When({ label, at, children }: { label: string; at: number | null; children?: ReactNode }) {
  const { now } = useSession();
  if (at === null && children === undefined) return null;
  return (
    <span>
      {label}{" "}
      {at !== null && (
        <>
          <Time at={at} /> · <Age at={at} now={now} />
        </>
      )}
      {children}
    </span>
  );
}

function AlertDetails({ alert }: { alert: Alert }) {
  return (
    <details>
      <summary>{words.facts}</summary>
      <div className={styles["details"]}>
        <h4 className={styles["what"]}>{words.what}</h4>
        <RichText segments={alert.description} empty={words.noDescription} />
        {alert.state === "closed" && (
          <>
            <h4 className={styles["what"]}>{words.whatToDo}</h4>
            <RichText segments={alert.remediation} empty={words.noRemediation} />
          </>
        )}
        <Facts
          facts={[
            {
              label: words.impacted,
              value: <bdi>{alert.impactedResource ?? alert.impactedResourceId ?? ""}</bdi>,
            },
            { label: words.faultType, value: null, copy: alert.faultTypeId },
            { label: words.faultId, value: null, copy: alert.faultId },
            { label: words.alertId, value: null, copy: alert.id },
          ]}
        />
      </div>
    </details>
  );
}
