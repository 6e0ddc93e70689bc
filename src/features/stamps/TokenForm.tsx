import { useId, useRef, useState, type FormEvent } from "react";
import { cleanToken, doubtToken, readToken, type TokenDoubt, type TokenWords } from "../../domain/token.ts";
import { useSession } from "../../queries/SessionContext.ts";
import { useAudience } from "../../queries/useAudience.ts";
import { Button } from "@fluentui/react-components";
import { formatDateTime } from "../../ui/format.ts";
import { useDateFormat } from "../../ui/dateFormat.ts";
import { sessionStrings } from "../../ui/sessionStrings.ts";
import styles from "./SignIn.module.css";
import { TokenCommands } from "./TokenCommands.tsx";

const words = sessionStrings.token;

/** What the field holds, without holding it: the token itself stays in the field until it is taken (I15). */
type Typed = { kind: "nothing" } | { kind: "bad" } | { kind: "token"; says: TokenWords };

/** A field for a bearer token that says what speaks against it, and a way to get one. */
export function TokenForm({ onToken }: { onToken: (token: string) => void }) {
  const id = useId();
  const session = useSession();
  const field = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState<Typed>({ kind: "nothing" });
  const [open, setOpen] = useState(false);
  const { asking, audience } = useAudience(open);
  const doubt = typed.kind === "token" ? doubtToken(typed.says, session.now(), audience) : null;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const token = cleanToken(field.current?.value ?? "");
    if (token === null) return field.current?.focus();
    onToken(token);
    // Gone from the page as soon as it is taken; a wrong one stays to be mended.
    if (field.current) field.current.value = "";
    setTyped({ kind: "nothing" });
  };
  return (
    <>
      <form className={styles["form"]} onSubmit={submit}>
        <label htmlFor={id}>{words.label}</label>
        {/* Uncontrolled: React would write its value into the document as an attribute. */}
        <input
          ref={field}
          id={id}
          type="password"
          autoComplete="off"
          spellCheck={false}
          onInput={(event) => setTyped(readTyped(event.currentTarget.value))}
          aria-invalid={typed.kind === "bad" || doubt !== null}
          aria-describedby={`${id}-hint`}
          className={styles["input"]}
        />
        <Button type="submit" appearance="primary" disabledFocusable={typed.kind !== "token"}>
          {doubt ? words.useAnyway : words.use}
        </Button>
        <p
          id={`${id}-hint`}
          aria-live="polite"
          className={typed.kind === "bad" || doubt ? styles["problem"] : styles["hint"]}
        >
          <Hint typed={typed} doubt={doubt} expected={audience} />
        </p>
      </form>
      <TokenCommands audience={audience} asking={asking} onOpen={setOpen} />
    </>
  );
}

function readTyped(value: string): Typed {
  if (value.trim() === "") return { kind: "nothing" };
  const token = cleanToken(value);
  return token === null ? { kind: "bad" } : { kind: "token", says: readToken(token) };
}

function Hint({
  typed,
  doubt,
  expected,
}: {
  typed: Typed;
  doubt: TokenDoubt | null;
  expected: string | null;
}) {
  const dates = useDateFormat();
  if (typed.kind === "nothing") return words.hint;
  if (typed.kind === "bad") return words.bad;
  if (doubt?.kind === "expired") return words.doubt.expired(formatDateTime(doubt.at, dates));
  if (doubt?.kind === "audience") return <bdi>{words.doubt.audience(doubt.audience, expected)}</bdi>;
  const { expiresAt } = typed.says;
  return expiresAt === null ? words.unreadable : words.runsOut(formatDateTime(expiresAt, dates));
}
