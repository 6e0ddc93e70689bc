import { PersonRegular } from "@fluentui/react-icons/headless/svg/person";
import type { ReactNode } from "react";
import styles from "./SignIn.module.css";

/** Who is signed in and until when, in one quiet line. */
export function SessionLine({
  who,
  actions,
  children,
}: {
  who: ReactNode;
  actions?: ReactNode;
  children?: ReactNode;
}) {
  return (
    <div className={styles["line"]}>
      <span className={styles["facts"]}>
        <PersonRegular fontSize={16} aria-hidden />
        <span>{who}</span>
        {children && (
          <>
            <span aria-hidden>·</span>
            {children}
          </>
        )}
      </span>
      {actions && <span className={styles["actions"]}>{actions}</span>}
    </div>
  );
}
