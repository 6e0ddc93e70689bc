import {
  Accordion,
  AccordionHeader,
  AccordionItem,
  AccordionPanel,
  Button,
} from "@fluentui/react-components";
import { useEffect, useId, useRef, useState, type ReactNode } from "react";
import type { Alert } from "../../domain/alert.ts";
import { useSession } from "../../session/SessionContext.ts";
import { useCloseAlert } from "../../queries/useCloseAlert.ts";
import { Card } from "../../ui/Card.tsx";
import { Facts } from "../../ui/Facts.tsx";
import { FailureDetails } from "../../common/FailureDetails.tsx";
import { failureText } from "../../common/failureStrings.ts";
import { Notice } from "../../ui/Notice.tsx";
import { Age, Time } from "../../ui/Time.tsx";
import { AlertActions, type AlertActionsProps } from "./AlertActions.tsx";
import styles from "./AlertItem.module.css";
import { CloseQuestion } from "./CloseQuestion.tsx";
import { RichText } from "./RichText.tsx";
import { SEVERITY_APPEARANCE, SeverityLabel } from "./SeverityLabel.tsx";
import { alertStrings } from "./strings.ts";

export interface AlertItemProps extends AlertActionsProps {
  /** `focused`: the focus is in this alert, which will leave its place now. */
  onClosed: (alert: Alert, focused: boolean) => void;
}

/** One alert: what, since when, what to do, and details for support. */
export function AlertItem({ alert, onClosed, ...actions }: AlertItemProps) {
  const id = useId();
  const article = useRef<HTMLLIElement>(null);
  const [asking, setAsking] = useState(false);
  const { close, pending, failure } = useCloseAlert(alert, () =>
    onClosed(alert, article.current?.contains(document.activeElement) ?? false),
  );
  const past = alert.state === "closed";
  const asked = useRef(false);
  // The confirmation replaces its button, and returns the focus to it when closed.
  useEffect(() => {
    if (asked.current && !asking)
      article.current?.querySelector<HTMLElement>("button[data-close-alert]")?.focus();
    asked.current = asking;
  }, [asking]);
  return (
    <li ref={article}>
      <Card
        role="article"
        aria-labelledby={id}
        tone={past ? undefined : SEVERITY_APPEARANCE[alert.severity.kind].tone}
        className={styles["alert"] ?? ""}
      >
        <header className={styles["header"]}>
          <SeverityLabel severity={alert.severity} past={past} />
          <h4 id={id} className={styles["title"]}>
            <bdi>{alert.title || alertStrings.untitled}</bdi>
          </h4>
        </header>
        <p className={styles["times"]}>
          <When label={alertStrings.raised} at={alert.createdAt} />
          {!past && alert.updatedAt !== alert.createdAt && (
            <When label={alertStrings.repeated} at={alert.updatedAt} />
          )}
          {past && (
            <When label={alertStrings.closedAt} at={alert.closedAt}>
              {" "}
              <bdi>{alert.closedBy ? alertStrings.closedBy(alert.closedBy) : alertStrings.closedByStamp}</bdi>
            </When>
          )}
        </p>
        {!past && (
          <>
            <h5 className={styles["what"]}>{alertStrings.whatToDo}</h5>
            <RichText segments={alert.remediation} empty={alertStrings.noRemediation} />
          </>
        )}
        <AlertDetails alert={alert} />
        {failure && !past && !pending && (
          <Notice
            tone="error"
            title={alertStrings.notClosedTitle}
            details={<FailureDetails failure={failure} />}
          >
            {failureText(failure)}
          </Notice>
        )}
        {!past && !asking && (
          <div className={styles["actions"]}>
            <AlertActions alert={alert} {...actions} />
            <Button size="small" data-close-alert disabledFocusable={pending} onClick={() => setAsking(true)}>
              {pending ? alertStrings.closing : alertStrings.close}
            </Button>
          </div>
        )}
        {!past && asking && (
          <CloseQuestion
            onClose={(user) => {
              setAsking(false);
              close(user);
            }}
            onCancel={() => setAsking(false)}
          />
        )}
      </Card>
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
    <Accordion collapsible className={styles["details"] ?? ""}>
      <AccordionItem value="details">
        <AccordionHeader as="h5" size="small">
          {alertStrings.facts}
        </AccordionHeader>
        <AccordionPanel className={styles["panel"] ?? ""}>
          <div>
            <h5 className={styles["what"]}>{alertStrings.what}</h5>
            <RichText segments={alert.description} empty={alertStrings.noDescription} />
          </div>
          {alert.state === "closed" && (
            <div>
              <h5 className={styles["what"]}>{alertStrings.whatToDo}</h5>
              <RichText segments={alert.remediation} empty={alertStrings.noRemediation} />
            </div>
          )}
          <Facts
            facts={[
              {
                label: alertStrings.impacted,
                value: <bdi>{alert.impactedResource ?? alert.impactedResourceId ?? ""}</bdi>,
              },
              { label: alertStrings.faultType, value: null, copy: alert.faultTypeId },
              { label: alertStrings.faultId, value: null, copy: alert.faultId },
              { label: alertStrings.alertId, value: null, copy: alert.id },
            ]}
          />
        </AccordionPanel>
      </AccordionItem>
    </Accordion>
  );
}
