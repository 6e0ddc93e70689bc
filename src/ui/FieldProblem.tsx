import { ErrorCircleFilled } from "@fluentui/react-icons/headless/svg/error-circle";
import type { ReactNode } from "react";
import styles from "./TextField.module.css";

/** What is wrong with a field, right below it. */
export function FieldProblem({ id, children }: { id: string; children: ReactNode }) {
  return (
    <div id={id} className={styles["problem"]}>
      <ErrorCircleFilled fontSize={14} aria-hidden />
      <div>{children}</div>
    </div>
  );
}
