import { Button } from "@fluentui/react-components";
import { ChevronDownRegular } from "@fluentui/react-icons/headless/svg/chevron-down";
import { ChevronUpRegular } from "@fluentui/react-icons/headless/svg/chevron-up";
import { memo, useId, type ReactNode } from "react";
import { setPreferences, usePreferences } from "./preferences.ts";
import styles from "./Essentials.module.css";

export interface Essential {
  label: string;
  /** Null is shown as blank. */
  value: ReactNode;
}

export interface EssentialsProps {
  title: string;
  /** Stands above, open or not; its place is kept while it is not there. */
  lead: ReactNode;
  /** Stands below the lead, as wide as the section; null for nothing. */
  aside: ReactNode;
  left: Essential[];
  right: Essential[];
  /** Said in place of values that are not there. */
  note: ReactNode;
  /** Whether values are on their way: their place is kept. */
  loading: boolean;
}

/** The portal's collapsible Essentials, in two columns; whether it is open is remembered. */
export function Essentials({ title, lead, aside, left, right, note, loading }: EssentialsProps) {
  const { essentialsOpen } = usePreferences();
  const id = useId();
  return (
    <section aria-labelledby={`${id}-title`} className={styles["essentials"]}>
      <div className={styles["lead"]}>{lead}</div>
      <div className={styles["aside"]}>{aside}</div>
      <h2 className={styles["heading"]}>
        <Button
          id={`${id}-title`}
          appearance="transparent"
          size="small"
          className={styles["toggle"] ?? ""}
          icon={essentialsOpen ? <ChevronUpRegular /> : <ChevronDownRegular />}
          aria-expanded={essentialsOpen}
          aria-controls={`${id}-body`}
          onClick={() => setPreferences({ essentialsOpen: !essentialsOpen })}
        >
          {title}
        </Button>
      </h2>
      <div id={`${id}-body`} hidden={!essentialsOpen} aria-busy={loading} className={styles["body"]}>
        {note !== null && <div className="muted">{note}</div>}
        <Column essentials={left} />
        <Column essentials={right} />
      </div>
    </section>
  );
}

const Column = memo(function Column({ essentials }: { essentials: Essential[] }) {
  if (essentials.length === 0) return null;
  return (
    <dl className={styles["column"]}>
      {essentials.map(({ label, value }) => (
        <div key={label} className={styles["pair"]}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
});
