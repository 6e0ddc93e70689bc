import { MessageBar, MessageBarActions, MessageBarBody, MessageBarTitle } from "@fluentui/react-components";
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
 * `ariaNotify`; a live region's role is heard in every browser.
 */
export function Notice({ tone, title, children, details, actions }: NoticeProps) {
  return (
    <MessageBar
      intent={tone}
      layout={details ? "multiline" : "auto"}
      role={tone === "error" ? "alert" : "status"}
      className={styles["notice"] ?? ""}
    >
      <MessageBarBody>
        <MessageBarTitle>{title}</MessageBarTitle> {children}
        {details && <div className={styles["details"]}>{details}</div>}
      </MessageBarBody>
      {actions && <MessageBarActions>{actions}</MessageBarActions>}
    </MessageBar>
  );
}
