import { useState } from "react";
import {
  needsAttention,
  orderOf,
  outOfOrder,
  severityOf,
  type FleetPlace,
  type FleetSort,
} from "../../domain/fleet.ts";
import { PROTECTION_ORDER, type ProtectionKind } from "../../domain/protection.ts";
import type { FleetEntry } from "../../queries/fleetStore.ts";

/** Which stamps are shown: all, those of one verdict, or those in one of these states. */
export type FleetShow = "all" | "attention" | "running" | "silent" | "signIn" | ProtectionKind;

export interface FleetFilter {
  search: string;
  show: FleetShow;
  sort: FleetSort;
}

export interface FleetRowItem {
  key: string;
  entry: FleetEntry;
}

export interface FleetList {
  rows: FleetRowItem[];
  /** How many stamps have another verdict than the order was made of, while it is held. */
  changed: number;
  sortAgain: () => void;
}

/**
 * The rows in the operator's order and filter. The order is made anew where a verdict changes, never by a mere poll, and
 * not while `held`: no row moves away under a pointer or a finger on the keys.
 */
export function useFleetList(entries: readonly FleetEntry[], filter: FleetFilter, held: boolean): FleetList {
  const places = entries.map(placeOf);
  const [order, setOrder] = useState(() => orderOf(places, filter.sort));
  const changed = outOfOrder(order, places);
  const sortAgain = () => setOrder(orderOf(places, filter.sort));
  const known = new Set(order.ids);
  const others = known.size !== entries.length || entries.some(({ stamp }) => !known.has(stamp.id));
  if (others || order.sort !== filter.sort || (changed > 0 && !held)) sortAgain();
  const byId = new Map(entries.map((entry) => [entry.stamp.id, entry]));
  const rows = order.ids.flatMap((key) => {
    const entry = byId.get(key);
    return entry && isShown(entry, filter) ? [{ key, entry }] : [];
  });
  return { rows, changed, sortAgain };
}

function placeOf({ stamp, state }: FleetEntry): FleetPlace {
  return {
    id: stamp.id,
    title: stamp.title,
    severity: severityOf(state),
    lastSuccessAt: state.report.lastSuccessAt,
  };
}

function isShown({ stamp, state }: FleetEntry, { search, show }: FleetFilter): boolean {
  const words = search.trim().toLocaleLowerCase();
  const named = [stamp.title, stamp.id, stamp.region].some((name) =>
    name.toLocaleLowerCase().includes(words),
  );
  if (!named) return false;
  switch (show) {
    case "all":
      return true;
    case "attention":
      return needsAttention(state);
    case "running":
      return state.busy !== null && state.busy.kind !== "unfollowed";
    case "silent":
    case "signIn":
      return state.contact.kind === show;
    case "protected":
    case "overdue":
    case "lastAttemptFailed":
    case "attemptUnclear":
    case "notUploaded":
    case "onStampOnly":
    case "noBackupYet":
    case "automaticOff":
    case "notConfigured":
    case "cannotTell":
      return severityOf(state) === PROTECTION_ORDER.indexOf(show);
  }
}
