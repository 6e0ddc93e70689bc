import type { UnknownOutcome } from "../../domain/operation.ts";
import { Button } from "@fluentui/react-components";
import { FailureDetails } from "../../ui/FailureDetails.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { startStrings as words } from "../../ui/startStrings.ts";

/** A start whose outcome nobody knows: what is known, what is watched, and the operator's own decision. */
export function UnknownOutcomeNotice({
  operation,
  onStartAnyway,
}: {
  operation: UnknownOutcome;
  onStartAnyway: () => void;
}) {
  return (
    <Notice
      tone="warning"
      title={words.unknownTitle}
      details={operation.failure && <FailureDetails failure={operation.failure} />}
      actions={
        <Button size="small" onClick={onStartAnyway}>
          {words.anyway}
        </Button>
      }
    >
      {words.unknownReason[operation.reason]}
    </Notice>
  );
}
