import type { ChangeOutcome } from "../../queries/locationChange.ts";
import type { Failure } from "../../domain/failure.ts";
import { Button } from "@fluentui/react-components";
import { FailureDetails } from "../../common/FailureDetails.tsx";
import { Notice, type NoticeTone } from "../../ui/Notice.tsx";
import { failureText, failureTexts } from "../../common/failureStrings.ts";
import { configurationStrings, movedTexts } from "./strings.ts";

const outcomeStrings = configurationStrings.outcome;

/** How a change ended: what happened, what is still true, what to do next. */
export function SaveNotice({ outcome, onDismiss }: { outcome: ChangeOutcome; onDismiss: () => void }) {
  const { tone, title, text, failure } = describeOutcome(outcome);
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

interface OutcomeText {
  tone: NoticeTone;
  title: string;
  text: string;
  failure?: Failure;
}

function describeOutcome(outcome: ChangeOutcome): OutcomeText {
  switch (outcome.kind) {
    case "saved":
      return { tone: "success", title: configurationStrings.saved, text: configurationStrings.savedText };
    case "notSent":
      return {
        tone: "error",
        title: outcomeStrings.notSentTitle,
        text: `${failureText(outcome.failure, outcomeStrings.wait)} ${outcomeStrings.notSent}`,
        failure: outcome.failure,
      };
    case "refused":
      // A refusal about a field is shown there, with the stamp's message.
      return outcome.field
        ? { tone: "error", title: outcomeStrings.refusedTitle, text: outcomeStrings.refusedAt }
        : {
            tone: "error",
            title: outcomeStrings.refusedTitle,
            text: `${failureText(outcome.failure, outcomeStrings.wait)} ${outcomeStrings.refused}`,
            failure: outcome.failure,
          };
    case "unclear":
      return {
        tone: "warning",
        title: outcomeStrings.unclearTitle,
        text: `${failureTexts[outcome.failure.kind]} ${outcomeStrings.unclear}`,
        failure: outcome.failure,
      };
    case "untracked":
      return {
        tone: "warning",
        title: outcomeStrings.untrackedTitle,
        text: `${outcomeStrings.untracked[outcome.why]} ${outcomeStrings.untrackedNext}`,
      };
    case "lost":
      return {
        tone: "warning",
        title: outcomeStrings.lostTitle,
        text: outcomeStrings.lost,
        failure: outcome.failure,
      };
    case "moved":
      return {
        tone: "warning",
        title: outcomeStrings.movedTitle,
        text: outcomeStrings.moved(outcome.what.map((one) => movedTexts[one]).join(", ")),
      };
  }
}
