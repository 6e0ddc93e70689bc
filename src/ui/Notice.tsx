import { MessageBar, MessageBarBody, MessageBarTitle } from "@fluentui/react-components";
import type { ReactNode } from "react";
import styles from "./Notice.module.css";

export type NoticeTone = "info" | "success" | "warning" | "error";

export interface NoticeProps {
  tone: NoticeTone;
  title: string;
  children?: ReactNode;
  /** The server's message and request id, separate from our text. */
  details?: ReactNode;
  actions?: ReactNode;
}

/**
 * Fluent's MessageBar: what happened, what is still true and what to do. Its own announcements need a provider and
 * `ariaNotify`; a live region works in every browser. Actions are beside the text if there is room:
 * MessageBarActions would be below it, or keep it from wrapping.
 */
export function Notice({ tone, title, children, details, actions }: NoticeProps) {
  return (
    <MessageBar
      intent={tone}
      layout="multiline"
      role={tone === "error" ? "alert" : "status"}
      className={styles["notice"] ?? ""}
    >
      <MessageBarBody className={styles["bar"] ?? ""}>
        <div className={styles["text"]}>
          <MessageBarTitle className={styles["title"] ?? ""}>{title}</MessageBarTitle> {children}
          {details && <div className={styles["details"]}>{details}</div>}
        </div>
        {actions && <div className={styles["actions"]}>{actions}</div>}
      </MessageBarBody>
    </MessageBar>
  );
}
