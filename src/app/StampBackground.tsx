import { useOperations } from "../session/useOperations.ts";
import { useStampPolling } from "../queries/useStampPolling.ts";
import { lazyPart, whenIdle } from "../ui/lazyPart.tsx";
import { usePreferences } from "../ui/preferences.ts";
import { OperationPoller } from "./OperationPoller.tsx";

// Alerts, announcements and the title load after the rows: they would add 5 KB to the first load.
const StampWatch = lazyPart(
  () => whenIdle().then(() => import("./StampWatch.tsx").then((module) => module.StampWatch)),
  "background",
);

/** Background work on every page: polling the open stamp and announcing; on the stamp's pages also the tab's title. */
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
