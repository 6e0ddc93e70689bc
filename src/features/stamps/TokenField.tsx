import { Button, Field } from "@fluentui/react-components";
import { useRef, useState, type FormEvent, type ReactNode } from "react";
import { cleanToken, readToken, type TokenClaims } from "../../domain/token.ts";
import { SecretInput } from "../../ui/SecretInput.tsx";
import styles from "./SignIn.module.css";
import { signInStrings } from "./strings.ts";

const tokenStrings = signInStrings.token;

/** Hint below a plausible token. */
export interface TokenSaid {
  text: ReactNode;
  /** It speaks against the token, which may be used all the same. */
  doubtful: boolean;
}

export interface TokenFieldProps {
  submitLabel: string;
  /** What the token itself says, below the field. */
  say?: (says: TokenClaims) => TokenSaid;
  /** In place of `submitLabel` where the token is doubtful. */
  anywayLabel?: string;
  onToken: (token: string) => void;
}

/** A field for a bearer token and its button. The token leaves the page as soon as it is taken; a wrong one stays. */
export function TokenField({ submitLabel, say, anywayLabel, onToken }: TokenFieldProps) {
  const field = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState("");
  const empty = typed.trim() === "";
  const token = cleanToken(typed);
  const bad = !empty && token === null;
  const said = token === null ? undefined : say?.(readToken(token));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (token === null) return field.current?.focus();
    onToken(token);
    setTyped("");
  };
  return (
    <form className={styles["form"]} onSubmit={submit}>
      <Field
        label={tokenStrings.label}
        className={styles["field"] ?? ""}
        {...(empty && { hint: tokenStrings.hint })}
        {...(bad && { validationState: "error" as const, validationMessage: tokenStrings.bad })}
        {...(said && {
          validationState: said.doubtful ? ("warning" as const) : ("none" as const),
          validationMessage: { children: said.text, role: "status" },
        })}
      >
        <SecretInput ref={field} value={typed} onChange={setTyped} autoComplete="off" />
      </Field>
      <Button type="submit" appearance="primary" disabledFocusable={token === null}>
        {said?.doubtful ? (anywayLabel ?? submitLabel) : submitLabel}
      </Button>
    </form>
  );
}
