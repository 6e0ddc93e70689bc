import { Announcer } from "../features/notifications/Announcer.tsx";
import { useAlertPolling } from "../queries/useAlerts.ts";

/** What goes on beside the list on whichever page of the stamp: asking for its alerts, announcing starts and ends. */
export function StampWatch({ paused }: { paused: boolean }) {
  useAlertPolling(paused);
  return <Announcer />;
}
