import { Card } from "../../../ui/Card.tsx";
import { CopyButton } from "../../../ui/CopyButton.tsx";
import { pruneStrings } from "./strings.ts";
import styles from "./PrunePane.module.css";

/** Paths shown one by one; a store from which nothing was ever deleted has ten thousand. */
const MOST_SHOWN = 100;

/** Paths in the backup storage, as the stamp writes them. */
export function PathList({ paths }: { paths: readonly string[] }) {
  return (
    <Card orientation="horizontal" aria-label={pruneStrings.paths}>
      <ul className={styles["paths"]}>
        {paths.slice(0, MOST_SHOWN).map((path) => (
          <li key={path}>
            <bdi className="mono">{path}</bdi>
          </li>
        ))}
        {paths.length > MOST_SHOWN && (
          <li className="muted">{pruneStrings.more(paths.length - MOST_SHOWN)}</li>
        )}
      </ul>
      <CopyButton text={paths.join("\n")} what={pruneStrings.paths.toLowerCase()} />
    </Card>
  );
}
