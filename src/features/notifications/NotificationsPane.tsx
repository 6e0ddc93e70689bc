import { Switch } from "@fluentui/react-components";
import { useEffect } from "react";
import { isTerminal, type Operation } from "../../domain/operation.ts";
import { useSession } from "../../queries/SessionContext.ts";
import { setPreferences, usePreferences } from "../../ui/preferences.ts";
import { SidePane } from "../../ui/SidePane.tsx";
import { runStrings } from "../../ui/runStrings.ts";
import { Age, Time } from "../../ui/Time.tsx";
import { describe } from "./describe.ts";
import styles from "./NotificationsPane.module.css";
import { useNotifications } from "./useNotifications.ts";

const words = runStrings.notifications;

/** What toasts said, kept across reloads: one notification per run, updated in place. Opening it reads them. */
export function NotificationsPane({
  open,
  hrefOf,
  onClose,
}: {
  open: boolean;
  hrefOf: (backupId: string) => string;
  onClose: () => void;
}) {
  const session = useSession();
  const { runs, unread } = useNotifications();
  useEffect(() => {
    if (open && unread > 0) setPreferences({ notificationsReadAt: session.now() });
  }, [open, unread, session]);
  return (
    <SidePane open={open} label={words.title} title={words.title} closeLabel={words.close} onClose={onClose}>
      <div className={styles["body"]}>
        <DesktopSwitch />
        {runs.length === 0 ? (
          <p className="muted">{words.none}</p>
        ) : (
          <ul className={styles["list"]}>
            {runs.map((run) => (
              <li key={run.key} className={styles["item"]}>
                <Item run={run} hrefOf={hrefOf} onFollow={onClose} />
              </li>
            ))}
          </ul>
        )}
      </div>
    </SidePane>
  );
}

function Item({
  run,
  hrefOf,
  onFollow,
}: {
  run: Operation;
  hrefOf: (backupId: string) => string;
  onFollow: () => void;
}) {
  const session = useSession();
  const at = isTerminal(run) ? run.endedAt : (run.startedAt ?? (run.kind === "running" ? run.seenAt : null));
  return (
    <>
      <p>{describe(run, session.now())}</p>
      <p className={styles["when"]}>
        {at !== null && (
          <>
            <Time at={at} /> · <Age at={at} now={session.now} />
          </>
        )}
        {run.id !== null && (
          <>
            {" "}
            ·{" "}
            <a href={`#${hrefOf(run.id)}`} onClick={onFollow}>
              {words.details}
            </a>
          </>
        )}
      </p>
    </>
  );
}

/** Opt-in: the browser is asked only when the operator asks for it. */
function DesktopSwitch() {
  const { notifyInBackground } = usePreferences();
  const possible = "Notification" in window && window.isSecureContext;
  const denied = possible && Notification.permission === "denied";
  const change = async (wanted: boolean) => {
    const granted = wanted && (await Notification.requestPermission()) === "granted";
    setPreferences({ notifyInBackground: granted });
  };
  return (
    <div>
      <Switch
        label={words.desktop}
        checked={possible && notifyInBackground && !denied}
        disabled={!possible || denied}
        onChange={(_, { checked }) => void change(checked)}
      />
      {(!possible || denied) && (
        <p className="muted">{denied ? words.desktopDenied : words.desktopImpossible}</p>
      )}
    </div>
  );
}
