import { useId, useRef, useState, type FormEvent } from "react";
import { cleanToken } from "../../domain/token.ts";
import { Button } from "@fluentui/react-components";
import { Notice } from "../../ui/Notice.tsx";
import { sessionStrings } from "../../ui/sessionStrings.ts";
import { stampStrings } from "../../ui/stampStrings.ts";
import styles from "./AddStamp.module.css";

const words = stampStrings.add;

/** Asks for a token on the way of finding a stamp that tells nothing without one. */
export function TokenStep({ refused, onToken }: { refused: boolean; onToken: (token: string) => void }) {
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const [empty, setEmpty] = useState(true);
  const [bad, setBad] = useState(false);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const token = cleanToken(field.current?.value ?? "");
    setBad(token === null);
    if (token === null) return;
    // Gone from the page as soon as it is taken (I15); a wrong one stays to be mended.
    if (field.current) field.current.value = "";
    setEmpty(true);
    onToken(token);
  };
  return (
    <Notice
      tone={refused ? "warning" : "info"}
      title={sessionStrings.title}
      details={
        <form className={styles["token"]} onSubmit={submit}>
          <label htmlFor={id}>{words.token}</label>
          {/* Uncontrolled: React would write its value into the document as an attribute. */}
          <input
            ref={field}
            id={id}
            type="password"
            autoComplete="off"
            spellCheck={false}
            onInput={(event) => setEmpty(event.currentTarget.value.trim() === "")}
            aria-invalid={bad}
            aria-describedby={`${id}-hint`}
            className={styles["input"]}
          />
          <Button type="submit" appearance="primary" disabledFocusable={empty}>
            {words.goOn}
          </Button>
          <p id={`${id}-hint`} className={bad ? styles["wrong"] : styles["hint"]}>
            {bad ? words.tokenBad : sessionStrings.token.hint}
          </p>
        </form>
      }
    >
      {refused ? words.tokenRefused : words.tokenLead}
    </Notice>
  );
}
