import { Link } from "wouter";
import type { StartOutcome } from "../../session/startBackup.ts";
import { FailureDetails } from "../../common/FailureDetails.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { refusalText } from "../../common/startStrings.ts";
import { startStrings } from "../../common/startStrings.ts";
import { Button } from "@fluentui/react-components";

/** What became of a click that started nothing. */
export function StartNotice({
  outcome,
  configurationHref,
  onDismiss,
}: {
  outcome: Exclude<StartOutcome, { kind: "sent" }>;
  configurationHref: string;
  onDismiss: () => void;
}) {
  const dismiss = (
    <Button size="small" onClick={onDismiss}>
      {startStrings.dismiss}
    </Button>
  );
  if (outcome.kind === "busy") {
    return (
      <Notice tone="info" title={startStrings.failedTitle} actions={dismiss}>
        {startStrings.elsewhere}
      </Notice>
    );
  }
  const { failure } = outcome;
  const conflict = failure.kind === "conflict";
  return (
    <Notice
      tone={conflict ? "warning" : "error"}
      title={conflict ? startStrings.conflictTitle : startStrings.failedTitle}
      details={<FailureDetails failure={failure} />}
      actions={
        <>
          {failure.kind === "refused" && <Link href={configurationHref}>{startStrings.configure}</Link>}
          {dismiss}
        </>
      }
    >
      {refusalText(failure)}
    </Notice>
  );
}
