import type { Fault } from "../../mocks/sim/facts.ts";

const MINUTE = 60_000;

/** What goes wrong in each hour, in turn: for ten minutes, or for so many requests. All of it ends by itself. */
const TROUBLES: readonly Fault[] = [
  { kind: "status", status: 503 },
  { kind: "network" },
  { kind: "html" },
  { kind: "status", status: 429, headers: { "Retry-After": "90" }, remaining: 6 },
  { kind: "truncated" },
  { kind: "hang", remaining: 1 },
  { kind: "listSaysStatus", status: "Rebalancing" },
  { kind: "retryAfter", value: "soon" },
  { kind: "status", status: 500, route: "backups" },
  { kind: "network", route: "operationResult" },
];

export function faultOfHour(hour: number, now: number): Fault {
  // The list is never empty.
  const trouble = TROUBLES[hour % TROUBLES.length] ?? { kind: "network" };
  return { ...trouble, fromAt: now, untilAt: now + 10 * MINUTE };
}
