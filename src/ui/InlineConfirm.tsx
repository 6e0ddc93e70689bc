import { useEffect, useId, useRef, type ReactNode } from "react";
import { strings } from "./strings.ts";
import styles from "./InlineConfirm.module.css";
import { Button } from "@fluentui/react-components";

export interface InlineConfirmProps {
  title: string;
  text: string;
  /** What the question is about, where a sentence cannot hold it. */
  children?: ReactNode;
  onYes: () => void;
  onNo: () => void;
}

/** The portal's inline question under the command bar. Focus goes to Yes; Escape is No. */
export function InlineConfirm({ title, text, children, onYes, onNo }: InlineConfirmProps) {
  const titleId = useId();
  const textId = useId();
  const buttons = useRef<HTMLDivElement>(null);
  useEffect(() => buttons.current?.querySelector("button")?.focus(), []);
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key === "Escape") onNo();
    };
    document.addEventListener("keydown", onKeyDown);
    return () => document.removeEventListener("keydown", onKeyDown);
  }, [onNo]);
  return (
    <div className={styles["confirm"]} role="alertdialog" aria-labelledby={titleId} aria-describedby={textId}>
      <h2 id={titleId} className={styles["title"]}>
        {title}
      </h2>
      <div id={textId}>
        <p>{text}</p>
        {children}
      </div>
      <div ref={buttons} className={styles["buttons"]}>
        <Button appearance="primary" onClick={onYes}>
          {strings.confirmBackup.yes}
        </Button>
        <Button onClick={onNo}>{strings.confirmBackup.no}</Button>
      </div>
    </div>
  );
}
