import { Button } from "@fluentui/react-components";
import { CheckmarkRegular } from "@fluentui/react-icons/headless/svg/checkmark";
import { CopyRegular } from "@fluentui/react-icons/headless/svg/copy";
import { useEffect, useState } from "react";
import { strings } from "./strings.ts";
import styles from "./CopyButton.module.css";

export interface CopyButtonProps {
  text: string;
  /** Names it: "Copy backup location". */
  what: string;
}

/** Copies a text and says so. */
export function CopyButton({ text, what }: CopyButtonProps) {
  const [copied, setCopied] = useState(false);
  useEffect(() => {
    if (!copied) return;
    const timer = setTimeout(() => setCopied(false), 2_000);
    return () => clearTimeout(timer);
  }, [copied]);
  const copy = () => void copyText(text).then(setCopied);
  return (
    <>
      <Button
        appearance="transparent"
        size="small"
        className={styles["copy"] ?? ""}
        icon={copied ? <CheckmarkRegular /> : <CopyRegular />}
        aria-label={strings.copy(what)}
        title={strings.copy(what)}
        onClick={copy}
      />
      <span className="visually-hidden" role="status">
        {copied ? strings.copied : ""}
      </span>
    </>
  );
}

/** Puts a text on the clipboard; false where the browser refuses. Works on plain http, where there is no Clipboard API. */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copyBySelection(text);
  }
}

function copyBySelection(text: string): boolean {
  const area = document.createElement("textarea");
  area.value = text;
  area.style.position = "fixed";
  area.style.opacity = "0";
  const focused = document.activeElement;
  document.body.append(area);
  area.select();
  // Deprecated, and the only way on an address without TLS, which stamps behind air gaps have.
  const done = document.execCommand("copy");
  area.remove();
  if (focused instanceof HTMLElement) focused.focus();
  return done;
}
