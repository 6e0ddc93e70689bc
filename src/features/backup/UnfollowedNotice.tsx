import { Button } from "@fluentui/react-components";
import type { Busy } from "../../domain/backupState.ts";
import { FailureDetails } from "../../ui/FailureDetails.tsx";
import { failureWords } from "../../ui/failureStrings.ts";
import { Notice } from "../../ui/Notice.tsx";
import { startStrings as words } from "../../ui/startStrings.ts";

export interface UnfollowedNoticeProps extends Pick<
  Extract<Busy, { kind: "unfollowed" }>,
  "row" | "operation"
> {
  onStartAnyway: () => void;
}

/** A job that this page cannot follow: what is known, why not more, and the operator's own decision. */
export function UnfollowedNotice({ row, operation, onStartAnyway }: UnfollowedNoticeProps) {
  const { trouble } = operation;
  return (
    <Notice
      tone="warning"
      title={words.unfollowedTitle}
      details={trouble && <FailureDetails failure={trouble} />}
      actions={
        <Button size="small" onClick={onStartAnyway}>
          {words.anyway}
        </Button>
      }
    >
      {row.listed ? words.unfollowedListed : words.unfollowedUnlisted} {trouble && failureWords[trouble.kind]}
    </Notice>
  );
}
