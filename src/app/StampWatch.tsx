import { Announcer } from "../features/notifications/Announcer.tsx";
import type { StampSession } from "../queries/stampSession.ts";
import { useAlertPolling } from "../queries/useAlerts.ts";

/** What goes on beside the list on whichever page of the stamp: asking for its alerts, announcing starts and ends. */
export function StampWatch({ paused, others }: { paused: boolean; others: readonly StampSession[] }) {
  useAlertPolling(paused);
  return <Announcer others={others} />;
}
