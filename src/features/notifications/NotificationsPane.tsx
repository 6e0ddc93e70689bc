import { Field, Switch } from "@fluentui/react-components";
import { useEffect } from "react";
import { isTerminal } from "../../domain/operation.ts";
import { useSession } from "../../session/SessionContext.ts";
import { useBackupsState } from "../../queries/useBackupState.ts";
import { AppLink } from "../../ui/AppLink.tsx";
import { STATE_APPEARANCE } from "../../common/BackupStateLabel.tsx";
import { Card } from "../../ui/Card.tsx";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { setPreferences, usePreferences } from "../../ui/preferences.ts";
import { SidePane } from "../../ui/SidePane.tsx";
import { StateLabel } from "../../ui/StateLabel.tsx";
import { Age, Time } from "../../ui/Time.tsx";
import { describe, faceOf, stageOf } from "./describe.ts";
import styles from "./NotificationsPane.module.css";
import { notificationStrings } from "./strings.ts";
import { useNotifications, type NotifiedRun } from "./useNotifications.ts";

/** Past toasts, kept across reloads: one notification per run, updated in place. Opening marks them as read. */
export function NotificationsPane({
  open,
  hrefOf,
  onClose,
}: {
  open: boolean;
  hrefOf: (stampId: string, backupId: string) => string;
  onClose: () => void;
}) {
  const { runs, unread, markRead } = useNotifications();
  useEffect(() => {
    if (open && unread > 0) markRead();
  }, [open, unread, markRead]);
  return (
    <SidePane
      open={open}
      label={notificationStrings.title}
      title={notificationStrings.title}
      closeLabel={notificationStrings.close}
      onClose={onClose}
    >
      <div className={styles["body"]}>
        <DesktopSwitch />
        {runs.length === 0 ? (
          <EmptyState title={notificationStrings.noneTitle}>{notificationStrings.none}</EmptyState>
        ) : (
          <ul className={styles["list"]}>
            {runs.map((run) => (
              <li key={`${run.session.stamp.id} ${run.operation.key}`}>
                <Item {...run} hrefOf={hrefOf} onOpen={onClose} />
              </li>
            ))}
          </ul>
        )}
      </div>
    </SidePane>
  );
}

interface ItemProps extends NotifiedRun {
  hrefOf: (stampId: string, backupId: string) => string;
  /** Its details open over the page, as the pane does. */
  onOpen: () => void;
}

function Item({ session, operation: run, hrefOf, onOpen }: ItemProps) {
  const isOpen = session === useSession();
  const { rows } = useBackupsState();
  const stage = isOpen ? stageOf(rows, run) : "running";
  const sentence = describe(run, stage, session.now());
  const { tone, icon } = STATE_APPEARANCE[faceOf(run, stage)];
  const at = isTerminal(run) ? run.endedAt : (run.startedAt ?? (run.kind === "running" ? run.seenAt : null));
  return (
    <Card>
      <StateLabel tone={tone} icon={icon}>
        {isOpen ? sentence : notificationStrings.of(session.stamp.title, sentence)}
      </StateLabel>
      <p className={styles["when"]}>
        {at !== null && (
          <span>
            <Time at={at} /> · <Age at={at} now={session.now} />
          </span>
        )}
        {run.id !== null && (
          <AppLink to={hrefOf(session.stamp.id, run.id)} onClick={onOpen}>
            {notificationStrings.details}
          </AppLink>
        )}
      </p>
    </Card>
  );
}

/** Opt-in: requests the browser's permission only when the operator turns this on. */
function DesktopSwitch() {
  const { notifyInBackground } = usePreferences();
  const possible = "Notification" in window && window.isSecureContext;
  const denied = possible && Notification.permission === "denied";
  const change = async (wanted: boolean) => {
    const granted = wanted && (await Notification.requestPermission()) === "granted";
    setPreferences({ notifyInBackground: granted });
  };
  return (
    <Field
      {...(!possible && { hint: notificationStrings.desktopImpossible })}
      {...(denied && { hint: notificationStrings.desktopDenied })}
    >
      <Switch
        label={notificationStrings.desktop}
        checked={possible && notifyInBackground && !denied}
        disabled={!possible || denied}
        onChange={(_, { checked }) => void change(checked)}
      />
    </Field>
  );
}
