import { Announcer } from "../features/notifications/Announcer.tsx";
import { DocumentTitle } from "../features/notifications/DocumentTitle.tsx";
import { UnreadCount } from "../features/notifications/UnreadCount.tsx";
import { SessionContext } from "../session/SessionContext.ts";
import { useAlertPolling } from "../queries/useAlerts.ts";
import { useOtherRuns } from "../queries/useOtherSessions.ts";
import { OperationPoller } from "./OperationPoller.tsx";

export interface StampWatchProps {
  /** Whether the operator has paused refreshing. */
  paused: boolean;
  /** Whether a page of this stamp is shown. All stamps sets its own title and follows the runs started here itself. */
  onStampPage: boolean;
}

/** Background work on every page: alerts, announcements, runs of other stamps. */
export function StampWatch({ paused, onStampPage }: StampWatchProps) {
  useAlertPolling(paused);
  return (
    <>
      {onStampPage && <DocumentTitle />}
      {onStampPage && <OtherRuns />}
      <Announcer />
      <UnreadCount />
    </>
  );
}

function OtherRuns() {
  const running = useOtherRuns().filter(({ operation }) => operation.kind === "running");
  return running.map(({ session, operation: { key } }) => (
    <SessionContext key={`${session.stamp.id} ${key}`} value={session}>
      <OperationPoller operationKey={key} />
    </SessionContext>
  ));
}
