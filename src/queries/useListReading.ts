import { useQuery } from "@tanstack/react-query";
import { isBehind } from "../domain/behind.ts";
import { somethingRuns } from "../domain/backupState.ts";
import { ALERTS, backupListQuery, LIST, LOCATION } from "./backupQueries.ts";
import { alertsInterval, listInterval, locationInterval } from "./polling.ts";
import { paceOf } from "./useStampPolling.ts";
import { useSession } from "../session/SessionContext.ts";
import { useOperations } from "../session/useOperations.ts";

export interface ListReading {
  /** When the list was last read, local wall clock, epoch ms; null before that. A failure doesn't change it (I9). */
  readAt: number | null;
  /** Polling interval while requests succeed, ms. */
  everyMs: number | null;
  /**
   * Whether an answer of list, location or alerts is overdue and no failure explains it. A caller re-renders
   * periodically.
   */
  behind: boolean;
}

/** State of reading the list. Renders on every answer, which must render nothing else. */
export function useListReading(): ListReading {
  const session = useSession();
  const query = useQuery({ ...backupListQuery(session), enabled: false });
  const operations = useOperations();
  const { tick } = session.world;
  const running = somethingRuns(query.data?.items ?? [], operations);
  const pace = { ...paceOf(session, LIST, false), trouble: null, seed: null };
  const everyMs = listInterval({ ...pace, running });
  const isQueryBehind = (name: string, intervalMs: number | false) =>
    intervalMs !== false &&
    !session.failureStreaks.has(name) &&
    isBehind(session.answeredAt.get(name) ?? null, intervalMs, tick());
  return {
    readAt: query.dataUpdatedAt || null,
    everyMs: everyMs || null,
    // A hidden tab polls again when it is shown.
    behind:
      !document.hidden &&
      (isQueryBehind(LIST, everyMs) ||
        isQueryBehind(LOCATION, locationInterval(pace)) ||
        isQueryBehind(ALERTS, alertsInterval(pace))),
  };
}
