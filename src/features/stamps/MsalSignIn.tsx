import { useMemo } from "react";
import { signInStage, type SignInStage } from "../../domain/signIn.ts";
import type { MsalAuth, SignInProblem } from "../../session/msalTypes.ts";
import { msalSessionOf, type MsalSession, type MsalStatus } from "../../session/msalSession.ts";
import { useSession } from "../../session/SessionContext.ts";
import { useToken } from "../../session/useToken.ts";
import { Button } from "@fluentui/react-components";
import { useStore } from "../../store.ts";
import { useEveryHalfMinute } from "../../ui/clock.ts";
import { Notice } from "../../ui/Notice.tsx";
import { signInStrings } from "./strings.ts";
import { ExpiresAt } from "./ExpiresAt.tsx";
import { SessionLine } from "./SessionLine.tsx";

const msalStrings = signInStrings.msal;

/** "Interaction" is what the bar itself says. */
type Told = Exclude<SignInProblem, { kind: "interaction" }>;

/** Signs in at the stamp's authority, renews silently, and asks for a click only if interaction is required. */
export function MsalSignIn({ auth, asked }: { auth: MsalAuth; asked: boolean }) {
  const session = useSession();
  const held = useToken();
  const keeper = useMemo(() => msalSessionOf(session, auth), [session, auth]);
  const status = useStore(keeper);
  useEveryHalfMinute();
  const stage = signInStage({ ...held, asked }, session.now());
  // What cannot be renewed any more will run out, however far away that is.
  const doomed = stage === "fine" && status.problem !== null && status.problem.kind !== "unreachable";
  if (status.busy || stage === "checking" || (stage === "fine" && !doomed)) {
    return (
      <SessionLine
        who={whoIs(stage, status)}
        actions={
          held.present && (
            <Button size="small" appearance="subtle" onClick={keeper.signOut}>
              {signInStrings.signOut}
            </Button>
          )
        }
      >
        {held.expiresAt !== null && (
          <span>
            {msalStrings.renewed}, <ExpiresAt label={msalStrings.until} at={held.expiresAt} />
          </span>
        )}
      </SessionLine>
    );
  }
  const shownProblem = status.problem?.kind === "interaction" ? null : status.problem;
  const ending = stage === "fine" || stage === "soon" || stage === "over";
  return (
    <Notice
      tone={stage === "none" && status.problem?.kind === "interaction" ? "info" : "warning"}
      title={ending ? signInStrings.endsSoon : signInStrings.title}
      details={shownProblem && <Problem problem={shownProblem} host={hostOf(auth)} />}
      actions={<Actions keeper={keeper} stage={stage} status={status} />}
    >
      {lead(stage, status, hostOf(auth), session.stamp.title)}{" "}
      {ending && held.expiresAt !== null && (
        <ExpiresAt label={signInStrings.token.until} at={held.expiresAt} />
      )}
    </Notice>
  );
}

function whoIs(stage: SignInStage, { busy, account }: MsalStatus): string {
  if (stage === "none") return msalStrings.working;
  if (busy) return msalStrings.renewing;
  return msalStrings.held(account ?? msalStrings.somebody);
}

function lead(stage: SignInStage, { problem, account }: MsalStatus, host: string, stamp: string): string {
  if (stage === "none") return msalStrings.lead(stamp, host);
  if (stage === "refused") {
    return problem === null ? msalStrings.refused(account ?? msalStrings.somebody) : msalStrings.again(host);
  }
  return problem?.kind === "unreachable" ? msalStrings.soonRetrying(host) : msalStrings.soonAgain;
}

function Problem({ problem, host }: { problem: Told; host: string }) {
  if (problem.kind === "unreachable") return <p>{msalStrings.problem.unreachable(host)}</p>;
  if (problem.kind !== "answered") return <p>{msalStrings.problem[problem.kind]}</p>;
  return (
    <p>
      {msalStrings.problem.answered(host)} “<bdi>{problem.text}</bdi>”
    </p>
  );
}

function Actions({ keeper, stage, status }: { keeper: MsalSession; stage: SignInStage; status: MsalStatus }) {
  const retryable = stage === "refused" || (status.problem !== null && status.problem.kind !== "interaction");
  return (
    <>
      {status.problem?.kind !== "insecure" && (
        <Button size="small" appearance="primary" onClick={keeper.signIn}>
          {msalStrings.signIn}
        </Button>
      )}
      {retryable && (
        <Button size="small" onClick={keeper.retry}>
          {signInStrings.tryAgain}
        </Button>
      )}
      {stage !== "none" && (
        <Button size="small" onClick={keeper.signOut}>
          {signInStrings.signOut}
        </Button>
      )}
    </>
  );
}

function hostOf({ authority }: MsalAuth): string {
  return URL.canParse(authority) ? new URL(authority).host : authority;
}
