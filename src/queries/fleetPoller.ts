import type { QueryClient } from "@tanstack/react-query";
import { LIST, LOCATION } from "./backupQueries.ts";
import { ask, createFleetMember, tasksOf, type FleetMember, type FleetTask } from "./fleetMember.ts";
import { LANES, PATIENCE_MS, RAMP_GAP_MS, STEADY_GAP_MS } from "./fleetPolling.ts";
import type { StampSession } from "./stampSession.ts";

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

  const now = () => world?.wallClock() ?? 0;
  const nameOf = ({ member, query }: FleetTask) => `${member.session.stamp.id} ${query}`;

  function tasks(): FleetTask[] {
    return [...members.values()].flatMap((member, place) =>
      tasksOf(member, queryClient, { resting, stamps: members.size, place }),
    );
  }

  /** Starts what may start now, and comes back when something else may. */
  function pump() {
    clearTimeout(timer);
    if (!running) return;
    const at = now();
    // A clock that was set back must not keep the page waiting for its old time.
    if (lastStartAt > at) lastStartAt = Number.NEGATIVE_INFINITY;
    const waiting = tasks()
      .filter((task) => !underWay.has(nameOf(task)))
      .toSorted((a, b) => a.rank - b.rank || a.dueAt - b.dueAt);
    const due = waiting.filter((task) => task.dueAt <= at && hasLane(task));
    const [first] = due;
    const later = Math.min(...waiting.filter((task) => task.dueAt > at).map((task) => task.dueAt));
    if (!first) return comeBack(later - at);
    const nextAt = lastStartAt + (isAwaited(first) ? RAMP_GAP_MS : STEADY_GAP_MS);
    if (nextAt > at) return comeBack(nextAt - at);
    launch(first);
    comeBack(due.length > 1 ? SHORTEST_TIMER_MS : later - at);
  }

  function comeBack(inMs: number) {
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
    const wasRunning = runningOf(member);
    const patience = member.slow ? undefined : setTimeout(() => giveUp(task), PATIENCE_MS);
    underWay.set(name, member.slow ? "slow" : "quick");
    lastStartAt = now();
    member.askedAt.set(query, lastStartAt);
    member.wanted.delete(query);
    void ask(task, queryClient).then(() => {
      clearTimeout(patience);
      underWay.delete(name);
      // An answer within the patience of the others: it may go with them again.
      if (now() - (member.askedAt.get(query) ?? 0) < PATIENCE_MS) member.slow = false;
      // List and location both change with a run's end.
      if (runningOf(member) < wasRunning) refreshMember(member);
      pump();
    });
  }

  function giveUp({ member, query }: FleetTask) {
    const queryKey = ["stamp", member.session.stamp.id, query];
    // Another part of the page waits for the same answer: it is left to its 30 seconds.
    const others = queryClient.getQueryCache().find({ queryKey, exact: true })?.getObserversCount() ?? 0;
    if (others > 0 || (query !== LIST && query !== LOCATION)) return;
    member.slow = true;
    member.wanted.add(query);
    onSlow(member.session.stamp.id);
    void queryClient.cancelQueries({ queryKey, exact: true });
  }

  return {
    start() {
      running = true;
      pump();
    },
    stop() {
      running = false;
      clearTimeout(timer);
    },
    rest(next) {
      resting = next;
      pump();
    },
    refresh(stampId) {
      for (const [id, member] of members) if (stampId === undefined || stampId === id) refreshMember(member);
      pump();
    },
    refreshSilent() {
      for (const member of members.values()) if (member.session.troubles.has(LIST)) member.wanted.add(LIST);
      pump();
    },
    isSlow: (stampId) => members.get(stampId)?.slow ?? false,
  };
}

function runningOf({ session }: FleetMember): number {
  return session.operations.getSnapshot().operations.filter(({ kind }) => kind === "running").length;
}

function refreshMember(member: FleetMember): void {
  member.wanted.add(LIST);
  member.wanted.add(LOCATION);
}
