import { Button, Label, SearchBox, Select, useId } from "@fluentui/react-components";
import type { FleetShow, FleetSort } from "../../domain/fleet.ts";
import styles from "./FleetFilters.module.css";
import { fleetStrings } from "./strings.ts";
import type { FleetFilter } from "./useFleetList.ts";

const filterStrings = fleetStrings.filter;

export interface FleetFiltersProps {
  filter: FleetFilter;
  shown: number;
  all: number;
  /** How many stamps would move if the list were sorted again. */
  changed: number;
  onFilter: (filter: FleetFilter) => void;
  onSortAgain: () => void;
}

/** Search by name, show by state, sort; and that the order is no longer that of the states. */
export function FleetFilters({ filter, shown, all, changed, onFilter, onSortAgain }: FleetFiltersProps) {
  const id = useId();
  return (
    <div className={styles["bar"]} role="search" aria-label={filterStrings.label}>
      <SearchBox
        className={styles["search"] ?? ""}
        aria-label={filterStrings.search}
        placeholder={filterStrings.search}
        value={filter.search}
        onChange={(_, { value }) => onFilter({ ...filter, search: value })}
      />
      <span className={styles["field"]}>
        <Label htmlFor={`${id}-show`}>{filterStrings.show}</Label>
        <Select
          id={`${id}-show`}
          value={filter.show}
          onChange={(_, { value }) =>
            onFilter({ ...filter, show: keyOf<FleetShow>(fleetStrings.show, value) ?? "all" })
          }
        >
          <Options of={fleetStrings.show} />
        </Select>
      </span>
      <span className={styles["field"]}>
        <Label htmlFor={`${id}-sort`}>{filterStrings.sort}</Label>
        <Select
          id={`${id}-sort`}
          value={filter.sort}
          onChange={(_, { value }) =>
            onFilter({ ...filter, sort: keyOf<FleetSort>(filterStrings.sorts, value) ?? "worst" })
          }
        >
          <Options of={filterStrings.sorts} />
        </Select>
      </span>
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

function Options({ of }: { of: Readonly<Record<string, string>> }) {
  return Object.entries(of).map(([value, text]) => (
    <option key={value} value={value}>
      {text}
    </option>
  ));
}

function keyOf<Key extends string>(record: Readonly<Record<Key, string>>, text: string): Key | undefined {
  // Object.keys forgets that the record is closed.
  return (Object.keys(record) as Key[]).find((key) => key === text);
}
