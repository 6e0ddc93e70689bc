import type { BackupSort, SortColumn } from "../../domain/sortRows.ts";

/** Words of the choice that narrow pages have in place of the list's header. */
export const sortStrings: {
  label: string;
  sorts: Record<SortColumn, Record<BackupSort["direction"], string>>;
} = {
  label: "Sort by",
  sorts: {
    name: { ascending: "Name, A to Z", descending: "Name, Z to A" },
    completed: { ascending: "Oldest first", descending: "Newest first" },
    state: { ascending: "State, worst first", descending: "State, best first" },
    duration: { ascending: "Shortest first", descending: "Longest first" },
    trigger: { ascending: "On demand first", descending: "Scheduled first" },
  },
};
