import { useState } from "react";
import {
  isShownAs,
  orderOf,
  outOfOrder,
  severityOf,
  type FleetPlace,
  type FleetShow,
  type FleetSort,
} from "../../domain/fleet.ts";
import { searchStamps } from "../../domain/searchStamps.ts";
import type { FleetStart, FleetStartState } from "./fleetStarts.ts";
import type { FleetEntry } from "./fleetEntries.ts";
import { busyReason } from "../../common/busyReason.ts";
import { fleetStrings } from "./strings.ts";

export interface FleetFilter {
  search: string;
  show: FleetShow;
  sort: FleetSort;
}

/** One row of the table: the same object until what it shows changes. */
export interface FleetRowItem {
  key: string;
  entry: FleetEntry;
  start: FleetStartState | undefined;
  /** Why Backup now is disabled; null when it is not. */
  disabledReason: string | null;
}

export interface FleetList {
  /** All stamps, by id. */
  items: ReadonlyMap<string, FleetRowItem>;
  /** Those that the filter shows, in order. */
  rows: FleetRowItem[];
  /** How many stamps have another state than the order was made of, while it is held. */
  changed: number;
  sortAgain: () => void;
}

/**
 * The rows in the operator's order and filter. The order is recomputed when a state changes, never by a poll alone, and
 * not while `held`: no row moves away from under a pointer or the focus.
 */
export function useFleetList(
  entries: readonly FleetEntry[],
  starts: readonly FleetStart[],
  filter: FleetFilter,
  held: boolean,
): FleetList {
  const places = entries.map(placeOf);
  const [order, setOrder] = useState(() => orderOf(places, filter.sort));
  const [memoized] = useState(() => new WeakMap<FleetEntry, FleetRowItem>());
  const changed = outOfOrder(order, places);
  const sortAgain = () => setOrder(orderOf(places, filter.sort));
  const known = new Set(order.ids);
  const others = known.size !== entries.length || entries.some(({ stamp }) => !known.has(stamp.id));
  if (others || order.sort !== filter.sort || (changed > 0 && !held)) sortAgain();
  const startOf = new Map(starts.map(({ stampId, state }) => [stampId, state]));
  const items = new Map(
    entries.map((entry) => [entry.stamp.id, itemOf(entry, startOf.get(entry.stamp.id), memoized)]),
  );
  const found = new Set(
    searchStamps(
      entries.map(({ stamp }) => stamp),
      filter.search,
    ),
  );
  const rows = order.ids.flatMap((id) => {
    const item = items.get(id);
    return item && found.has(item.entry.stamp) && isShownAs(item.entry.state, filter.show) ? [item] : [];
  });
  return { items, rows, changed, sortAgain };
}

function itemOf(
  entry: FleetEntry,
  start: FleetStartState | undefined,
  memoized: WeakMap<FleetEntry, FleetRowItem>,
): FleetRowItem {
  const before = memoized.get(entry);
  if (before && before.start === start) return before;
  const item = { key: entry.stamp.id, entry, start, disabledReason: disabledReasonOf(entry, start) };
  memoized.set(entry, item);
  return item;
}

function disabledReasonOf({ state }: FleetEntry, start: FleetStartState | undefined): string | null {
  const texts = fleetStrings.disabledReason;
  if (start?.kind === "waiting") return texts.waiting;
  if (start?.kind === "starting") return texts.posting;
  if (state.contact.kind === "signIn") return texts.signIn;
  if (state.contact.kind === "asking") return texts.asking;
  return state.busy?.kind === "unknownOutcome" ? texts.unknownOutcome : busyReason(state.busy);
}

function placeOf({ stamp, state }: FleetEntry): FleetPlace {
  return {
    id: stamp.id,
    title: stamp.title,
    severity: severityOf(state),
    lastSuccessAt: state.report.lastSuccessAt,
  };
}
