import { useId, useLayoutEffect, useRef, type InputHTMLAttributes, type ReactNode } from "react";
import { FieldProblem } from "./FieldProblem.tsx";
import styles from "./TextField.module.css";

export interface TextFieldProps extends Omit<InputHTMLAttributes<HTMLInputElement>, "onChange" | "id"> {
  label: string;
  value: string;
  onChange: (value: string) => void;
  hint?: string;
  /** What is wrong with it, told below it and to screen readers. */
  problem?: ReactNode;
  /** Only as wide as a short number. */
  short?: boolean;
}

/** A labelled line of text with its hint and its problem. */
export function TextField({
  label,
  value,
  onChange,
  hint,
  problem,
  short,
  required,
  type,
  ...rest
}: TextFieldProps) {
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const secret = type === "password";
  // React repeats a controlled value as an attribute; what is secret must not stand in the page's markup.
  useLayoutEffect(() => {
    if (secret && input.current && input.current.value !== value) input.current.value = value;
  }, [secret, value]);
  const described = [problem && `${id}-problem`, hint && `${id}-hint`].filter(Boolean).join(" ");
  return (
    <div className={styles["field"]}>
      <label htmlFor={id} className={styles["label"]}>
        {label}
        {required && (
          <span className={styles["star"]} aria-hidden>
            *
          </span>
        )}
      </label>
      <input
        {...rest}
        ref={input}
        id={id}
        type={type}
        className={short ? `${styles["input"]} ${styles["short"]}` : styles["input"]}
        {...(secret ? {} : { value })}
        onChange={(event) => onChange(event.target.value)}
        aria-required={required}
        aria-invalid={problem ? true : undefined}
        aria-describedby={described || undefined}
        spellCheck={false}
      />
      {problem && <FieldProblem id={`${id}-problem`}>{problem}</FieldProblem>}
      {hint && (
        <p id={`${id}-hint`} className={styles["hint"]}>
          {hint}
        </p>
      )}
    </div>
  );
}
