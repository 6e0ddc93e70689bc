import type { ReactNode } from "react";
import type { FindOutcome, FindProblem, FindStep } from "../../api/findStamp.ts";
import { FailureDetails } from "../../common/FailureDetails.tsx";
import { failureAdvice, failureTexts } from "../../common/failureStrings.ts";
import { Notice } from "../../ui/Notice.tsx";
import { stampStrings } from "./strings.ts";

const failedStrings = stampStrings.failed;
const advice = stampStrings.advice;
const steps: Record<FindStep, string> = stampStrings.steps;

/** What the proxy of `preview:stamp` says in place of a stamp that does not answer (.config/armProxy.ts). */
const UNREACHABLE = "StampUnreachable";

export interface FindFailureProps {
  outcome: Extract<FindOutcome, { kind: "failed" }>;
  title: string;
  /** Base address of the request. */
  armBase: string;
  /** The browser reported that the page's Content-Security-Policy blocked a request. */
  byPolicy?: boolean;
  actions?: ReactNode;
}

/** Why a stamp wasn't found: the request, the answer, what to do. */
export function FindFailure({ outcome, title, armBase, byPolicy = false, actions }: FindFailureProps) {
  const { step, asked, problem } = outcome;
  const failure = problem.kind === "failure" ? problem.failure : null;
  return (
    <Notice
      tone="error"
      title={title}
      actions={actions}
      details={
        <>
          <p>{stampStrings.askedFor(steps[step], armBase + asked)}</p>
          {failure && <FailureDetails failure={failure} />}
        </>
      }
    >
      {byPolicy ? failedStrings.policy : tellProblem(problem)} {tellAdvice(problem)}
    </Notice>
  );
}

function tellProblem(problem: FindProblem): string {
  switch (problem.kind) {
    case "failure": {
      const { kind, code } = problem.failure;
      if (code === UNREACHABLE) return failedStrings.unreachable;
      if (kind === "offline") return failedStrings.offline;
      return kind === "unexpected" ? failedStrings.unreadable : failureTexts[kind];
    }
    case "unreadable":
      return failedStrings.unreadable;
    case "noProviderSubscription": {
      const names = problem.names.slice(0, 5).map((name) => `“${name}”`);
      const said =
        names.length > 0 ? failedStrings.noSubscription(names.join(", ")) : failedStrings.noSubscriptions;
      return problem.more ? `${said} ${failedStrings.more}` : said;
    }
    case "noRegion":
      return failedStrings.noRegion;
  }
}

function tellAdvice(problem: FindProblem): string {
  switch (problem.kind) {
    case "failure": {
      const { kind, code } = problem.failure;
      if (code === UNREACHABLE) return advice.unreachable;
      if (kind === "offline") return advice.offline;
      return kind === "unexpected" || kind === "notFound" ? advice.unreadable : failureAdvice[kind];
    }
    case "unreadable":
      return advice.unreadable;
    case "noProviderSubscription":
      return advice.noSubscription;
    case "noRegion":
      return advice.noRegion;
  }
}
