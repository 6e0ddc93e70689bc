import { Button, Field, Input } from "@fluentui/react-components";
import { useEffect, useId, useRef, useState, type FormEvent, type KeyboardEvent } from "react";
import styles from "./CloseQuestion.module.css";
import { closerName, rememberCloserName } from "./closerName.ts";
import { alertStrings } from "./strings.ts";

const confirmStrings = alertStrings.confirm;
const LONGEST_NAME = 200;

export interface CloseQuestionProps {
  onClose: (user: string) => void;
  onCancel: () => void;
}

/** The inline question before an alert is closed, and the name that the stamp wants with it. Escape cancels. */
export function CloseQuestion({ onClose, onCancel }: CloseQuestionProps) {
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const [name, setName] = useState(closerName);
  const [problem, setProblem] = useState<string | null>(null);
  useEffect(() => input.current?.focus(), []);
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    const user = name.trim();
    if (user === "" || user.length > LONGEST_NAME) {
      setProblem(user === "" ? confirmStrings.nameMissing : confirmStrings.nameLong);
      input.current?.focus();
      return;
    }
    rememberCloserName(user);
    onClose(user);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "Escape") onCancel();
  };
  return (
    <div role="alertdialog" aria-labelledby={`${id}-title`} aria-describedby={`${id}-text`}>
      {/* Escape is caught on its way up from the field and the buttons; the form itself takes no focus. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
      <form noValidate className={styles["question"]} onSubmit={onSubmit} onKeyDown={onKeyDown}>
        <div>
          <h5 id={`${id}-title`} className={styles["title"]}>
            {confirmStrings.title}
          </h5>
          <p id={`${id}-text`}>{confirmStrings.text}</p>
        </div>
        <Field label={confirmStrings.name} required {...(problem !== null && { validationMessage: problem })}>
          <Input
            ref={(element: HTMLInputElement | null) => {
              input.current = element;
            }}
            value={name}
            autoComplete="username"
            onChange={(_, { value }) => {
              setName(value);
              setProblem(null);
            }}
          />
        </Field>
        <div className={styles["buttons"]}>
          <Button appearance="primary" type="submit">
            {confirmStrings.yes}
          </Button>
          <Button onClick={onCancel}>{confirmStrings.no}</Button>
        </div>
      </form>
    </div>
  );
}
