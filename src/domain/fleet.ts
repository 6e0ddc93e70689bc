import type { Alert } from "./alert.ts";
import { busyWith, reconcile, type Busy, type ListItem } from "./backupState.ts";
import type { Failure } from "./failure.ts";
import type { BackupLocation } from "./location.ts";
import type { Operation } from "./operation.ts";
import { estimateFrom, type Estimate } from "./progress.ts";
import { PROTECTION_ORDER, protectionOf, type ProtectionKind, type ProtectionReport } from "./protection.ts";
import { backupsOf } from "./tracker.ts";

/** How a stamp stands with this page; what is known of its backups stays beside each of them. */
export type Contact =
  /** Not asked yet, or its first answer is under way. */
  | { kind: "asking" }
  | { kind: "answering" }
  /** The last question brought no answer: why, or null where it was given up early and is asked with more patience. */
  | { kind: "silent"; failure: Failure | null }
  /** It wants a token that is not there, or refused the one that is. */
  | { kind: "signIn" };

/** What this page holds of one stamp. */
export interface FleetFacts {
  /** Null while the list was never read. */
  items: readonly ListItem[] | null;
  listIncomplete: boolean;
  listFailure: Failure | null;
  location: BackupLocation | null;
  locationFailure: Failure | null;
  /** Null while they were never read; a stamp that refuses them stays so. */
  alerts: readonly Alert[] | null;
  operations: readonly Operation[];
  /** Whether a token is wanted and missing, so that nothing is asked. */
  signedOut: boolean;
  /** Whether the last question was given up early. */
  slow: boolean;
}

/** What the fleet page claims of one stamp: the same fold and the same verdict as on its blade. */
export interface FleetState {
  contact: Contact;
  report: ProtectionReport;
  busy: Busy;
  estimate: Estimate;
  location: BackupLocation | null;
  /** How many backup alerts are active; null where nobody knows. */
  activeAlerts: number | null;
}

/** Folds what is held of a stamp at `now` (stamp time) into what its row may claim. */
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
  // A stamp without a location may well refuse a list: that is an answer, and a verdict.
  if (listFailure && verdict.kind === "cannotTell") return { kind: "silent", failure: listFailure };
  // One that has answered before is taken at its word until a question has really failed.
  if (slow && items === null) return { kind: "silent", failure: null };
  const listAsked = items !== null || listFailure !== null;
  if (!listAsked || (location === null && locationFailure === null)) return { kind: "asking" };
  return { kind: "answering" };
}

/** Place among the verdicts, worst first: 0 is the worst. What is still being asked has none yet and comes last. */
export function severityOf({ contact, report }: Pick<FleetState, "contact" | "report">): number {
  if (contact.kind === "asking") return PROTECTION_ORDER.length;
  // An old verdict of a stamp that does not answer now is none.
  return PROTECTION_ORDER.indexOf(contact.kind === "answering" ? report.verdict.kind : "cannotTell");
}

/** Whether an operator should look at it: anything but protected, once the stamp was asked. */
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

/** What decides a stamp's place in the list. */
export interface FleetPlace {
  id: string;
  title: string;
  severity: number;
  /** Completion of the last success, epoch ms; null for none. */
  lastSuccessAt: number | null;
}

export type FleetSort = "worst" | "name";

/** Ids in the operator's order. By severity, then by the oldest success, then by name; nothing of it moves with time. */
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

/** An order as it stands on the page, with the severities that it was made of. */
export interface FleetOrder {
  ids: readonly string[];
  sort: FleetSort;
  severities: ReadonlyMap<string, number>;
}

/** A fresh order. */
export function orderOf(places: readonly FleetPlace[], sort: FleetSort): FleetOrder {
  return {
    ids: sortedFleet(places, sort),
    sort,
    severities: new Map(places.map(({ id, severity }) => [id, severity])),
  };
}

/** How many stamps have another severity than the order was made of: polls alone never move a row. */
export function outOfOrder(order: FleetOrder, places: readonly FleetPlace[]): number {
  if (order.sort === "name") return 0;
  return places.filter(({ id, severity }) => order.severities.get(id) !== severity).length;
}
