import { useAlertPolling } from "../../queries/useAlerts.ts";

/** Asks for the alerts, on whichever page of the stamp; a part of its own, so that the first load has none of it. */
export function AlertPolling({ paused }: { paused: boolean }) {
  useAlertPolling(paused);
  return null;
}
