import { NEWEST_FIRST, type BackupSort } from "../domain/sortRows.ts";
import { useSession } from "../session/SessionContext.ts";
import { createStampStore, useStampStore } from "../session/stampStore.ts";

const sortOf = createStampStore(NEWEST_FIRST);

/**
 * What the open stamp's list is sorted by, and how to change that. Lasts while the page lives: a reload starts newest
 * first, so that tomorrow no new run is out of sight.
 */
export function useBackupSort(): [BackupSort, (sort: BackupSort) => void] {
  return [useStampStore(sortOf), sortOf(useSession()).set];
}
