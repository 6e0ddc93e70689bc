import { ArrowClockwiseRegular } from "@fluentui/react-icons/headless/svg/arrow-clockwise";
import { useEffect, useRef, useState } from "react";
import { useLocation } from "wouter";
import { toFailure } from "../../api/errors.ts";
import type { Alert } from "../../domain/alert.ts";
import { noAlertsSentence } from "../../domain/sentences.ts";
import { useAlerts } from "../../queries/useAlerts.ts";
import { useBackupsState } from "../../queries/useBackupState.ts";
import { useCloseAlert } from "../../queries/useCloseAlert.ts";
import { useRefresh } from "../../queries/useRefresh.ts";
import { alertStrings as words } from "../../ui/alertStrings.ts";
import { CommandBar } from "../../ui/CommandBar.tsx";
import { strings } from "../../ui/strings.ts";
import { whyBusy } from "../../ui/whyBusy.ts";
import { AlertGroup } from "./AlertGroup.tsx";
import { AlertItem, type AlertItemProps } from "./AlertItem.tsx";
import styles from "./AlertsPage.module.css";
import { AlertsTrouble } from "./AlertsTrouble.tsx";

export interface AlertsPageProps {
  signedIn: boolean;
  overviewHref: string;
  /** Has the overview open with the question of Backup now, or without it. */
  onAsk: (asking: boolean) => void;
}

/** The stamp's backup alerts, active and closed. */
export function AlertsPage({ signedIn, overviewHref, onAsk }: AlertsPageProps) {
  const [, navigate] = useLocation();
  const { alerts, incomplete, failure } = useAlerts();
  const { busy } = useBackupsState();
  const refresh = useRefresh();
  const close = useCloseAlert();
  const [asking, setAsking] = useState<string | null>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const blocked = signedIn ? whyBusy(busy) : strings.busy.signIn;
  // What was asked for here is asked once, not at every return to the overview.
  useEffect(() => onAsk(false), [onAsk]);
  const onBackupNow = () => {
    onAsk(true);
    navigate(overviewHref);
  };
  const closeAs = (alert: Alert, user: string) => {
    setAsking(null);
    // What had the focus goes with the alert, once it is closed.
    close.mutate({ alert, user }, { onSuccess: () => heading.current?.focus() });
  };
  const item = (alert: Alert) => (
    <AlertItem
      key={alert.id}
      alert={alert}
      closing={closingOf(alert.id)}
      onAsk={(open) => setAsking(open ? alert.id : null)}
      onClose={(user) => closeAs(alert, user)}
      onBackupNow={onBackupNow}
      blocked={blocked}
    />
  );
  const closingOf = (id: string): AlertItemProps["closing"] => {
    if (asking === id) return "asking";
    if (close.variables?.alert.id !== id) return null;
    if (close.isPending) return "sent";
    return close.error ? toFailure(close.error) : null;
  };
  const of = (state: Alert["state"]) => alerts?.filter((alert) => alert.state === state) ?? [];
  return (
    <>
      <CommandBar
        label={words.commands}
        commands={[
          { key: "refresh", label: words.refresh, icon: <ArrowClockwiseRegular />, onClick: refresh },
        ]}
      />
      <div className={styles["page"]}>
        <h2 ref={heading} tabIndex={-1} className={styles["title"]}>
          {words.title}
        </h2>
        <p className="muted">{words.lead}</p>
        <p role="status" className="visually-hidden">
          {close.isSuccess && words.closedNow(close.variables.alert.title)}
        </p>
        <AlertsTrouble
          signedIn={signedIn}
          read={alerts !== null}
          incomplete={incomplete}
          failure={failure}
          onRetry={refresh}
        />
        {alerts !== null && (
          <>
            <AlertGroup
              title={words.active}
              emptyTitle={incomplete ? null : words.noneActive}
              empty={
                noAlertsSentence(alerts, incomplete) === "none" ? words.noneActiveText : words.noneReadText
              }
            >
              {of("active").map(item)}
            </AlertGroup>
            <AlertGroup title={words.closed} emptyTitle={null} empty={words.noneClosed}>
              {of("closed").map(item)}
            </AlertGroup>
          </>
        )}
      </div>
    </>
  );
}
