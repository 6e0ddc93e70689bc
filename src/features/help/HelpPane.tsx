import { SidePane } from "../../ui/SidePane.tsx";
import styles from "./HelpPane.module.css";
import { helpStrings } from "./strings.ts";

/** Meanings of the states, and the keyboard shortcuts. No external links: stamps may be air-gapped. */
export function HelpPane({ open, onClose }: { open: boolean; onClose: () => void }) {
  return (
    <SidePane
      open={open}
      label={helpStrings.title}
      title={helpStrings.title}
      closeLabel={helpStrings.close}
      onClose={onClose}
    >
      <div className={styles["body"]}>
        <p>{helpStrings.lead}</p>
        <h3>{helpStrings.statesTitle}</h3>
        <Terms terms={helpStrings.states} />
        <h3>{helpStrings.keysTitle}</h3>
        <Terms terms={helpStrings.keys} />
        <h3>{helpStrings.troubleshootingTitle}</h3>
        <Terms terms={helpStrings.troubleshooting} />
        <h3>{helpStrings.documentationTitle}</h3>
        <p>{helpStrings.documentation}</p>
        <p className="muted">{helpStrings.version(import.meta.env.VITE_VERSION)}</p>
      </div>
    </SidePane>
  );
}

function Terms({ terms }: { terms: readonly (readonly [string, string])[] }) {
  return (
    <dl className={styles["terms"]}>
      {terms.map(([term, meaning]) => (
        <div key={term}>
          <dt>{term}</dt>
          <dd>{meaning}</dd>
        </div>
      ))}
    </dl>
  );
}
