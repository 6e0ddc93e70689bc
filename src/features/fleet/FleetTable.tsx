import type { FleetSort } from "../../domain/fleet.ts";
import type { FleetStartState } from "../../queries/fleetStarts.ts";
import { AppLink } from "../../ui/AppLink.tsx";
import { DataTable } from "../../ui/DataTable.tsx";
import { fleetStrings } from "../../ui/fleetStrings.ts";
import type { FleetRowActions } from "./FleetRow.tsx";
import { FleetVerdict } from "./FleetVerdict.tsx";
import type { FleetRowItem } from "./useFleetList.ts";

const words = fleetStrings.column;

export interface FleetTableProps extends FleetRowActions {
  rows: FleetRowItem[];
  sort: FleetSort;
  selected: ReadonlySet<string>;
  startOf: ReadonlyMap<string, FleetStartState>;
  blockedOf: ReadonlyMap<string, string | null>;
  hrefOf: (stampId: string) => string;
  alertsHrefOf: (stampId: string) => string;
  onHeld: (held: boolean) => void;
}

export function FleetTable({ rows, hrefOf, selected }: FleetTableProps) {
  return (
    <DataTable
      label={fleetStrings.grid}
      rows={rows}
      selected={selected}
      columns={[
        {
          key: "name",
          label: words.name,
          rowHeader: true,
          cell: ({ entry }) => <AppLink to={hrefOf(entry.stamp.id)}>{entry.stamp.title}</AppLink>,
          interactive: () => true,
        },
        {
          key: "verdict",
          label: words.verdict,
          cell: ({ entry }) => <FleetVerdict entry={entry} href={hrefOf(entry.stamp.id)} />,
        },
      ]}
    />
  );
}
