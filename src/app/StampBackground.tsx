import { Suspense } from "react";
import { DocumentTitle } from "../features/notifications/DocumentTitle.tsx";
import type { StampSession } from "../queries/stampSession.ts";
import { useOperations } from "../queries/useOperations.ts";
import { useOperationPolling, useStampPolling } from "../queries/useStampPolling.ts";
import { ErrorBoundary } from "../ui/ErrorBoundary.tsx";
import { lazyPart, usePageAtRest } from "../ui/lazyPart.ts";
import { useOverlayKeeper } from "../ui/overlays.ts";
import { usePreferences } from "../ui/preferences.ts";
import { Alerts } from "./Alerts.tsx";

const Announcer = lazyPart(() =>
  import("../features/notifications/Announcer.tsx").then((module) => module.Announcer),
);

/** What goes on whichever page is shown: polling the open stamp, announcing; and on its pages the tab's title. */
export function StampBackground({ titled, others }: { titled: boolean; others: readonly StampSession[] }) {
  const { autoRefresh } = usePreferences();
  const operations = useOperations();
  const atRest = usePageAtRest();
  const running = operations.filter((operation) => operation.kind === "running");
  const overlayKeeper = useOverlayKeeper();
  useStampPolling(!autoRefresh);
  return (
    <>
      {running.map(({ key }) => (
        <OperationPoller key={key} operationKey={key} />
      ))}
      <ErrorBoundary silent>
        <Suspense>{(atRest || operations.length > 0) && <Announcer others={others} />}</Suspense>
      </ErrorBoundary>
      <Alerts part="polling" paused={!autoRefresh} />
      {overlayKeeper}
      {titled && <DocumentTitle />}
    </>
  );
}

function OperationPoller({ operationKey }: { operationKey: string }) {
  useOperationPolling(operationKey);
  return null;
}
