import { useId } from "react";
import type { FleetSort } from "../../domain/fleet.ts";
import { Button } from "@fluentui/react-components";
import { fleetStrings } from "../../ui/fleetStrings.ts";
import { protectionWords } from "../../ui/protectionStrings.ts";
import styles from "./FleetFilters.module.css";
import type { FleetFilter, FleetShow } from "./useFleetList.ts";

const words = fleetStrings.filter;

const SHOWS: Record<FleetShow, string> = {
  all: words.all,
  attention: words.attention,
  running: words.running,
  silent: words.silent,
  signIn: words.signIn,
  ...protectionWords,
};

export interface FleetFiltersProps {
  filter: FleetFilter;
  shown: number;
  all: number;
  /** How many stamps would stand elsewhere if the list were sorted again. */
  changed: number;
  onFilter: (filter: FleetFilter) => void;
  onSortAgain: () => void;
}

/** Search by name, show by verdict, sort; and the word that the order is no longer that of the verdicts. */
export function FleetFilters({ filter, shown, all, changed, onFilter, onSortAgain }: FleetFiltersProps) {
  const id = useId();
  return (
    <div className={styles["bar"]} role="search" aria-label={words.label}>
      <input
        type="search"
        className={styles["search"]}
        aria-label={words.search}
        placeholder={words.search}
        value={filter.search}
        onChange={(event) => onFilter({ ...filter, search: event.target.value })}
      />
      <label htmlFor={`${id}-show`}>{words.show}</label>
      <select
        id={`${id}-show`}
        className={styles["select"]}
        value={filter.show}
        onChange={(event) => onFilter({ ...filter, show: keyOf(SHOWS, event.target.value) ?? "all" })}
      >
        {entriesOf(SHOWS).map(([value, text]) => (
          <option key={value} value={value}>
            {text}
          </option>
        ))}
      </select>
      <label htmlFor={`${id}-sort`}>{words.sort}</label>
      <select
        id={`${id}-sort`}
        className={styles["select"]}
        value={filter.sort}
        onChange={(event) => onFilter({ ...filter, sort: keyOf(words.sorts, event.target.value) ?? "worst" })}
      >
        {entriesOf<FleetSort>(words.sorts).map(([value, text]) => (
          <option key={value} value={value}>
            {text}
          </option>
        ))}
      </select>
      <span className="muted" role="status">
        {fleetStrings.count(shown, all)}
      </span>
      {changed > 0 && (
        <span className={styles["changed"]}>
          {fleetStrings.order.changed(changed)}{" "}
          <Button size="small" onClick={onSortAgain}>
            {fleetStrings.order.again}
          </Button>
        </span>
      )}
    </div>
  );
}

function entriesOf<Key extends string>(record: Readonly<Record<Key, string>>): [Key, string][] {
  // Object.entries forgets the keys of a closed record.
  return Object.entries(record) as [Key, string][];
}

function keyOf<Key extends string>(record: Readonly<Record<Key, string>>, text: string): Key | undefined {
  return entriesOf(record).find(([key]) => key === text)?.[0];
}
