import { CopyButton } from "../../../ui/CopyButton.tsx";
import { pruneStrings as words } from "./strings.ts";
import styles from "./PrunePane.module.css";

/** Paths shown one by one; a store from which nothing was ever deleted has ten thousand. */
const MOST_SHOWN = 100;

/** Paths in the backup storage, in the stamp's own words. */
export function PathList({ paths }: { paths: readonly string[] }) {
  return (
    <section aria-label={words.paths} className={styles["paths"]}>
      <CopyButton text={paths.join("\n")} what={words.paths.toLowerCase()} />
      <ul>
        {paths.slice(0, MOST_SHOWN).map((path) => (
          <li key={path}>
            <bdi className="mono">{path}</bdi>
          </li>
        ))}
        {paths.length > MOST_SHOWN && <li className="muted">{words.more(paths.length - MOST_SHOWN)}</li>}
      </ul>
    </section>
  );
}
