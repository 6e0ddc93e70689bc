import type { BackupRow, RowState } from "../backupState.ts";
import { isTerminal, type Operation } from "../operation.ts";
import type { Tracked } from "../tracker.ts";
import { aBackup } from "./fixtures.ts";
import { realMachine, type Machine } from "./machine.ts";

/** A mistake as the part of the machine it changes, and the promises it must be found to break. */
export interface PlantedMistake {
  breaks: "I2" | "I3" | "I4" | "I5" | "I7" | "I8" | "I18" | "I19" | "I20" | "table";
  change: Partial<Machine>;
}

/** Mistakes that somebody could make. */
export const plantedMistakes: Record<string, PlantedMistake> = {
  "a lost connection counts as a failure": {
    breaks: "I4",
    change: {
      step: (operation, reply, now) =>
        reply.kind === "noAnswer" && operation.kind === "running"
          ? failed(operation, now)
          : realMachine.step(operation, reply, now),
    },
  },
  "an operation that is gone counts as a failure": {
    breaks: "I4",
    change: {
      step: (operation, reply, now) =>
        reply.kind === "gone" && operation.kind === "running"
          ? failed(operation, now)
          : realMachine.step(operation, reply, now),
    },
  },
  "a status that nobody knows counts as success": {
    breaks: "I3",
    change: {
      step: (operation, reply, now) =>
        reply.kind === "completed" && reply.backup?.status.kind === "unknown"
          ? realMachine.step(operation, { ...reply, backup: { ...reply.backup, status: SUCCEEDED } }, now)
          : realMachine.step(operation, reply, now),
    },
  },
  "an empty 200 counts as success": {
    breaks: "I3",
    change: {
      step: (operation, reply, now) =>
        reply.kind === "completed" && reply.backup === null && operation.kind === "running"
          ? ended(operation, now)
          : realMachine.step(operation, reply, now),
    },
  },
  "a slow answer overwrites what has ended": {
    breaks: "I7",
    change: {
      replaceOperation: (tracked, polled) =>
        tracked.flatMap((one) =>
          one.key === polled.key && isTerminal(one) ? [polled] : realMachine.replaceOperation([one], polled),
        ),
    },
  },
  "a slow tab takes back that the stamp has answered": {
    breaks: "I7",
    change: {
      replaceOperation: (tracked, polled) =>
        tracked.map((one) => (one.key === polled.key && !isTerminal(one) ? polled : one)),
    },
  },
  "polls with no answer drop the operation": {
    breaks: "I5",
    change: {
      replaceOperation: (tracked, polled) =>
        polled.kind === "running" && polled.failures > 1
          ? tracked.filter((one) => one.key !== polled.key)
          : realMachine.replaceOperation(tracked, polled),
    },
  },
  "Backup now ignores an unknown outcome": {
    breaks: "I2",
    change: { startRun: (tracked, key, now) => realMachine.startRun(tracked, key, now, true) },
  },
  "Backup now ignores a running operation": {
    breaks: "I2",
    change: {
      startRun: (tracked, key, now, anyway) => startBeside("running", tracked, key, now, anyway),
    },
  },
  "Backup now ignores a POST under way": {
    breaks: "I2",
    change: {
      startRun: (tracked, key, now, anyway) => startBeside("posting", tracked, key, now, anyway),
    },
  },
  "the intent is not saved before the POST": {
    breaks: "I5",
    change: {
      startRun: (tracked, key, now, anyway) => {
        const started = realMachine.startRun(tracked, key, now, anyway);
        return started && { ...started, tracked };
      },
    },
  },
  "a POST under way is forgotten by a reload": {
    breaks: "I5",
    change: { revive: (stored) => stored.filter((one) => one.kind !== "posting") },
  },
  "the POST of a dead page waits for ever": { breaks: "I19", change: { abandon: (tracked) => tracked } },
  "a refused POST stays as an unknown outcome": {
    breaks: "I19",
    change: {
      applyStartReply: (tracked, key, reply, now) =>
        reply.kind === "refused"
          ? realMachine.applyStartReply(tracked, key, { ...reply, kind: "noAnswer" }, now)
          : realMachine.applyStartReply(tracked, key, reply, now),
    },
  },
  "a 202 without Location is not followed up": {
    breaks: "I5",
    change: {
      applyStartReply: (tracked, key, reply, now) =>
        reply.kind === "accepted" && typeof reply.location === "string"
          ? tracked.filter((one) => one.key !== key)
          : realMachine.applyStartReply(tracked, key, reply, now),
    },
  },
  "a run begun elsewhere is not tracked": {
    breaks: "I19",
    change: {
      applyList: (...args) =>
        realMachine.applyList(...args).filter((one) => one.origin === "here" || one.kind !== "running"),
    },
  },
  "an unknown outcome is never tied to the run it began": {
    breaks: "I5",
    change: {
      applyList: (tracked, ...rest) => applyListWithout("unknown", tracked, ...rest),
    },
  },
  "what a POST may have begun is tracked a second time": {
    breaks: "I5",
    change: {
      applyList: (tracked, ...rest) => applyListWithout("posting", tracked, ...rest),
    },
  },
  "only a run that has not failed is tied to its click": {
    breaks: "I5",
    change: {
      applyList: (tracked, items, ...rest) => {
        const left = items.filter((item) => item.kind !== "backup" || item.backup.status.kind !== "failed");
        return realMachine.applyList(tracked, left, ...rest);
      },
    },
  },
  "the list's Succeeded is believed while the operation runs": {
    breaks: "table",
    change: {
      reconcile: (items, operations, now) =>
        realMachine
          .reconcile(items, operations, now)
          .map((row) => (row.state.kind === "finishing" ? saying(row, SUCCEEDED) : row)),
    },
  },
  "an end that nobody confirmed is shown as success": {
    breaks: "table",
    change: {
      reconcile: (items, operations, now) =>
        realMachine
          .reconcile(items, operations, now)
          .map((row) => (row.state.kind === "unconfirmed" ? saying(row, SUCCEEDED) : row)),
    },
  },
  "Backup now forgets a run that it cannot follow": {
    breaks: "I2",
    change: {
      busyWith: (...args) => {
        const busy = realMachine.busyWith(...args);
        return busy?.kind === "unfollowed" ? null : busy;
      },
    },
  },
  "partial success is shown as success": {
    breaks: "I8",
    change: {
      reconcile: (items, operations, now) =>
        realMachine
          .reconcile(items, operations, now)
          .map((row) => (row.state.kind === "partiallySucceeded" ? saying(row, SUCCEEDED) : row)),
    },
  },
  "a list that lags overrides an ended operation": {
    breaks: "I7",
    change: {
      reconcile: (items, operations, now) =>
        realMachine
          .reconcile(items, operations, now)
          .map((row) =>
            row.listed && row.backup?.status.kind === "running" ? saying(row, { kind: "inProgress" }) : row,
          ),
    },
  },
  "an operation the list does not show has no row": {
    breaks: "table",
    change: {
      reconcile: (...args) => realMachine.reconcile(...args).filter((row) => row.listed),
    },
  },
  "a lost operation is shown as failed": {
    breaks: "I4",
    change: {
      reconcile: (items, operations, now) =>
        realMachine
          .reconcile(items, operations, now)
          .map((row) => (row.state.kind === "lost" ? saying(row, { kind: "failed" }) : row)),
    },
  },
  "the button looks at rows only": {
    breaks: "I2",
    change: {
      busyWith: (rows) => realMachine.busyWith(rows, []),
    },
  },
  "an end is announced at every look": {
    breaks: "I18",
    change: {
      dueAnnouncements: (operations, announced) => {
        const open = Object.entries(announced).map(([key, said]) => [
          key,
          said === "ended" ? "started" : said,
        ]);
        const { due } = realMachine.dueAnnouncements(operations, Object.fromEntries(open));
        return { ...realMachine.dueAnnouncements(operations, announced), due };
      },
    },
  },
  "what was announced is kept under keys of an object literal": {
    breaks: "I18",
    change: {
      dueAnnouncements: (operations, announced) => {
        const { due, announced: next } = realMachine.dueAnnouncements(operations, announced);
        const kept = Object.entries(next).filter(([key]) => !Object.hasOwn(Object.prototype, key));
        return { due, announced: Object.fromEntries(kept) };
      },
    },
  },
  "elapsed starts over when a run is found in the list": {
    breaks: "I20",
    change: {
      applyList: (tracked, items, now, pathOf) =>
        realMachine
          .applyList(tracked, items, now, pathOf)
          .map((one) =>
            one.kind === "running" && tracked.some(({ key, kind }) => key === one.key && kind === "unknown")
              ? { ...one, startedAt: now }
              : one,
          ),
    },
  },
};

/** The real machine with one mistake in it. */
export function mistaken({ change }: PlantedMistake): Machine {
  return { ...realMachine, ...change };
}

const SUCCEEDED = { kind: "succeeded" } as const;

function saying(row: BackupRow, state: RowState): BackupRow {
  return { ...row, state };
}

function failed({ key, origin, startedAt, id }: Operation & { id: string }, now: number): Operation {
  return { kind: "failed", key, origin, startedAt, id, endedAt: now, backup: null, failure: null };
}

function ended({ key, origin, startedAt, id }: Operation & { id: string }, now: number): Operation {
  return { kind: "succeeded", key, origin, startedAt, id, endedAt: now, backup: aBackup({ id }) };
}

/** Takes the click as if no operation of that kind were there. */
function startBeside(
  kind: Operation["kind"],
  tracked: Tracked,
  ...rest: [key: string, now: number, anyway?: boolean]
): ReturnType<Machine["startRun"]> {
  const others = tracked.filter((one) => one.kind !== kind);
  const started = realMachine.startRun(others, ...rest);
  return started && { ...started, tracked: [started.posting, ...tracked] };
}

/** Learns as if no operation of that kind were there, and leaves those as they are. */
function applyListWithout(
  kind: Operation["kind"],
  tracked: Tracked,
  ...rest: Parameters<Machine["applyList"]> extends [Tracked, ...infer Rest] ? Rest : never
): Tracked {
  const hidden = tracked.filter((one) => one.kind === kind);
  const others = tracked.filter((one) => one.kind !== kind);
  return [...hidden, ...realMachine.applyList(others, ...rest)];
}
