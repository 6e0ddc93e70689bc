import { MessageBar, MessageBarBody, MessageBarTitle } from "@fluentui/react-components";
import type { ReactNode } from "react";
import styles from "./Notice.module.css";

export type NoticeTone = "info" | "success" | "warning" | "error";

export interface NoticeProps {
  tone: NoticeTone;
  title: string;
  children?: ReactNode;
  /** The server's own words and request id, set apart from ours. */
  details?: ReactNode;
  actions?: ReactNode;
}

/**
 * Fluent's MessageBar: what happened, what is still true and what to do. Its own announcement needs a provider and
 * `ariaNotify`; a live region's role is heard in every browser. Actions stand beside the text where there is room:
 * MessageBarActions stand below it, or keep it from wrapping.
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
          <MessageBarTitle>{title}</MessageBarTitle> {children}
          {details && <div className={styles["details"]}>{details}</div>}
        </div>
        {actions && <div className={styles["actions"]}>{actions}</div>}
      </MessageBarBody>
    </MessageBar>
  );
}
