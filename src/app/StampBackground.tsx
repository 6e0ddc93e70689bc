import { Suspense } from "react";
import { DocumentTitle } from "../features/notifications/DocumentTitle.tsx";
import { useOperations } from "../queries/useOperations.ts";
import { useOperationPolling, useStampPolling } from "../queries/useStampPolling.ts";
import { ErrorBoundary } from "../ui/ErrorBoundary.tsx";
import { lazyPart, usePageAtRest } from "../ui/lazyPart.ts";
import { useOverlaysUsed } from "../ui/overlays.ts";
import { usePreferences } from "../ui/preferences.ts";

const Announcer = lazyPart(() =>
  import("../features/notifications/Announcer.tsx").then((module) => module.Announcer),
);

const AlertPolling = lazyPart(() =>
  import("../features/alerts/AlertPolling.tsx").then((module) => module.AlertPolling),
);

const OverlayKeeper = lazyPart(() =>
  import("../ui/OverlayKeeper.tsx").then((module) => module.OverlayKeeper),
);

/** What goes on whichever page is shown: polling the open stamp, announcing; and on its pages the tab's title. */
export function StampBackground({ titled }: { titled: boolean }) {
  const { autoRefresh } = usePreferences();
  const operations = useOperations();
  const atRest = usePageAtRest();
  const running = operations.filter((operation) => operation.kind === "running");
  const overlaysUsed = useOverlaysUsed();
  useStampPolling(!autoRefresh);
  return (
    <>
      {running.map(({ key }) => (
        <OperationPoller key={key} operationKey={key} />
      ))}
      <ErrorBoundary silent>
        <Suspense>{(atRest || operations.length > 0) && <Announcer />}</Suspense>
      </ErrorBoundary>
      <ErrorBoundary silent>
        <Suspense>{atRest && <AlertPolling paused={!autoRefresh} />}</Suspense>
      </ErrorBoundary>
      <ErrorBoundary silent>
        <Suspense>{overlaysUsed && <OverlayKeeper />}</Suspense>
      </ErrorBoundary>
      {titled && <DocumentTitle />}
    </>
  );
}

function OperationPoller({ operationKey }: { operationKey: string }) {
  useOperationPolling(operationKey);
  return null;
}
