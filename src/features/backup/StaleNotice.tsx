import type { Failure } from "../../domain/failure.ts";
import { useSession } from "../../session/SessionContext.ts";
import { useListReading } from "../../queries/useListReading.ts";
import { useRefresh } from "../../queries/useRefresh.ts";
import { FailureDetails } from "../../common/FailureDetails.tsx";
import { formatTime } from "../../ui/format.ts";
import { Notice } from "../../ui/Notice.tsx";
import { useDateFormat } from "../../ui/dateFormat.ts";
import { failureText } from "../../common/failureStrings.ts";
import { backupStrings } from "./strings.ts";
import { strings } from "../../ui/strings.ts";
import { Button } from "@fluentui/react-components";

/** Shows since when the stamp hasn't answered; the content below stays. One bar for any number of failures. */
export function StaleNotice({ failure }: { failure: Failure }) {
  const session = useSession();
  const dates = useDateFormat();
  const { readAt } = useListReading();
  const refresh = useRefresh();
  const since =
    readAt === null
      ? backupStrings.stale.never
      : backupStrings.stale.since(formatTime(session.at(readAt), dates));
  return (
    <Notice
      tone="warning"
      title={(failure.kind === "forbidden" ? backupStrings.stale.forbidden : backupStrings.stale.title)(
        session.stamp.title,
      )}
      details={
        <>
          <p>{failureText(failure)}</p>
          <FailureDetails failure={failure} />
        </>
      }
      actions={
        <Button size="small" onClick={refresh}>
          {strings.retry}
        </Button>
      }
    >
      {since}
    </Notice>
  );
}
