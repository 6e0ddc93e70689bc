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
  /** Whether a page of this stamp is shown. All stamps has a title of its own, and follows what was started here itself. */
  onStampPage: boolean;
}

/** What goes on beside the list on whichever page of the stamp: its alerts, starts and ends, runs at other stamps. */
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
