import { DocumentTitle } from "../features/notifications/DocumentTitle.tsx";
import { SessionContext } from "../queries/SessionContext.ts";
import { useOperations } from "../queries/useOperations.ts";
import { useOtherRuns } from "../queries/useOtherSessions.ts";
import { useOperationPolling, useStampPolling } from "../queries/useStampPolling.ts";
import { lazyPart, whenIdle } from "../ui/lazyPart.tsx";
import { usePreferences } from "../ui/preferences.ts";

// Alerts and announcements are asked for after the rows; with all they need they would be 5 of the first load's 145 KB.
const StampWatch = lazyPart(
  () => whenIdle().then(() => import("./StampWatch.tsx").then((module) => module.StampWatch)),
  "background",
);

/**
 * What goes on whichever page is shown: polling the open stamp, announcing; and on its pages the tab's title. Runs that
 * were started here on other stamps are followed too; All stamps does that itself, within its own limits.
 */
export function StampBackground({ titled }: { titled: boolean }) {
  const { autoRefresh } = usePreferences();
  const operations = useOperations();
  const running = operations.filter((operation) => operation.kind === "running");
  useStampPolling(!autoRefresh);
  return (
    <>
      {running.map(({ key }) => (
        <OperationPoller key={key} operationKey={key} />
      ))}
      {titled && <OtherRuns />}
      <StampWatch paused={!autoRefresh} />
      {titled && <DocumentTitle />}
    </>
  );
}

function OtherRuns() {
  return useOtherRuns().map(({ session, operationKey }) => (
    <SessionContext key={`${session.stamp.id} ${operationKey}`} value={session}>
      <OperationPoller operationKey={operationKey} />
    </SessionContext>
  ));
}

function OperationPoller({ operationKey }: { operationKey: string }) {
  useOperationPolling(operationKey);
  return null;
}
