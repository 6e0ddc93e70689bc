import { useDeferredValue, useMemo } from "react";
import { filterRows, queryOfView, viewOfQuery, type ListView } from "../../../domain/backupFilter.ts";
import type { BackupRow } from "../../../domain/backupState.ts";
import { useSession } from "../../../session/SessionContext.ts";
import { useHashQuery } from "../../../ui/hashLocation.ts";

/**
 * Filter and columns of the list, which the address holds, how to change them, and the rows that match. While somebody
 * types, a long list follows a moment later.
 */
export function useShownRows(rows: readonly BackupRow[]): {
  view: ListView;
  setView: (view: ListView) => void;
  shown: readonly BackupRow[];
} {
  const { now } = useSession();
  const [query, setQuery] = useHashQuery();
  const view = useMemo(() => viewOfQuery(query), [query]);
  const filter = useDeferredValue(view.filter);
  const shown = useMemo(() => filterRows(rows, filter, now()), [rows, filter, now]);
  return { view, setView: (next) => setQuery(queryOfView(next)), shown };
}
