import { SidePane } from "../../ui/SidePane.tsx";
import styles from "./HelpPane.module.css";
import { helpStrings as words } from "./strings.ts";

/** What the states mean and which keys there are. Nothing is fetched from elsewhere: stamps stand behind air gaps. */
export function HelpPane({ open, onClose }: { open: boolean; onClose: () => void }) {
  return (
    <SidePane open={open} label={words.title} title={words.title} closeLabel={words.close} onClose={onClose}>
      <div className={styles["body"]}>
        <p>{words.lead}</p>
        <h3>{words.statesTitle}</h3>
        <Terms terms={words.states} />
        <h3>{words.keysTitle}</h3>
        <Terms terms={words.keys} />
        <h3>{words.troubleshootingTitle}</h3>
        <Terms terms={words.troubleshooting} />
        <h3>{words.documentationTitle}</h3>
        <p>{words.documentation}</p>
        <p className="muted">{words.version(import.meta.env.VITE_VERSION)}</p>
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
