import { Select, useId } from "@fluentui/react-components";
import type { BackupSort } from "../../domain/sortRows.ts";
import { sortStrings } from "./sortStrings.ts";

/** All orders, so that one chosen on a wide page has its word here; the usual one first. */
const CHOICES: readonly BackupSort[] = [
  { column: "completed", direction: "descending" },
  { column: "completed", direction: "ascending" },
  { column: "name", direction: "ascending" },
  { column: "name", direction: "descending" },
  { column: "state", direction: "ascending" },
  { column: "state", direction: "descending" },
  { column: "duration", direction: "descending" },
  { column: "duration", direction: "ascending" },
  { column: "trigger", direction: "ascending" },
  { column: "trigger", direction: "descending" },
];

export interface SortChoiceProps {
  sort: BackupSort;
  onSort: (sort: BackupSort) => void;
}

/** What narrow tables have in place of their header. */
export function SortChoice({ sort, onSort }: SortChoiceProps) {
  const id = useId();
  return (
    <>
      <label htmlFor={id}>{sortStrings.label}</label>
      <Select
        id={id}
        value={sort.column + sort.direction}
        onChange={({ target }) => onSort(CHOICES[target.selectedIndex] ?? sort)}
      >
        {CHOICES.map(({ column, direction }) => (
          <option key={column + direction} value={column + direction}>
            {sortStrings.sorts[column][direction]}
          </option>
        ))}
      </Select>
    </>
  );
}
