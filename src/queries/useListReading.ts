import { useQuery } from "@tanstack/react-query";
import { isBehind } from "../domain/behind.ts";
import { somethingRuns } from "../domain/backupState.ts";
import { backupListQuery, LIST } from "./backupQueries.ts";
import { listInterval } from "./polling.ts";
import { useSession } from "../session/SessionContext.ts";
import { useOperations } from "../session/useOperations.ts";

export interface ListReading {
  /** When the list last answered, local wall clock, epoch ms; null before the first time. Never advances by an error (I9). */
  readAt: number | null;
  /** How often it is asked for while all goes well, ms. */
  everyMs: number | null;
  /** Whether it should long have answered again, and nothing else says that it does not. A caller renders on a beat. */
  behind: boolean;
}

/** How the list is read. Renders at each answer, which must render nothing else. */
export function useListReading(): ListReading {
  const session = useSession();
  const query = useQuery({ ...backupListQuery(session), enabled: false });
  const operations = useOperations();
  const { clockRate, tick } = session.world;
  const running = somethingRuns(query.data?.items ?? [], operations);
  const everyMs =
    listInterval({ running, trouble: null, paused: false, rate: clockRate, seed: null }) || null;
  // A hidden tab asks again when it is shown.
  const excused = query.error !== null || everyMs === null || document.hidden;
  return {
    readAt: query.dataUpdatedAt || null,
    everyMs,
    behind: !excused && isBehind(session.answeredAt.get(LIST) ?? null, everyMs, tick()),
  };
}
