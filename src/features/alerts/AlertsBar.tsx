import { Link } from "wouter";
import { asksForBackup, type Alert } from "../../domain/alert.ts";
import { noAlertsSentence } from "../../domain/sentences.ts";
import { useSession } from "../../queries/SessionContext.ts";
import { useAlerts } from "../../queries/useAlerts.ts";
import { alertStrings as words, unavailableWords } from "../../ui/alertStrings.ts";
import { failureWords } from "../../ui/failureStrings.ts";
import { Age } from "../../ui/Time.tsx";
import styles from "./AlertsBar.module.css";
import { BackupNowButton, type BackupNowProps } from "./BackupNowButton.tsx";
import { RichText } from "./RichText.tsx";
import { SeverityLabel } from "./SeverityLabel.tsx";

export interface AlertsBarProps extends BackupNowProps {
  href: string;
  /** Whether the page already says that the stamp does not answer. */
  connectionLost: boolean;
}

/** The worst active backup alert above the list, with its remedy, and how many more there are. */
export function AlertsBar({ href, connectionLost, onBackupNow, blocked }: AlertsBarProps) {
  const { alerts, incomplete, failure } = useAlerts();
  const active = alerts?.filter(({ state }) => state === "active") ?? [];
  const [worst] = active;
  if (!worst) {
    // Saying nothing would read as "no alerts". A lost connection is told once for the whole page.
    const silent = failure === null || connectionLost || failure.kind === "auth";
    if (silent && noAlertsSentence(alerts, incomplete) === "noneRead")
      return (
        <p className={styles["unavailable"]}>
          {words.incomplete} <Link href={href}>{words.title}</Link>
        </p>
      );
    return silent ? null : (
      <p className={styles["unavailable"]}>
        {words.unavailable(failureWords[failure.kind])}{" "}
        <Link href={href}>{unavailableWords[failure.kind] ? words.details : words.title}</Link>
      </p>
    );
  }
  return (
    <section aria-label={words.bar} className={`${styles["bar"]} ${styles[worst.severity.kind]}`}>
      <div className={styles["body"]}>
        <h2 className={styles["title"]}>
          <SeverityLabel severity={worst.severity} /> <bdi>{worst.title || words.untitled}</bdi>{" "}
          <RaisedAge alert={worst} />
        </h2>
        <div className={styles["remedy"]}>
          <RichText segments={worst.remediation} empty={words.noRemediation} />
        </div>
      </div>
      <div className={styles["actions"]}>
        {asksForBackup(worst) && <BackupNowButton onBackupNow={onBackupNow} blocked={blocked} />}
        <Link href={href}>{active.length > 1 ? words.more(active.length - 1) : words.open}</Link>
      </div>
    </section>
  );
}

function RaisedAge({ alert }: { alert: Alert }) {
  const { now } = useSession();
  if (alert.createdAt === null) return null;
  return (
    <span className={styles["age"]}>
      · <Age at={alert.createdAt} now={now} />
    </span>
  );
}
