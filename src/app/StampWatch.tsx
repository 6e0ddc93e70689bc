import { Announcer } from "../features/notifications/Announcer.tsx";
import { UnreadCount } from "../features/notifications/UnreadCount.tsx";
import { SessionContext } from "../session/SessionContext.ts";
import { useAlertPolling } from "../queries/useAlerts.ts";
import { useOtherRuns } from "../queries/useOtherSessions.ts";
import { OperationPoller } from "./OperationPoller.tsx";

export interface StampWatchProps {
  /** Whether the operator has paused refreshing. */
  paused: boolean;
  /** Whether to follow runs that were started here on other stamps; All stamps does that itself. */
  followOthers: boolean;
}

/** What goes on beside the list on whichever page of the stamp: its alerts, starts and ends, runs at other stamps. */
export function StampWatch({ paused, followOthers }: StampWatchProps) {
  useAlertPolling(paused);
  return (
    <>
      {followOthers && <OtherRuns />}
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
