import { useQuery } from "@tanstack/react-query";
import { isBehind } from "../domain/behind.ts";
import { somethingRuns } from "../domain/backupState.ts";
import { ALERTS, backupListQuery, LIST, LOCATION } from "./backupQueries.ts";
import { alertsInterval, listInterval, locationInterval } from "./polling.ts";
import { paceOf } from "./useStampPolling.ts";
import { useSession } from "../session/SessionContext.ts";
import { useOperations } from "../session/useOperations.ts";

export interface ListReading {
  /** When the list last answered, local wall clock, epoch ms; null before the first time. Never advances by an error (I9). */
  readAt: number | null;
  /** How often it is asked for while all goes well, ms. */
  everyMs: number | null;
  /**
   * Whether list, essentials or alerts should long have answered again, and nothing else says that they do not. The
   * caller renders on a beat.
   */
  behind: boolean;
}

/** How the list is read. Renders at each answer, which must render nothing else. */
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
    // A hidden tab asks again when it is shown.
    behind:
      !document.hidden &&
      (isQueryBehind(LIST, everyMs) ||
        isQueryBehind(LOCATION, locationInterval(pace)) ||
        isQueryBehind(ALERTS, alertsInterval(pace))),
  };
}
