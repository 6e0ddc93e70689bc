import type { ReactNode } from "react";
import styles from "./EmptyState.module.css";

export interface EmptyStateProps {
  title: string;
  children?: ReactNode;
  /** What to do about it: buttons or links. */
  actions?: ReactNode;
}

/** In place of a list: why there is nothing to show, and what to do next. */
export function EmptyState({ title, children, actions }: EmptyStateProps) {
  return (
    <div className={styles["empty"]} role="status">
      <h3 className={styles["title"]}>{title}</h3>
      {children && <div className={styles["text"]}>{children}</div>}
      {actions && <div className={styles["actions"]}>{actions}</div>}
    </div>
  );
}
