import { somethingRuns } from "../domain/backupState.ts";
import type { QueryClient } from "@tanstack/react-query";
import type { BackupList } from "../api/backups.ts";
import { alertsQuery } from "./alertQueries.ts";
import { ALERTS, LIST, LOCATION, backupListQuery, locationQuery } from "./backupQueries.ts";
import { listDueAt, locationDueAt, type FleetPace } from "./fleetPolling.ts";
import { operationQuery, turnAt } from "./operationQuery.ts";
import type { StampSession } from "../session/stampSession.ts";

/** One stamp as the fleet asks it. */
export interface FleetMember {
  session: StampSession;
  /** When list, location and alerts were last asked, Date.now(). */
  askedAt: Map<string, number>;
  /** What is to be asked at once, at somebody's word or because a run ended. */
  wanted: Set<string>;
  /** What it is to be asked, as last worked out; null once something has changed that. */
  tasks: FleetTask[] | null;
  /** Given up early the last time: it is asked in the slow lane. */
  slow: boolean;
}

/** One question to one stamp. */
export interface FleetTask {
  member: FleetMember;
  /** LIST, LOCATION, ALERTS, or the key of an operation. */
  query: string;
  /** Date.now() from which on it may be asked. */
  dueAt: number;
  /** Lower goes first among those that are due. */
  rank: number;
}

/** A stamp that nobody has asked anything in this page's life, or that another page of it has: its answers count. */
export function createFleetMember(session: StampSession, queryClient: QueryClient): FleetMember {
  const askedAt = new Map<string, number>();
  for (const query of [LIST, LOCATION, ALERTS]) {
    const at = queryClient.getQueryState(["stamp", session.stamp.id, query])?.dataUpdatedAt ?? 0;
    if (at > 0) askedAt.set(query, at);
  }
  return { session, askedAt, wanted: new Set(), tasks: null, slow: false };
}

/** Whether a stamp wants a token that this page does not have, or refused the one it has: it could only refuse. */
export function isSignedOut({ stamp, token }: StampSession): boolean {
  const held = token.get();
  return stamp.auth.kind !== "none" && (held === null || held.refused);
}

type Round = Pick<FleetPace, "resting" | "stamps" | "place">;

/** Everything that this stamp is to be asked, now or later. */
export function tasksOf(member: FleetMember, queryClient: QueryClient, round: Round): FleetTask[] {
  const { session, askedAt, wanted } = member;
  if (isSignedOut(session)) return [];
  const { operations } = session.operations.getSnapshot();
  const tasks: FleetTask[] = [];
  const add = (query: string, dueAt: number | null, rank: number) => {
    if (dueAt !== null || wanted.has(query)) {
      tasks.push({ member, query, dueAt: wanted.has(query) ? 0 : (dueAt ?? 0), rank });
    }
  };
  for (const operation of operations) {
    if (operation.kind === "running") add(operation.key, turnAt(session, operation), RANK.operation);
  }
  const list = queryClient.getQueryState<BackupList>(["stamp", session.stamp.id, LIST]);
  const runs = somethingRuns(list?.data?.items ?? [], operations);
  const unknown = operations.some(({ kind }) => kind === "unknown" || kind === "posting");
  const pace = (query: string): FleetPace => ({
    ...round,
    running: unknown ? "unknownOutcome" : runs ? "running" : "no",
    trouble: session.failureStreaks.get(query) ?? null,
    rate: session.world.clockRate,
    seed: session.seed,
  });
  const listAskedAt = askedAt.get(LIST) ?? null;
  const known = listAskedAt !== null;
  add(LIST, listDueAt(listAskedAt, pace(LIST)), known ? RANK.list : RANK.firstList);
  // A stamp that does not answer for its list is not asked for more; one that refuses it may still tell its location.
  const trouble = session.failureStreaks.get(LIST)?.failure.kind;
  const answers = list?.data !== undefined || (trouble !== undefined && !SILENT.has(trouble));
  if (answers && trouble !== "auth") {
    const locationAskedAt = askedAt.get(LOCATION) ?? null;
    const rank = locationAskedAt === null ? RANK.firstLocation : RANK.location;
    add(LOCATION, locationDueAt(locationAskedAt, pace(LOCATION)), rank);
    add(ALERTS, locationDueAt(askedAt.get(ALERTS) ?? null, pace(ALERTS)), RANK.alerts);
  }
  return tasks;
}

const SILENT: ReadonlySet<string> = new Set(["offline", "timeout"]);

/** What runs first, then what nobody knows yet, then the round. */
const RANK = { operation: 0, firstList: 1, firstLocation: 1, list: 2, location: 3, alerts: 4 } as const;

// Stale whatever the clock says: after it was set back, answers would look as if they came from the future.
const NOW = { staleTime: Number.NEGATIVE_INFINITY } as const;

/** Asks one question; resolves when it is answered or given up, whatever came of it. */
export async function ask({ member, query }: FleetTask, queryClient: QueryClient): Promise<void> {
  const { session } = member;
  try {
    if (query === LIST) await queryClient.fetchQuery({ ...backupListQuery(session), ...NOW });
    else if (query === LOCATION) await queryClient.fetchQuery({ ...locationQuery(session), ...NOW });
    else if (query === ALERTS) await queryClient.fetchQuery({ ...alertsQuery(session), ...NOW });
    else await queryClient.fetchQuery({ ...operationQuery(session, query), ...NOW });
  } catch {
    // Kept by the query and by the session's failure streaks.
  }
}
