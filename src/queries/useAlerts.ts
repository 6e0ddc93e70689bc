import { useQuery } from "@tanstack/react-query";
import type { Alert } from "../domain/alert.ts";
import type { Failure } from "../domain/failure.ts";
import { alertsQuery } from "./alertQueries.ts";
import { ALERTS, queryFailure } from "./backupQueries.ts";
import { alertsInterval } from "./polling.ts";
import { useSession } from "../session/SessionContext.ts";
import { paceOf } from "./useStampPolling.ts";
import { useToken } from "../session/useToken.ts";

/** Polls the alerts; mounted once, in a part that loads after the rows are shown. */
export function useAlertPolling(paused: boolean): void {
  const session = useSession();
  const { wanted, present } = useToken();
  useQuery({
    ...alertsQuery(session),
    enabled: !wanted || present,
    refetchInterval: ({ state }) =>
      alertsInterval({ ...paceOf(session, ALERTS, paused), first: state.dataUpdateCount === 1 }),
    notifyOnChangeProps: [],
  });
}

export interface AlertsState {
  /** Null until first read. */
  alerts: readonly Alert[] | null;
  /** Whether there may be more alerts. */
  incomplete: boolean;
  /** Why the last request failed; null if it succeeded. */
  failure: Failure | null;
}

/** The stamp's backup alerts as last read: worst and newest first, closed ones last. */
export function useAlerts(): AlertsState {
  const session = useSession();
  const { data, error } = useQuery({ ...alertsQuery(session), enabled: false });
  return {
    alerts: data?.alerts ?? null,
    incomplete: data?.incomplete ?? false,
    failure: queryFailure(session, ALERTS, error),
  };
}
