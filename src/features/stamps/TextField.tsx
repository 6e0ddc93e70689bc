import { ErrorCircleFilled } from "@fluentui/react-icons/svg/error-circle";
import { useId } from "react";
import styles from "./AddStamp.module.css";

export interface TextFieldProps {
  label: string;
  hint: string;
  /** What is wrong with the text, in place of the hint; null or absent when nothing is. */
  wrong?: string | null;
  value: string;
  onChange: (text: string) => void;
}

/** A labelled line of text with its hint, or what is wrong with it. */
export function TextField({ label, hint, wrong = null, value, onChange }: TextFieldProps) {
  const id = useId();
  return (
    <div className={styles["field"]}>
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        className={styles["input"]}
        value={value}
        maxLength={2_000}
        autoComplete="off"
        autoCapitalize="off"
        spellCheck={false}
        aria-invalid={wrong !== null}
        aria-describedby={`${id}-hint`}
        onChange={(event) => onChange(event.target.value)}
      />
      <p id={`${id}-hint`} className={wrong === null ? styles["hint"] : styles["wrong"]}>
        {wrong !== null && <ErrorCircleFilled aria-hidden />} {wrong ?? hint}
      </p>
    </div>
  );
}
