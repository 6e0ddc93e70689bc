import { Announcer } from "../features/notifications/Announcer.tsx";
import { DocumentTitle } from "../features/notifications/DocumentTitle.tsx";
import { useAlertPolling } from "../queries/useAlerts.ts";
import { useOperations } from "../queries/useOperations.ts";
import { useOperationPolling, useStampPolling } from "../queries/useStampPolling.ts";
import { ErrorBoundary } from "../ui/ErrorBoundary.tsx";
import { usePreferences } from "../ui/preferences.ts";

/** What goes on whichever page is shown: polling the open stamp, announcing; and on its pages the tab's title. */
export function StampBackground({ titled }: { titled: boolean }) {
  const { autoRefresh } = usePreferences();
  const operations = useOperations();
  const running = operations.filter((operation) => operation.kind === "running");
  useStampPolling(!autoRefresh);
  useAlertPolling(!autoRefresh);
  return (
    <>
      {running.map(({ key }) => (
        <OperationPoller key={key} operationKey={key} />
      ))}
      <ErrorBoundary silent>
        <Announcer />
      </ErrorBoundary>
      {titled && <DocumentTitle />}
    </>
  );
}

function OperationPoller({ operationKey }: { operationKey: string }) {
  useOperationPolling(operationKey);
  return null;
}
