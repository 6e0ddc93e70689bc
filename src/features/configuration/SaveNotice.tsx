import type { ChangeOutcome } from "../../queries/locationChange.ts";
import type { Failure } from "../../domain/failure.ts";
import { Button } from "@fluentui/react-components";
import { FailureDetails } from "../../common/FailureDetails.tsx";
import { Notice, type NoticeTone } from "../../ui/Notice.tsx";
import { failureAdvice, failureWords } from "../../common/failureStrings.ts";
import { configurationStrings, movedWords } from "./strings.ts";

const words = configurationStrings.outcome;

/** How a change ended: what happened, what is still true, what to do next. */
export function SaveNotice({ outcome, onDismiss }: { outcome: ChangeOutcome; onDismiss: () => void }) {
  const { tone, title, text, failure } = tell(outcome);
  return (
    <Notice
      tone={tone}
      title={title}
      details={failure && <FailureDetails failure={failure} />}
      actions={
        <Button size="small" onClick={onDismiss}>
          {configurationStrings.dismiss}
        </Button>
      }
    >
      {text}
    </Notice>
  );
}

interface Told {
  tone: NoticeTone;
  title: string;
  text: string;
  failure?: Failure;
}

function tell(outcome: ChangeOutcome): Told {
  switch (outcome.kind) {
    case "saved":
      return { tone: "success", title: configurationStrings.saved, text: configurationStrings.savedText };
    case "notSent":
      return {
        tone: "error",
        title: words.notSentTitle,
        text: `${because(outcome.failure)} ${words.notSent}`,
        failure: outcome.failure,
      };
    case "refused":
      // A refusal that belongs to a field is told there, in the stamp's own words.
      return outcome.field
        ? { tone: "error", title: words.refusedTitle, text: words.refusedAt }
        : {
            tone: "error",
            title: words.refusedTitle,
            text: `${because(outcome.failure)} ${words.refused}`,
            failure: outcome.failure,
          };
    case "unclear":
      return {
        tone: "warning",
        title: words.unclearTitle,
        text: `${failureWords[outcome.failure.kind]} ${words.unclear}`,
        failure: outcome.failure,
      };
    case "untracked":
      return {
        tone: "warning",
        title: words.untrackedTitle,
        text: `${words.untracked[outcome.why]} ${words.untrackedNext}`,
      };
    case "lost":
      return { tone: "warning", title: words.lostTitle, text: words.lost, failure: outcome.failure };
    case "moved":
      return {
        tone: "warning",
        title: words.movedTitle,
        text: words.moved(outcome.what.map((one) => movedWords[one]).join(", ")),
      };
  }
}

function because({ kind, retryAfterMs }: Failure): string {
  const next = retryAfterMs === null ? failureAdvice[kind] : words.wait(Math.ceil(retryAfterMs / 1_000));
  return `${failureWords[kind]} ${next}`;
}
