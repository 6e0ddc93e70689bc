import { useRef, useState } from "react";
import { readToken } from "../../domain/token.ts";
import { signInStage, type SignInStage } from "../../domain/signIn.ts";
import { useSession } from "../../session/SessionContext.ts";
import { useToken } from "../../session/useToken.ts";
import { Button } from "@fluentui/react-components";
import { useEveryHalfMinute } from "../../ui/clock.ts";
import { Notice, type NoticeTone } from "../../ui/Notice.tsx";
import { signInStrings } from "./strings.ts";
import { ExpiresAt } from "./ExpiresAt.tsx";
import { SessionLine } from "./SessionLine.tsx";
import styles from "./SignIn.module.css";
import { TokenForm } from "./TokenForm.tsx";

const tokenStrings = signInStrings.token;

const TITLES: Record<SignInStage, string> = {
  none: signInStrings.title,
  refused: signInStrings.title,
  checking: tokenStrings.checking,
  over: tokenStrings.overTitle,
  soon: signInStrings.endsSoon,
  fine: tokenStrings.replace,
};

const TONES: Record<SignInStage, NoticeTone> = {
  none: "info",
  refused: "warning",
  checking: "info",
  over: "warning",
  soon: "warning",
  fine: "info",
};

/** Asks for a bearer token, shows when it expires, and asks for the next one before that. */
export function TokenSignIn({ asked }: { asked: boolean }) {
  const session = useSession();
  const held = useToken();
  const [replacing, setReplacing] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  useEveryHalfMinute();
  const stage = signInStage({ ...held, asked }, session.now());
  const use = (token: string) => {
    session.token.set(token, readToken(token).expiresAt);
    setReplacing(false);
    // The field is gone with it, and focus must not fall to the page's beginning.
    box.current?.focus();
  };
  const signOut = () => {
    session.token.set(null);
    setReplacing(false);
  };
  const resting = (stage === "checking" || stage === "fine") && !replacing;
  return (
    <div ref={box} tabIndex={-1} className={styles["box"]}>
      {resting ? (
        <SessionLine
          who={stage === "checking" ? tokenStrings.checking : tokenStrings.held}
          actions={
            <>
              <Button size="small" appearance="subtle" onClick={() => setReplacing(true)}>
                {tokenStrings.replace}
              </Button>
              <Button size="small" appearance="subtle" onClick={signOut}>
                {signInStrings.signOut}
              </Button>
            </>
          }
        >
          {held.expiresAt === null ? (
            tokenStrings.noExpiry
          ) : (
            <ExpiresAt label={tokenStrings.until} at={held.expiresAt} />
          )}
        </SessionLine>
      ) : (
        <Notice
          tone={TONES[stage]}
          title={TITLES[stage]}
          details={<TokenForm onToken={use} />}
          actions={<Actions stage={stage} onKeep={() => setReplacing(false)} onSignOut={signOut} />}
        >
          <Lead stage={stage} expiresAt={held.expiresAt} />
        </Notice>
      )}
    </div>
  );
}

function Lead({ stage, expiresAt }: { stage: SignInStage; expiresAt: number | null }) {
  const { stamp } = useSession();
  if (stage === "none") return tokenStrings.lead(stamp.title);
  if (stage === "refused") return tokenStrings.refused;
  return (
    <>
      {stage === "soon" && tokenStrings.soon} {stage === "over" && tokenStrings.over}{" "}
      {expiresAt === null ? tokenStrings.noExpiry : <ExpiresAt label={tokenStrings.until} at={expiresAt} />}
    </>
  );
}

function Actions({
  stage,
  onKeep,
  onSignOut,
}: {
  stage: SignInStage;
  onKeep: () => void;
  onSignOut: () => void;
}) {
  const { token } = useSession();
  if (stage === "none") return null;
  const held = token.get();
  return (
    <>
      {(stage === "fine" || stage === "checking") && (
        <Button size="small" onClick={onKeep}>
          {tokenStrings.keep}
        </Button>
      )}
      {stage === "refused" && held && (
        <Button size="small" onClick={() => token.set(held.text, held.expiresAt)}>
          {signInStrings.tryAgain}
        </Button>
      )}
      <Button size="small" onClick={onSignOut}>
        {signInStrings.signOut}
      </Button>
    </>
  );
}
