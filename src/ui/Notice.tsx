import { ErrorCircleFilled } from "@fluentui/react-icons/headless/svg/error-circle";
import { InfoFilled } from "@fluentui/react-icons/headless/svg/info";
import { WarningFilled } from "@fluentui/react-icons/headless/svg/warning";
import type { ReactNode } from "react";
import styles from "./Notice.module.css";

export type NoticeTone = "info" | "warning" | "error";

const ICONS: Record<NoticeTone, ReactNode> = {
  info: <InfoFilled fontSize={20} aria-hidden />,
  warning: <WarningFilled fontSize={20} aria-hidden />,
  error: <ErrorCircleFilled fontSize={20} aria-hidden />,
};

export interface NoticeProps {
  tone: NoticeTone;
  title: string;
  children?: ReactNode;
  /** The server's own words and request id, set apart from ours. */
  details?: ReactNode;
  actions?: ReactNode;
}

/**
 * A bar that says what happened, what is still true and what to do. Spoken politely when it appears. Our own and not
 * Fluent's MessageBar: it must show when the connection is lost, so it can be neither heavy nor loaded then.
 */
export function Notice({ tone, title, children, details, actions }: NoticeProps) {
  return (
    <div className={`${styles["notice"]} ${styles[tone]}`} role={tone === "error" ? "alert" : "status"}>
      <span className={styles["icon"]}>{ICONS[tone]}</span>
      <div className={styles["body"]}>
        <p>
          <strong>{title}</strong> {children}
        </p>
        {details && <div className={styles["details"]}>{details}</div>}
      </div>
      {actions && <div className={styles["actions"]}>{actions}</div>}
    </div>
  );
}
