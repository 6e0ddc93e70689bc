import { Button } from "@fluentui/react-components";
import { useMemo } from "react";
import { NO_FILTER } from "../../../domain/backupFilter.ts";
import { EmptyState } from "../../../ui/EmptyState.tsx";
import { BackupTable, type BackupTableProps } from "../BackupTable.tsx";
import { optionalColumns } from "./optionalColumns.tsx";
import { listStrings } from "./strings.ts";
import { useShownRows } from "./useListView.ts";

/** The list by what the address holds: the rows that match, with further columns; or that none matches. */
export function FilteredBackups({ rows, ...rest }: Omit<BackupTableProps, "more">) {
  const { view, setView, shown } = useShownRows(rows);
  const more = useMemo(() => optionalColumns(view.columns), [view.columns]);
  if (shown.length > 0) return <BackupTable rows={shown} more={more} {...rest} />;
  return (
    <EmptyState
      title={listStrings.noMatchTitle}
      actions={<Button onClick={() => setView({ ...view, filter: NO_FILTER })}>{listStrings.clear}</Button>}
    >
      <p>{listStrings.noMatch}</p>
    </EmptyState>
  );
}
