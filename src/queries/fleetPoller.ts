import type { QueryClient } from "@tanstack/react-query";
import { hasEnded } from "../domain/tracker.ts";
import { ALERTS, LIST, LOCATION } from "./backupQueries.ts";
import {
  ask,
  createFleetMember,
  isSignedOut,
  tasksOf,
  type FleetMember,
  type FleetTask,
} from "./fleetMember.ts";
import { LANES, PATIENCE_MS, RAMP_GAP_MS, STEADY_GAP_MS } from "./fleetPolling.ts";
import type { StampSession } from "../session/stampSession.ts";

/** Questions that leave their lane when they take too long; an operation is waited for. */
const QUICK: ReadonlySet<string> = new Set([LIST, LOCATION, ALERTS]);

export interface FleetPoller {
  /** Begins, or goes on after a stop. */
  start(): void;
  /** Asks nothing more; what is under way may still be answered. */
  stop(): void;
  /** The tab was hidden or shown, refreshing paused or resumed, the machine woke: looks what is due. */
  rest(resting: boolean): void;
  /** Asks all stamps, or this one, at the operator's word. */
  refresh(stampId?: string): void;
  /** The network is back: stamps without an answer are asked, one after the other. */
  refreshSilent(): void;
  /** The stamp's answer was given up early and is asked for in the slow lane. */
  isSlow: (stampId: string) => boolean;
}

/** Nothing due is looked for at least this often; it is also how late a clock that was set is noticed. */
const LONGEST_TIMER_MS = 60_000;
const SHORTEST_TIMER_MS = 20;

/**
 * Asks the stamps of the fleet, few at once and one after the other: first those that nobody knows, then each at its own
 * phase of the round. Owns one timer. What it asks is stored where a stamp's own blade reads it.
 */
export function createFleetPoller(
  sessions: readonly StampSession[],
  queryClient: QueryClient,
  onSlow: (stampId: string) => void = () => undefined,
): FleetPoller {
  const members = new Map(
    sessions.map((session) => [session.stamp.id, createFleetMember(session, queryClient)]),
  );
  const underWay = new Map<string, "quick" | "slow">();
  const [world] = sessions.map((session) => session.world);
  let timer: ReturnType<typeof setTimeout> | undefined;
  let running = false;
  let resting = false;
  let lastStartAt = Number.NEGATIVE_INFINITY;
  let lastPumpAt = Number.NEGATIVE_INFINITY;
  let stopListening: () => void = () => undefined;

  const now = () => world?.wallClock() ?? 0;
  const nameOf = ({ member, query }: FleetTask) => `${member.session.stamp.id} ${query}`;

  function tasksOfAll(): FleetTask[] {
    const all: FleetTask[] = [];
    let place = 0;
    for (const member of members.values()) {
      member.tasks ??= tasksOf(member, queryClient, { resting, stamps: members.size, place });
      for (const task of member.tasks) if (!underWay.has(nameOf(task))) all.push(task);
      place += 1;
    }
    return all;
  }

  /** Starts what may start now, and comes back when something else may. */
  function pump() {
    clearTimeout(timer);
    if (!running) return;
    const at = now();
    if (at < lastPumpAt) forgetTimes();
    lastPumpAt = at;
    let first: FleetTask | null = null;
    let due = 0;
    let laterAt = Number.POSITIVE_INFINITY;
    for (const task of tasksOfAll()) {
      if (task.dueAt > at) laterAt = Math.min(laterAt, task.dueAt);
      else if (hasLane(task)) {
        due += 1;
        if (!first || task.rank < first.rank || (task.rank === first.rank && task.dueAt < first.dueAt))
          first = task;
      }
    }
    if (!first) return comeBack(laterAt - at);
    const nextAt = lastStartAt + (isAwaited(first) ? RAMP_GAP_MS : STEADY_GAP_MS);
    if (nextAt > at) return comeBack(nextAt - at);
    launch(first);
    comeBack(due > 1 ? RAMP_GAP_MS : laterAt - at);
  }

  /** The clock was set back: nothing must wait until it shows its old time again. */
  function forgetTimes() {
    lastStartAt = Number.NEGATIVE_INFINITY;
    for (const member of members.values()) {
      for (const query of member.askedAt.keys()) member.askedAt.set(query, now());
      member.tasks = null;
    }
  }

  function comeBack(inMs: number) {
    clearTimeout(timer);
    timer = setTimeout(pump, Math.min(Math.max(inMs, SHORTEST_TIMER_MS), LONGEST_TIMER_MS));
  }

  function hasLane({ member }: FleetTask): boolean {
    const lane = member.slow ? "slow" : "quick";
    const inLane = [...underWay.values()].filter((one) => one === lane).length;
    return underWay.size < LANES.all && inLane < LANES[lane];
  }

  /** Whether somebody waits for it: an unknown stamp, or the operator. */
  function isAwaited({ member, query }: FleetTask): boolean {
    return member.wanted.has(query) || ((query === LIST || query === LOCATION) && !member.askedAt.has(query));
  }

  function launch(task: FleetTask) {
    const { member, query } = task;
    const name = nameOf(task);
    const before = member.session.operations.getSnapshot().operations;
    const patience = member.slow ? undefined : setTimeout(() => giveUp(task), PATIENCE_MS);
    underWay.set(name, member.slow ? "slow" : "quick");
    lastStartAt = now();
    member.askedAt.set(query, lastStartAt);
    member.wanted.delete(query);
    member.tasks = null;
    void ask(task, queryClient).then(() => {
      clearTimeout(patience);
      underWay.delete(name);
      member.tasks = null;
      // An answer within the patience of the others: it may go with them again.
      if (now() - (member.askedAt.get(query) ?? 0) < PATIENCE_MS) member.slow = false;
      // List and location both change with a run's end.
      const { operations } = member.session.operations.getSnapshot();
      if (hasEnded(before, operations)) refreshMember(member);
      pump();
    });
  }

  /** Runs that begin, are answered for in another tab, or end; and tokens that come and go: each changes what is due. */
  function listen() {
    const ends = [...members.values()].flatMap((member) => {
      const onChange = () => {
        member.tasks = null;
        // Once more after what changed it has come to its end.
        comeBack(SHORTEST_TIMER_MS);
      };
      const onToken = () => {
        if (!isSignedOut(member.session)) refreshMember(member);
        onChange();
      };
      return [member.session.operations.subscribe(onChange), member.session.token.subscribe(onToken)];
    });
    stopListening = () => {
      for (const end of ends) end();
    };
  }

  function giveUp({ member, query }: FleetTask) {
    const queryKey = ["stamp", member.session.stamp.id, query];
    // Another part of the page waits for the same answer: it is left to its 30 seconds.
    const others = queryClient.getQueryCache().find({ queryKey, exact: true })?.getObserversCount() ?? 0;
    if (others > 0 || !QUICK.has(query)) return;
    member.slow = true;
    member.wanted.add(query);
    member.tasks = null;
    onSlow(member.session.stamp.id);
    void queryClient.cancelQueries({ queryKey, exact: true });
  }

  return {
    start() {
      running = true;
      listen();
      pump();
    },
    stop() {
      running = false;
      stopListening();
      clearTimeout(timer);
    },
    rest(next) {
      if (next !== resting) for (const member of members.values()) member.tasks = null;
      resting = next;
      pump();
    },
    refresh(stampId) {
      for (const [id, member] of members) if (stampId === undefined || stampId === id) refreshMember(member);
      pump();
    },
    refreshSilent() {
      for (const member of members.values()) {
        if (!member.session.failureStreaks.has(LIST)) continue;
        member.wanted.add(LIST);
        member.tasks = null;
      }
      pump();
    },
    isSlow: (stampId) => members.get(stampId)?.slow ?? false,
  };
}

function refreshMember(member: FleetMember): void {
  member.wanted.add(LIST);
  member.wanted.add(LOCATION);
  member.tasks = null;
}
