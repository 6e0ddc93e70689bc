import { Button } from "@fluentui/react-components";
import type { Busy } from "../../domain/backupState.ts";
import type { Failure } from "../../domain/failure.ts";
import type { UnknownOutcome } from "../../domain/operation.ts";
import { FailureDetails } from "../../common/FailureDetails.tsx";
import { failureTexts } from "../../common/failureStrings.ts";
import { Notice } from "../../ui/Notice.tsx";
import { startStrings } from "../../common/startStrings.ts";

interface UncertainRunNoticeProps {
  title: string;
  text: string;
  failure: Failure | null;
  onStartAnyway: () => void;
}

/** A run whose state is uncertain: what is known, why not more, and the operator's choice. */
function UncertainRunNotice({ title, text, failure, onStartAnyway }: UncertainRunNoticeProps) {
  return (
    <Notice
      tone="warning"
      title={title}
      details={failure && <FailureDetails failure={failure} />}
      actions={
        <Button size="small" onClick={onStartAnyway}>
          {startStrings.anyway}
        </Button>
      }
    >
      {text}
    </Notice>
  );
}

/** A start with an unknown outcome. */
export function UnknownOutcomeNotice({
  operation: { reason, failure },
  onStartAnyway,
}: {
  operation: UnknownOutcome;
  onStartAnyway: () => void;
}) {
  return (
    <UncertainRunNotice
      title={startStrings.unknownTitle}
      text={startStrings.unknownReason[reason]}
      failure={failure}
      onStartAnyway={onStartAnyway}
    />
  );
}

export interface UnfollowedNoticeProps extends Pick<
  Extract<Busy, { kind: "unfollowed" }>,
  "row" | "operation"
> {
  onStartAnyway: () => void;
}

/** A job that this page cannot follow. */
export function UnfollowedNotice({ row, operation: { trouble }, onStartAnyway }: UnfollowedNoticeProps) {
  const known = row.listed ? startStrings.unfollowedListed : startStrings.unfollowedUnlisted;
  return (
    <UncertainRunNotice
      title={startStrings.unfollowedTitle}
      text={trouble ? `${known} ${failureTexts[trouble.kind]}` : known}
      failure={trouble}
      onStartAnyway={onStartAnyway}
    />
  );
}
