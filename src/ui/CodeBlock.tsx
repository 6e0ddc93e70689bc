import { CopyButton } from "./CopyButton.tsx";
import styles from "./CodeBlock.module.css";

/** Text to read and to copy as it stands. `what` names it for the copy button. */
export function CodeBlock({ text, what }: { text: string; what: string }) {
  return (
    <div className={styles["block"]}>
      {/* Scrollable text must be reachable by keyboard (axe: scrollable-region-focusable). */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <pre tabIndex={0} aria-label={what} role="region">
        <code>{text}</code>
      </pre>
      <CopyButton text={text} what={what} />
    </div>
  );
}
