import { useId, useState, type FormEvent } from "react";
import { useSession } from "../../queries/SessionContext.ts";
import { useRefresh } from "../../queries/useRefresh.ts";
import { useToken } from "../../queries/useToken.ts";
import { Notice } from "../../ui/Notice.tsx";
import { paneStrings } from "../../ui/paneStrings.ts";
import { strings } from "../../ui/strings.ts";
import styles from "./SignIn.module.css";
import { Button } from "../../ui/Button.tsx";

const words = paneStrings.signIn;

/** Asks for a bearer token where the stamp wants one; elsewhere says who does the signing in. */
export function SignIn() {
  const { stamp } = useSession();
  const token = useToken();
  const refresh = useRefresh();
  if (!token.wanted) {
    return (
      <Notice
        tone="warning"
        title={words.title}
        actions={
          <Button size="small" onClick={refresh}>
            {strings.stale.retry}
          </Button>
        }
      >
        {words.proxy}
      </Notice>
    );
  }
  return (
    <Notice
      tone={token.present ? "warning" : "info"}
      title={words.title}
      details={<TokenForm onToken={(pasted) => token.use(pasted)} />}
    >
      {token.present ? words.expired : words.lead(stamp.title)}
    </Notice>
  );
}

function TokenForm({ onToken }: { onToken: (pasted: string) => boolean }) {
  const id = useId();
  const [pasted, setPasted] = useState("");
  const [bad, setBad] = useState(false);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const good = onToken(pasted);
    setBad(!good);
    // Gone from the page as soon as it is taken (I15); a wrong one stays to be mended.
    if (good) setPasted("");
  };
  return (
    <form className={styles["form"]} onSubmit={submit}>
      <label htmlFor={id}>{words.label}</label>
      <input
        id={id}
        type="password"
        autoComplete="off"
        spellCheck={false}
        value={pasted}
        onChange={(event) => setPasted(event.target.value)}
        aria-invalid={bad}
        aria-describedby={`${id}-hint`}
        className={styles["input"]}
      />
      <Button type="submit" appearance="primary" disabledFocusable={pasted.trim() === ""}>
        {words.use}
      </Button>
      <p id={`${id}-hint`} className={styles["hint"]}>
        {bad ? words.bad : words.hint}
      </p>
    </form>
  );
}
