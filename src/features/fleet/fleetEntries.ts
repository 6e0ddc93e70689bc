import { replaceEqualDeep, type QueryState } from "@tanstack/react-query";
import type { AlertList } from "../../api/alerts.ts";
import type { BackupList } from "../../api/backups.ts";
import { isBehind } from "../../domain/behind.ts";
import { fleetStateOf, type FleetFacts, type FleetState } from "../../domain/fleet.ts";
import type { BackupLocation } from "../../domain/location.ts";
import { noAlertsSentence } from "../../domain/sentences.ts";
import type { Stamp } from "../../domain/stamp.ts";
import { ALERTS, LIST, LOCATION, queryFailure } from "../../queries/backupQueries.ts";
import type { StampSession } from "../../session/stampSession.ts";
import { visitEveryMs } from "./fleetPolling.ts";
import { askedAtOf, isSignedOut, listPaceOf, type Round } from "./fleetVisits.ts";

/** One row of the fleet: the same object until what it says changes. */
export interface FleetEntry {
  stamp: Stamp;
  state: FleetState;
  /** What the state was made of. */
  facts: FleetFacts;
  /** When the list last answered (Date.now()), if that should be shown; null if it answers normally, or never has. */
  lastAnswerAt: number | null;
  /** Whether the next poll is overdue. */
  behind: boolean;
  /** Stamp time, epoch ms. */
  now: () => number;
}

/** A stamp's row, out of what its queries and operations hold. `byTime`: also for what time alone changes. */
export function entryOf(session: StampSession, round: Round, before?: FleetEntry, byTime = true): FleetEntry {
  const { stamp, now } = session;
  const stateOf = <T>(query: string): Partial<QueryState<T>> =>
    round.queryClient.getQueryState<T>(["stamp", stamp.id, query]) ?? {};
  const list = stateOf<BackupList>(LIST);
  const location = stateOf<BackupLocation>(LOCATION);
  const alerts = stateOf<AlertList>(ALERTS).data;
  const facts = replaceEqualDeep<FleetFacts>(before?.facts, {
    alerts:
      alerts && noAlertsSentence(alerts.alerts, alerts.incomplete) !== "noneRead" ? alerts.alerts : null,
    items: list.data?.items ?? null,
    listIncomplete: list.data?.incomplete != null,
    listFailure: queryFailure(session, LIST, list.error),
    location: location.data ?? null,
    locationFailure: queryFailure(session, LOCATION, location.error),
    operations: session.operations.get().operations,
    signedOut: isSignedOut(session),
    slow: round.lanes.slowStamps.has(session),
  });
  if (before && !before.behind && !byTime && facts === before.facts) return before;
  const next = fleetStateOf(facts, now());
  // How long it is overdue is no other verdict.
  const isSame = facts === before?.facts && next.report.verdict.kind === before.state.report.verdict.kind;
  const state = isSame ? before.state : next;
  const answers = state.contact.kind === "answering";
  const everyMs = visitEveryMs(round.stamps, listPaceOf(session, round));
  const askedAt = askedAtOf(session, LIST, round);
  // A sped-up clock outruns the limit of requests, which counts real seconds.
  const keepsUp = session.world.clockRate <= 1;
  const behind =
    keepsUp && answers && everyMs !== null && isBehind(askedAt, everyMs, session.world.wallClock());
  const lastAnswerAt = answers && !behind ? null : list.dataUpdatedAt || null;
  return replaceEqualDeep(before, { stamp, facts, state, lastAnswerAt, behind, now });
}
