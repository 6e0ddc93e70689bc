import type { Alert } from "./alert.ts";
import { busyWith, reconcile, type Busy, type ListItem } from "./backupState.ts";
import type { Failure } from "./failure.ts";
import type { BackupLocation } from "./location.ts";
import type { Operation } from "./operation.ts";
import { estimateFrom, type Estimate } from "./progress.ts";
import { PROTECTION_ORDER, protectionOf, type ProtectionKind, type ProtectionReport } from "./protection.ts";
import { backupsOf } from "./tracker.ts";

/** Contact with a stamp, independent of what is known about its backups. */
export type Contact =
  /** Not polled yet, or waiting for the first answer. */
  | { kind: "asking" }
  | { kind: "answering" }
  /** The last request failed: why, or null if it was cancelled early and is retried with a longer timeout. */
  | { kind: "silent"; failure: Failure | null }
  /** It requires a token that is missing or refused. */
  | { kind: "signIn" };

/** What this page holds for one stamp. */
export interface FleetFacts {
  /** Null until the list is first read. */
  items: readonly ListItem[] | null;
  listIncomplete: boolean;
  listFailure: Failure | null;
  location: BackupLocation | null;
  locationFailure: Failure | null;
  /** Null until first read, or if the stamp refuses. */
  alerts: readonly Alert[] | null;
  operations: readonly Operation[];
  /** Whether a required token is missing, so that the stamp isn't polled. */
  signedOut: boolean;
  /** Whether the last request was cancelled early. */
  slow: boolean;
}

/** What the fleet page shows of one stamp: the same state and protection as on its blade. */
export interface FleetState {
  contact: Contact;
  report: ProtectionReport;
  busy: Busy;
  estimate: Estimate;
  location: BackupLocation | null;
  /** Number of active backup alerts; null if unknown. */
  activeAlerts: number | null;
}

/** Derives a stamp's row from what is known of it at `now` (stamp time). */
export function fleetStateOf(facts: FleetFacts, now: number): FleetState {
  const { items, operations, listFailure, location, locationFailure } = facts;
  const rows = reconcile(items ?? [], operations, now);
  const { listIncomplete } = facts;
  const report = protectionOf(
    { rows: items === null ? null : rows, listFailure, listIncomplete, location, locationFailure },
    now,
  );
  return {
    contact: contactOf(facts, report),
    report,
    busy: busyWith(rows, operations),
    estimate: estimateFrom(backupsOf(items ?? []), operations),
    location,
    activeAlerts: facts.alerts?.filter(({ state }) => state === "active").length ?? null,
  };
}

function contactOf(facts: FleetFacts, { verdict }: ProtectionReport): Contact {
  const { items, listFailure, signedOut, slow, location, locationFailure } = facts;
  if (signedOut || listFailure?.kind === "auth") return { kind: "signIn" };
  // A stamp without a location may refuse the list: that is an answer.
  if (listFailure && verdict.kind === "cannotTell") return { kind: "silent", failure: listFailure };
  // After a first answer, only a failed request changes the contact.
  if (slow && items === null) return { kind: "silent", failure: null };
  const listAsked = items !== null || listFailure !== null;
  if (!listAsked || (location === null && locationFailure === null)) return { kind: "asking" };
  return { kind: "answering" };
}

/** Rank by severity: 0 is the worst. A stamp without an answer yet comes last. */
export function severityOf({ contact, report }: Pick<FleetState, "contact" | "report">): number {
  if (contact.kind === "asking") return PROTECTION_ORDER.length;
  // The old state of a stamp that doesn't answer doesn't count.
  return PROTECTION_ORDER.indexOf(contact.kind === "answering" ? report.verdict.kind : "cannotTell");
}

/** Whether it needs attention: anything but protected, once the stamp has been polled. */
export function needsAttention(state: Pick<FleetState, "contact" | "report">): boolean {
  return severityOf(state) < PROTECTION_ORDER.indexOf("protected");
}

/** Which stamps are shown: all, those of one verdict, or those in one of these states. */
export type FleetShow = "all" | "attention" | "running" | "silent" | "signIn" | ProtectionKind;

/** Whether a stamp is among those that are shown. */
export function isShownAs(state: Pick<FleetState, "contact" | "report" | "busy">, show: FleetShow): boolean {
  if (show === "all") return true;
  if (show === "attention") return needsAttention(state);
  if (show === "running") return state.busy !== null;
  if (show === "silent" || show === "signIn") return state.contact.kind === show;
  return severityOf(state) === PROTECTION_ORDER.indexOf(show);
}

/** Sort keys of a stamp in the list. */
export interface FleetPlace {
  id: string;
  title: string;
  severity: number;
  /** Completion of the last success, epoch ms; null for none. */
  lastSuccessAt: number | null;
}

export type FleetSort = "worst" | "name";

/** Ids in the chosen order. By severity, oldest success, then name; the order doesn't change with time. */
export function sortedFleet(places: readonly FleetPlace[], sort: FleetSort): string[] {
  return places
    .toSorted(sort === "name" ? byName : (a, b) => worseFirst(a, b) || byName(a, b))
    .map(({ id }) => id);
}

function worseFirst(a: FleetPlace, b: FleetPlace): number {
  return a.severity - b.severity || (a.lastSuccessAt ?? 0) - (b.lastSuccessAt ?? 0);
}

function byName(a: FleetPlace, b: FleetPlace): number {
  return a.title.localeCompare(b.title, "en") || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
}

/** The order on the page, with the severities it was made from. */
export interface FleetOrder {
  ids: readonly string[];
  sort: FleetSort;
  severities: ReadonlyMap<string, number>;
}

/** Makes a new order. */
export function orderOf(places: readonly FleetPlace[], sort: FleetSort): FleetOrder {
  return {
    ids: sortedFleet(places, sort),
    sort,
    severities: new Map(places.map(({ id, severity }) => [id, severity])),
  };
}

/** Number of stamps whose severity changed since the order was made: polls never move rows. */
export function outOfOrder(order: FleetOrder, places: readonly FleetPlace[]): number {
  if (order.sort === "name") return 0;
  return places.filter(({ id, severity }) => order.severities.get(id) !== severity).length;
}
