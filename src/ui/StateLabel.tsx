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
    <span className={`${styles["state"]} ${styles[tone]}`}>
      {icon}
      {typeof children === "string" ? children : <span>{children}</span>}
    </span>
  );
}
