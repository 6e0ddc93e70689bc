import { useOperations } from "../session/useOperations.ts";
import { useStampPolling } from "../queries/useStampPolling.ts";
import { lazyPart, whenIdle } from "../ui/lazyPart.tsx";
import { usePreferences } from "../ui/preferences.ts";
import { OperationPoller } from "./OperationPoller.tsx";

// Alerts, announcements and the title are asked for after the rows; with all they need they would be 5 of the first load's 145 KB.
const StampWatch = lazyPart(
  () => whenIdle().then(() => import("./StampWatch.tsx").then((module) => module.StampWatch)),
  "background",
);

/** What goes on whichever page is shown: polling the open stamp, announcing; and on its pages the tab's title. */
export function StampBackground({ onStampPage }: { onStampPage: boolean }) {
  const { autoRefresh } = usePreferences();
  const operations = useOperations();
  const running = operations.filter((operation) => operation.kind === "running");
  useStampPolling(!autoRefresh);
  return (
    <>
      {running.map(({ key }) => (
        <OperationPoller key={key} operationKey={key} />
      ))}
      <StampWatch paused={!autoRefresh} onStampPage={onStampPage} />
    </>
  );
}
