import { MINUTE } from "./clock.ts";
import { ROUTE_NAMES } from "./facts.ts";
import type { Fault, RouteName } from "./facts.ts";
import type { ScenarioSeed } from "./seeds.ts";
import { withRun } from "./seeds.ts";

/** Asked after a page's first load only: no first answer of theirs has to be good. */
const LATER: readonly RouteName[] = ["backup", "operationResult", "alert", "serviceHealth"];
const WRITES: readonly RouteName[] = ["createBackup", "pruneExternalStore", "restore"];

/** Scenarios in which the stamp, or the way to it, answers badly. */
export const FAULTY_SCENARIOS = {
  "operation-lost": {
    title: "Operation lost",
    description: "Operations are unknown to the stamp two minutes after their start.",
    look: "Tracking lost with advice, then the list's own word; never Failed.",
    control: "Backup now, at speed 60",
    shape: withFaults({ kind: "operationGone", afterMs: 2 * MINUTE }),
  },
  throttled: {
    title: "Throttled",
    description:
      "After the first good answers, the next two reads of each kind are refused with 429 and Retry-After.",
    look: "Rows stay, with their age; nothing is asked before the time the stamp named.",
    control: "Refresh; reset to see it again",
    // Two refusals and no more: a reload may come in the middle of them.
    shape: withFaults(
      ...afterFirst({ kind: "status", status: 429, headers: { "Retry-After": "30" }, skip: 1, remaining: 2 }),
    ),
  },
  "server-errors": {
    title: "Server errors",
    description: "After the first good answers of every page load, every read fails with 503.",
    look: "Rows stay under one bar that says since when; polling slows down.",
    control: "Refresh; clear the faults to see it recover",
    shape: withFaults(...afterFirst({ kind: "status", status: 503, skip: 1, skipPerLoad: 1 })),
  },
  "slow-link": {
    title: "Slow link",
    description: "Every answer takes four seconds.",
    look: "Loading is told apart from empty; nothing jumps when the answers come; one click is one start.",
    control: "Refresh; Backup now",
    shape: withFaults({ kind: "delay", ms: 4000 }),
  },
  unreachable: {
    title: "Unreachable",
    description: "No request reaches the stamp.",
    look: "Cannot reach the stamp, told apart from an empty list.",
    control: "Restore the connection",
    shape: withFaults({ kind: "network" }),
  },
  "start-fails": {
    title: "Backup now is refused",
    description: "createBackup answers 400: the share cannot be reached.",
    look: "The stamp's words, its code and the request id.",
    control: "Backup now",
    shape: withFaults({
      kind: "status",
      route: "createBackup",
      status: 400,
      body: JSON.stringify({
        error: {
          code: "BackupShareNotAccessible",
          message: "The backup file share \\\\fs01.contoso.com\\AzSBackups cannot be accessed.",
        },
      }),
    }),
  },
  "already-running": {
    title: "Already running",
    description: "A backup runs that the list does not show; a second one is answered with 409.",
    look: "Already running, which is no failure; the list is watched.",
    control: "Backup now",
    shape: (facts, now) => withRun({ ...facts, listsRunning: false }, now - 4 * MINUTE),
  },
  "answer-lost": {
    title: "Answer to Backup now lost",
    description: "The backup starts, but the connection breaks before the answer.",
    look: "May have started: the list is watched, nothing is sent again.",
    control: "Backup now",
    shape: withFaults({ kind: "network", route: "createBackup", remaining: 1, answerOnly: true }),
  },
  "sign-in-expired": {
    title: "Sign-in expired",
    description: "A backup runs; any token is good for the first answers, then only another one.",
    look: "Tracking is kept and sign-in is asked for; it goes on with the next token.",
    control: "Sign in with any text, then with another",
    shape: (facts, now) => ({
      ...withRun(facts, now - 6 * MINUTE),
      auth: { kind: "token" },
      faults: afterFirst({ kind: "unauthorizedUntilSignIn", skip: 1, skipPerLoad: 1 }),
    }),
  },
} satisfies Record<string, ScenarioSeed>;

/** One fault per kind of read, so that a page's first load is whole however many reads it makes. */
function afterFirst({ skip, skipPerLoad, ...fault }: Fault): Fault[] {
  const first = {
    ...(skip === undefined ? {} : { skip }),
    ...(skipPerLoad === undefined ? {} : { skipPerLoad }),
  };
  return ROUTE_NAMES.filter((route) => !WRITES.includes(route)).map((route) => ({
    ...fault,
    method: "GET",
    route,
    ...(LATER.includes(route) ? {} : first),
  }));
}

function withFaults(...faults: Fault[]): ScenarioSeed["shape"] {
  return (facts) => ({ ...facts, faults });
}
