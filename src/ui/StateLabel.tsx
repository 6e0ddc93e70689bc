import type { ReactNode } from "react";
import styles from "./StateLabel.module.css";

export type StateTone = "good" | "busy" | "warning" | "bad" | "neutral";

/** A status: icon and word, never colour alone; only "good" is green. */
export function StateLabel({
  tone,
  icon,
  children,
}: {
  tone: StateTone;
  icon: ReactNode;
  children: ReactNode;
}) {
  return (
    <span className={styles["state"]}>
      <span className={`${styles["icon"]} ${styles[tone]}`} aria-hidden>
        {icon}
      </span>
      <span>{children}</span>
    </span>
  );
}
