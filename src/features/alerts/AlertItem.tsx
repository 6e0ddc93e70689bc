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
import { failureAdvice, failureWords } from "../../common/failureStrings.ts";
import { Notice } from "../../ui/Notice.tsx";
import { Age, Time } from "../../ui/Time.tsx";
import { AlertActions, type AlertActionsProps } from "./AlertActions.tsx";
import styles from "./AlertItem.module.css";
import { CloseQuestion } from "./CloseQuestion.tsx";
import { RichText } from "./RichText.tsx";
import { SeverityLabel } from "./SeverityLabel.tsx";
import { alertStrings as words } from "./strings.ts";

export interface AlertItemProps extends AlertActionsProps {
  /** `focused`: the focus is in this alert, which will leave its place now. */
  onClosed: (alert: Alert, focused: boolean) => void;
}

/** One alert: what it is, since when, what to do, and all that support asks for. */
export function AlertItem({ alert, onClosed, ...actions }: AlertItemProps) {
  const id = useId();
  const article = useRef<HTMLLIElement>(null);
  const [asking, setAsking] = useState(false);
  const { close, pending, failure } = useCloseAlert(alert, () =>
    onClosed(alert, article.current?.contains(document.activeElement) ?? false),
  );
  const past = alert.state === "closed";
  const asked = useRef(false);
  // The question stands in the place of the button that opened it, and gives the focus back with it.
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
        className={`${styles["alert"]} ${past ? "" : styles[alert.severity.kind]}`}
      >
        <header className={styles["header"]}>
          <SeverityLabel severity={alert.severity} past={past} />
          <h4 id={id} className={styles["title"]}>
            <bdi>{alert.title || words.untitled}</bdi>
          </h4>
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
            <h5 className={styles["what"]}>{words.whatToDo}</h5>
            <RichText segments={alert.remediation} empty={words.noRemediation} />
          </>
        )}
        <AlertDetails alert={alert} />
        {failure && !past && !pending && (
          <Notice tone="error" title={words.notClosedTitle} details={<FailureDetails failure={failure} />}>
            {failureWords[failure.kind]} {failureAdvice[failure.kind]}
          </Notice>
        )}
        {!past && !asking && (
          <div className={styles["actions"]}>
            <AlertActions alert={alert} {...actions} />
            <Button size="small" data-close-alert disabledFocusable={pending} onClick={() => setAsking(true)}>
              {pending ? words.closing : words.close}
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
          {words.facts}
        </AccordionHeader>
        <AccordionPanel className={styles["panel"] ?? ""}>
          <div>
            <h5 className={styles["what"]}>{words.what}</h5>
            <RichText segments={alert.description} empty={words.noDescription} />
          </div>
          {alert.state === "closed" && (
            <div>
              <h5 className={styles["what"]}>{words.whatToDo}</h5>
              <RichText segments={alert.remediation} empty={words.noRemediation} />
            </div>
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
        </AccordionPanel>
      </AccordionItem>
    </Accordion>
  );
}
