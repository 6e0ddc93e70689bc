import { Button, Spinner } from "@fluentui/react-components";
import { ArrowClockwiseRegular } from "@fluentui/react-icons/headless/svg/arrow-clockwise";
import { useEffect, useId, useRef, useState, type ReactElement, type ReactNode } from "react";
import { useLocation } from "wouter";
import type { Alert, OverviewAction } from "../../domain/alert.ts";
import { noAlertsSentence } from "../../domain/sentences.ts";
import { useAlerts, type AlertsState } from "../../queries/useAlerts.ts";
import { useBackupsState } from "../../queries/useBackupState.ts";
import { useRefresh } from "../../queries/useRefresh.ts";
import { BladeContent } from "../../ui/Blade.tsx";
import { CommandBar } from "../../ui/CommandBar.tsx";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { FailureDetails } from "../../common/FailureDetails.tsx";
import { failureText } from "../../common/failureStrings.ts";
import { Notice } from "../../ui/Notice.tsx";
import { commonStrings } from "../../common/strings.ts";
import { ViewApi } from "../../common/ViewApi.tsx";
import { busyReason } from "../../common/busyReason.ts";
import { AlertItem } from "./AlertItem.tsx";
import styles from "./AlertsPage.module.css";
import { alertStrings, unavailableTexts } from "./strings.ts";

export interface AlertsPageProps {
  signedIn: boolean;
  overviewHref: string;
  configurationHref: string;
  /** What the overview opens with when it is shown next; null for nothing. */
  onAct: (action: OverviewAction | null) => void;
}

/** The stamp's backup alerts, active and closed. */
export function AlertsPage({ signedIn, overviewHref, configurationHref, onAct }: AlertsPageProps) {
  const [, navigate] = useLocation();
  const state = useAlerts();
  const { busy } = useBackupsState();
  const refresh = useRefresh();
  const [closed, setClosed] = useState<Alert | null>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  // An action chosen here opens once, not at every return to the overview.
  useEffect(() => onAct(null), [onAct]);
  const item = (alert: Alert) => (
    <AlertItem
      key={alert.id}
      alert={alert}
      onClosed={(one, focused) => {
        setClosed(one);
        if (focused) heading.current?.focus();
      }}
      onAct={(action) => {
        onAct(action);
        navigate(overviewHref);
      }}
      configurationHref={configurationHref}
      signedIn={signedIn}
      backupDisabledReason={signedIn ? busyReason(busy) : commonStrings.busy.signIn}
    />
  );
  const of = (wanted: Alert["state"]) => (state.alerts ?? []).filter((alert) => alert.state === wanted);
  return (
    <>
      <CommandBar
        label={alertStrings.commands}
        commands={[
          { key: "refresh", label: alertStrings.refresh, icon: <ArrowClockwiseRegular />, onClick: refresh },
        ]}
      />
      <BladeContent className={styles["page"]}>
        <h2 ref={heading} tabIndex={-1} className={styles["title"]}>
          {alertStrings.title}
        </h2>
        <p className="muted">{alertStrings.lead}</p>
        <p role="status" className="visually-hidden">
          {closed && alertStrings.closedNow(closed.title)}
        </p>
        <Trouble state={state} signedIn={signedIn} onRetry={refresh} />
        {state.alerts !== null && (
          <>
            <Group
              title={alertStrings.active}
              empty={
                noAlertsSentence(state.alerts, state.incomplete) === "none" ? (
                  <EmptyState title={alertStrings.noneActive}>{alertStrings.noneActiveText}</EmptyState>
                ) : (
                  <p className="muted">{alertStrings.noneReadText}</p>
                )
              }
            >
              {of("active").map(item)}
            </Group>
            <Group
              title={alertStrings.closed}
              empty={
                <p className="muted">
                  {noAlertsSentence(state.alerts, state.incomplete, "closed") === "none"
                    ? alertStrings.noneClosed
                    : alertStrings.noneReadText}
                </p>
              }
            >
              {of("closed").map(item)}
            </Group>
          </>
        )}
        <ViewApi actions={["alerts"]} />
      </BladeContent>
    </>
  );
}

/** The active or closed alerts, or the message for none. */
function Group({ title, empty, children }: { title: string; empty: ReactNode; children: ReactElement[] }) {
  const id = useId();
  return (
    <section aria-labelledby={id} className={styles["group"]}>
      <h3 id={id} className={styles["groupTitle"]}>
        {title} <span className="muted">{children.length}</span>
      </h3>
      {children.length > 0 ? <ul className={styles["items"]}>{children}</ul> : empty}
    </section>
  );
}

interface TroubleProps {
  state: AlertsState;
  signedIn: boolean;
  onRetry: () => void;
}

/** Why there are no alerts on the page, or why they may not be all or not the newest. */
function Trouble({ state: { alerts, incomplete, failure }, signedIn, onRetry }: TroubleProps) {
  const read = alerts !== null;
  if (!signedIn && !read) return <p className="muted">{alertStrings.signIn}</p>;
  if (failure) {
    const own = unavailableTexts[failure.kind];
    return (
      <Notice
        tone="warning"
        title={read ? alertStrings.staleTitle : alertStrings.unavailableTitle}
        details={<FailureDetails failure={failure} />}
        actions={
          <Button size="small" onClick={onRetry}>
            {alertStrings.retry}
          </Button>
        }
      >
        {read && `${alertStrings.stale} `}
        {own ?? failureText(failure)}
      </Notice>
    );
  }
  if (!read) {
    return (
      <div role="status" className={styles["loading"]}>
        <Spinner size="tiny" label={alertStrings.loading} />
      </div>
    );
  }
  return incomplete ? <Notice tone="warning" title={alertStrings.incomplete} /> : null;
}
