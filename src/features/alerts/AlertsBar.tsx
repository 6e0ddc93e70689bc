import { MessageBar, MessageBarBody } from "@fluentui/react-components";
import type { Alert } from "../../domain/alert.ts";
import { noAlertsSentence } from "../../domain/sentences.ts";
import { useSession } from "../../session/SessionContext.ts";
import { useAlerts } from "../../queries/useAlerts.ts";
import { AppLink } from "../../ui/AppLink.tsx";
import { failureTexts } from "../../common/failureStrings.ts";
import { Age } from "../../ui/Time.tsx";
import { AlertActions, type AlertActionsProps } from "./AlertActions.tsx";
import styles from "./AlertsBar.module.css";
import { RichText } from "./RichText.tsx";
import { alertStrings, severityText, unavailableTexts } from "./strings.ts";

export interface AlertsBarProps extends Omit<AlertActionsProps, "alert"> {
  href: string;
  /** Whether the page already says that the stamp does not answer. */
  connectionLost: boolean;
}

/** The worst active backup alert above the list: its remedy, the buttons for it, and how many alerts there are. */
export function AlertsBar({ href, connectionLost, ...actions }: AlertsBarProps) {
  const { alerts, incomplete, failure } = useAlerts();
  const active = alerts?.filter(({ state }) => state === "active") ?? [];
  const [worst] = active;
  if (!worst) {
    // Showing nothing would mean "no alerts". A lost connection is shown once for the whole page.
    const silent = failure === null || connectionLost || failure.kind === "auth";
    if (silent && noAlertsSentence(alerts, incomplete) === "noneRead")
      return (
        <p className="muted">
          {alertStrings.incomplete} <AppLink to={href}>{alertStrings.title}</AppLink>
        </p>
      );
    return silent ? null : (
      <p className="muted">
        {alertStrings.unavailable(failureTexts[failure.kind])}{" "}
        <AppLink to={href}>
          {unavailableTexts[failure.kind] ? alertStrings.about : alertStrings.title}
        </AppLink>
      </p>
    );
  }
  const critical = worst.severity.kind === "critical";
  return (
    <MessageBar
      intent={critical ? "error" : "warning"}
      layout="multiline"
      role="region"
      aria-label={alertStrings.bar}
      aria-labelledby={undefined}
      className={styles["frame"] ?? ""}
    >
      <MessageBarBody>
        <div className={styles["bar"]}>
          <div className={styles["body"]}>
            <h2 className={styles["title"]}>
              <span className={styles["severity"]}>{severityText(worst.severity)}</span>{" "}
              <bdi>{worst.title || alertStrings.untitled}</bdi> <RaisedAge alert={worst} />
            </h2>
            <div className={styles["remedy"]}>
              <RichText segments={worst.remediation} empty={alertStrings.noRemediation} />
            </div>
          </div>
          <div className={styles["actions"]}>
            <AlertActions {...actions} alert={worst} />
            <AppLink to={href}>{alertStrings.view(active.length)}</AppLink>
          </div>
        </div>
      </MessageBarBody>
    </MessageBar>
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
