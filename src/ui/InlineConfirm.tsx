import { Button } from "@fluentui/react-components";
import { useId, useLayoutEffect, useRef, type ReactNode } from "react";
import { strings } from "./strings.ts";
import { useEscape } from "./useEscape.ts";
import styles from "./InlineConfirm.module.css";

export interface InlineConfirmProps {
  title: string;
  text: string;
  /** What the question is about, where a sentence cannot hold it. */
  children?: ReactNode;
  onYes: () => void;
  onNo: () => void;
}

/** The portal's inline question under the command bar. Focus goes to Yes and comes back; Escape is No. */
export function InlineConfirm({ title, text, children, onYes, onNo }: InlineConfirmProps) {
  const titleId = useId();
  const textId = useId();
  const question = useRef<HTMLDivElement>(null);
  const buttons = useRef<HTMLDivElement>(null);
  useEscape(question, onNo);
  useLayoutEffect(() => {
    const element = question.current;
    const opener = document.activeElement;
    buttons.current?.querySelector("button")?.focus();
    return () => {
      if (element?.contains(document.activeElement) && opener instanceof HTMLElement) opener.focus();
    };
  }, []);
  return (
    <div
      ref={question}
      className={styles["confirm"]}
      role="alertdialog"
      aria-labelledby={titleId}
      aria-describedby={textId}
    >
      <h2 id={titleId} className={styles["title"]}>
        {title}
      </h2>
      <div id={textId}>
        <p>{text}</p>
        {children}
      </div>
      <div ref={buttons} className={styles["buttons"]}>
        <Button appearance="primary" onClick={onYes}>
          {strings.yes}
        </Button>
        <Button onClick={onNo}>{strings.no}</Button>
      </div>
    </div>
  );
}
