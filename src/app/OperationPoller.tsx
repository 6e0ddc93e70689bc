import { useOperationPolling } from "../queries/useStampPolling.ts";

/** Asks about one running operation of the session around it. A component, as their number changes. */
export function OperationPoller({ operationKey }: { operationKey: string }) {
  useOperationPolling(operationKey);
  return null;
}
