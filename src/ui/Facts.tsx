import type { ReactNode } from "react";
import { CopyButton } from "./CopyButton.tsx";
import styles from "./Facts.module.css";
import { strings } from "./strings.ts";

export interface Fact {
  label: string;
  value: ReactNode;
  /** Text of a machine, shown as such, with a copy button. */
  copy?: string | null;
}

/** Labels and values below one another. */
export function Facts({ facts }: { facts: Fact[] }) {
  return (
    <dl className={styles["facts"]}>
      {facts.map(({ label, value, copy }) => (
        <div key={label} className={styles["fact"]}>
          <dt>{label}</dt>
          <dd>
            {copy ? (
              <>
                <bdi className="mono">{copy}</bdi> <CopyButton text={copy} what={label.toLowerCase()} />
              </>
            ) : (
              (value ?? strings.none)
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}
