import { useEffect, useRef, useState } from "react";
import type { BackupSort } from "../../domain/sortRows.ts";
import { sortStrings } from "../../ui/sortStrings.ts";
import styles from "./SortChoice.module.css";

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

/** What narrow pages have in place of the header, which they do not show; wide ones hide its place, and have none of it. */
export function SortChoice(props: SortChoiceProps) {
  const place = useRef<HTMLDivElement>(null);
  const [shown, setShown] = useState(false);
  useEffect(() => {
    if (!place.current) return;
    const observer = new ResizeObserver(([entry]) => setShown((entry?.contentRect.height ?? 0) > 0));
    observer.observe(place.current);
    return () => observer.disconnect();
  }, []);
  return (
    <div ref={place} className={styles["place"]}>
      {shown && <Choice {...props} />}
    </div>
  );
}

function Choice({ sort, onSort }: SortChoiceProps) {
  return (
    <label className={styles["choice"]}>
      {sortStrings.label}
      <select
        className={styles["select"]}
        value={sort.column + sort.direction}
        onChange={({ target }) => onSort(CHOICES[target.selectedIndex] ?? sort)}
      >
        {CHOICES.map(({ column, direction }) => (
          <option key={column + direction} value={column + direction}>
            {sortStrings.sorts[column][direction]}
          </option>
        ))}
      </select>
    </label>
  );
}
