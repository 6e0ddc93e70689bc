import type { Failure } from "../../domain/failure.ts";
import { alertStrings as words, unavailableWords } from "../../ui/alertStrings.ts";
import { Button } from "@fluentui/react-components";
import { FailureDetails } from "../../ui/FailureDetails.tsx";
import { failureAdvice, failureWords } from "../../ui/failureStrings.ts";
import { Notice } from "../../ui/Notice.tsx";

export interface AlertsTroubleProps {
  signedIn: boolean;
  /** Whether the alerts have ever been read. */
  read: boolean;
  incomplete: boolean;
  failure: Failure | null;
  onRetry: () => void;
}

/** Why there are no alerts on the page, or why they may not be all or not the newest. */
export function AlertsTrouble({ signedIn, read, incomplete, failure, onRetry }: AlertsTroubleProps) {
  if (!signedIn && !read) return <p className="muted">{words.signIn}</p>;
  if (failure) {
    const own = unavailableWords[failure.kind];
    return (
      <Notice
        tone="warning"
        title={read ? words.staleTitle : words.unavailableTitle}
        details={<FailureDetails failure={failure} />}
        actions={
          <Button size="small" onClick={onRetry}>
            {words.retry}
          </Button>
        }
      >
        {read && `${words.stale} `}
        {own ?? `${failureWords[failure.kind]} ${failureAdvice[failure.kind]}`}
      </Notice>
    );
  }
  if (!read) {
    return (
      <p role="status" className="muted">
        {words.loading}
      </p>
    );
  }
  return incomplete ? <Notice tone="warning" title={words.incomplete} /> : null;
}
