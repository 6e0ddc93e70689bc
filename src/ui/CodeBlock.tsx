import { useLayoutEffect, useRef } from "react";
import { CopyButton } from "./CopyButton.tsx";
import styles from "./CodeBlock.module.css";

/** Text to read and copy verbatim. `what` names it for the copy button; `follow` keeps the newest line visible. */
export function CodeBlock({ text, what, follow = false }: { text: string; what: string; follow?: boolean }) {
  const block = useRef<HTMLPreElement>(null);
  // Whoever scrolls back to read is left there.
  const atEnd = useRef(true);
  useLayoutEffect(() => {
    if (follow && atEnd.current && block.current) block.current.scrollTop = block.current.scrollHeight;
  }, [follow, text]);
  return (
    <div className={styles["block"]}>
      {/* Scrollable text must be reachable by keyboard (axe: scrollable-region-focusable). */}
      <pre
        ref={block}
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        tabIndex={0}
        aria-label={what}
        role="region"
        onScroll={({ currentTarget: { scrollHeight, scrollTop, clientHeight } }) => {
          atEnd.current = scrollHeight - scrollTop - clientHeight < 24;
        }}
      >
        <code>{text}</code>
      </pre>
      <CopyButton text={text} what={what} />
    </div>
  );
}
