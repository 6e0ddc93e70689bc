import { queryOptions } from "@tanstack/react-query";
import { listAlerts } from "../api/alerts.ts";
import { ALERTS, noting, POLLED } from "./backupQueries.ts";
import type { StampSession } from "../session/stampSession.ts";

/** The stamp's backup alerts, active and closed; polled every 60 s by `alertsInterval` (docs/architecture.md "Polling"). */
export function alertsQuery(session: StampSession) {
  return queryOptions({
    queryKey: ["stamp", session.stamp.id, ALERTS],
    queryFn: ({ signal }) => noting(session, ALERTS, signal, () => listAlerts(session.client, signal)),
    ...POLLED,
  });
}
