import { useId, type ReactElement } from "react";
import styles from "./AlertsPage.module.css";

export interface AlertGroupProps {
  title: string;
  emptyTitle: string | null;
  empty: string;
  children: ReactElement[];
}

/** The active or the closed alerts, or the word that there are none. */
export function AlertGroup({ title, emptyTitle, empty, children }: AlertGroupProps) {
  const id = useId();
  return (
    <section aria-labelledby={id} className={styles["group"]}>
      <h3 id={id} className={styles["groupTitle"]}>
        {title} <span className="muted">{children.length}</span>
      </h3>
      {children.length > 0 ? (
        <ul className={styles["items"]}>{children}</ul>
      ) : (
        <p>
          {emptyTitle !== null && <strong>{emptyTitle}. </strong>}
          <span className="muted">{empty}</span>
        </p>
      )}
    </section>
  );
}
