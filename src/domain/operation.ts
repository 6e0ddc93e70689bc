import type { Backup } from "./backup.ts";
import type { Failure } from "./failure.ts";
import { USUAL_DELAY_MS } from "./retryAfter.ts";

interface Tracked {
  /** Permanent identity: the click's client request id, or the backup id of a run started elsewhere. */
  key: string;
  /** Who started it: this console in any tab ("here"), or PowerShell, the scheduler, another operator. */
  origin: "here" | "elsewhere";
  /** Stamp time, epoch ms; null if the stamp hasn't reported the start. */
  startedAt: number | null;
  /** Backup id, which is the operation id too (recordings/Start-AzsBackup, 3 of 3); null until the stamp names it. */
  id: string | null;
}

/** The POST is in flight. */
export interface Posting extends Tracked {
  kind: "posting";
  id: null;
  startedAt: number;
}

/** The stamp is, or may be, running it, but gave no address to poll: the list will show it. */
export interface UnknownOutcome extends Tracked {
  kind: "unknown";
  id: null;
  startedAt: number;
  /** No answer; a 202 without Location; or a 202 whose Location points elsewhere and isn't followed. */
  reason: "noAnswer" | "noLocation" | "foreignLocation";
  failure: Failure | null;
}

export interface Running extends Tracked {
  kind: "running";
  id: string;
  /** Stamp time at which this console first saw it: a lower bound if its start is unknown. */
  seenAt: number;
  /** Path and query below the stamp's armBase to poll next. */
  path: string;
  /** What to poll: the operation, or the backup itself after an empty 200. */
  ask: "operation" | "backup";
  /** Stamp time of the last successful poll; null before that. */
  askedAt: number | null;
  /** Number of successful polls: decides which of two states is newer, independent of clocks. */
  answers: number;
  /** The stamp's Retry-After, clamped. */
  delayMs: number;
  /** Consecutive failed polls. */
  failures: number;
  /** Why the last poll failed; never the run's result (I4). */
  trouble: Failure | null;
}

/** The job ended, by its final body. `endedAt`: when this page read that, stamp time. */
export interface Ended extends Tracked {
  kind: "succeeded" | "partiallySucceeded";
  id: string;
  endedAt: number;
  backup: Backup;
  /** x-ms-request-id of that answer, if readable. */
  requestId?: string;
}

export interface Failed extends Tracked {
  kind: "failed";
  id: string;
  endedAt: number;
  /** The backup in the body; null if absent. */
  backup: Backup | null;
  failure: Failure | null;
  /** As above, if a body reported the end; otherwise it is in `failure`. */
  requestId?: string;
}

/** The stamp no longer knows the operation (404, 410) or refuses polls (403): the result is unknown. */
export interface Lost extends Tracked {
  kind: "lost";
  id: string;
  endedAt: number;
  /** Whether any poll succeeded before. */
  wasRunning: boolean;
}

export type Operation = Posting | UnknownOutcome | Running | Ended | Failed | Lost;
export type Terminal = Ended | Failed | Lost;

/** One answer about an operation, parsed. */
export type Reply =
  /** 202; `path` is the checked path and query below armBase, `id` the operation's. */
  | { kind: "accepted"; location: { path: string; id: string } | "none" | "foreign"; delayMs: number | null }
  /** 200 or 204; null for an empty body. */
  | { kind: "completed"; backup: Backup | null; delayMs: number | null; requestId?: string }
  /** The shape of docs/stamp-api.md "Failed operations". */
  | { kind: "failed"; failure: Failure }
  /** The POST was refused: nothing started. */
  | { kind: "refused"; failure: Failure }
  /** 404 or 410. */
  | { kind: "gone"; failure: Failure }
  /** No usable answer. */
  | { kind: "noAnswer"; failure: Failure };

/** The operation of one confirmed click, before its POST is sent. `now` is stamp time. */
export function beginOperation(key: string, now: number): Posting {
  return { kind: "posting", key, origin: "here", startedAt: now, id: null };
}

/** Tracks a listed backup that wasn't started here, by polling `operationResults/{backup id}`. */
export function trackElsewhere(id: string, path: string, startedAt: number | null, seenAt: number): Running {
  return {
    kind: "running",
    key: id,
    origin: "elsewhere",
    startedAt,
    seenAt,
    id,
    path,
    ask: "operation",
    askedAt: null,
    answers: 0,
    delayMs: USUAL_DELAY_MS,
    failures: 0,
    trouble: null,
  };
}

export function isTerminal(operation: Operation): operation is Terminal {
  return operation.kind !== "posting" && operation.kind !== "unknown" && operation.kind !== "running";
}

/**
 * Whether the stamp is, or may be, running this one, so that Backup now is disabled (I2). A run started here counts
 * immediately; one known only from the list counts once a poll has succeeded.
 */
export function mayRun(operation: Operation): boolean {
  if (operation.kind === "running") return operation.askedAt !== null || operation.origin === "here";
  return !isTerminal(operation);
}

/**
 * Applies one reply to an operation; null if the stamp refused the POST, so that nothing started.
 * Pure; `now` is stamp time. Results come from bodies only, and an ended operation never changes (I3, I4, I7).
 */
export function step(operation: Operation, reply: Reply, now: number): Operation | null {
  switch (operation.kind) {
    case "posting":
      return stepPosting(operation, reply, now);
    case "unknown":
      return operation;
    case "running":
      return stepRunning(operation, reply, now);
    case "succeeded":
    case "partiallySucceeded":
    case "failed":
    case "lost":
      return operation;
  }
}

function stepPosting(operation: Posting, reply: Reply, now: number): Operation | null {
  switch (reply.kind) {
    case "accepted":
      return reply.location === "none" || reply.location === "foreign"
        ? unknownOutcome(operation, reply.location === "none" ? "noLocation" : "foreignLocation", null)
        : runningAt(operation, reply.location, reply.delayMs, now);
    case "completed":
      // An immediate 200 was never recorded, but the swagger allows it (docs/stamp-api.md "Calls and versions").
      return endedBy(operation, reply, now) ?? unknownOutcome(operation, "noLocation", null);
    case "failed":
    case "refused":
    case "gone":
      return null;
    case "noAnswer":
      return unknownOutcome(operation, "noAnswer", reply.failure);
  }
}

function stepRunning(operation: Running, reply: Reply, now: number): Operation {
  switch (reply.kind) {
    case "accepted":
      // A Location that is missing or points elsewhere changes nothing (docs/faults.md "Following a run").
      return answered(
        operation,
        {
          ask: "operation",
          path: typeof reply.location === "string" ? operation.path : reply.location.path,
          delayMs: reply.delayMs ?? operation.delayMs,
        },
        now,
      );
    case "completed":
      return (
        endedBy(operation, reply, now) ??
        answered(
          operation,
          { ask: reply.backup ? operation.ask : "backup", delayMs: reply.delayMs ?? operation.delayMs },
          now,
        )
      );
    case "failed":
      return {
        ...trackedOf(operation),
        kind: "failed",
        id: operation.id,
        endedAt: now,
        backup: null,
        failure: reply.failure,
      };
    case "gone":
      return lostOf(operation, now);
    case "noAnswer":
    case "refused":
      return reply.failure.kind === "forbidden" && operation.askedAt === null
        ? lostOf(operation, now)
        : { ...operation, failures: operation.failures + 1, trouble: reply.failure };
  }
}

/** Links an accepted but untrackable run to its listed backup. */
export function attachBackup(operation: UnknownOutcome, id: string, path: string): Running {
  return {
    ...trackElsewhere(id, path, operation.startedAt, operation.startedAt),
    key: operation.key,
    origin: operation.origin,
  };
}

function trackedOf({ key, origin, startedAt }: Tracked) {
  return { key, origin, startedAt };
}

function unknownOutcome(
  operation: Posting,
  reason: UnknownOutcome["reason"],
  failure: Failure | null,
): UnknownOutcome {
  return { ...operation, kind: "unknown", reason, failure };
}

function runningAt(
  operation: Posting,
  location: { path: string; id: string },
  delayMs: number | null,
  now: number,
): Running {
  return {
    ...trackElsewhere(location.id, location.path, operation.startedAt, operation.startedAt),
    key: operation.key,
    origin: operation.origin,
    askedAt: now,
    delayMs: delayMs ?? USUAL_DELAY_MS,
  };
}

function answered(operation: Running, change: Partial<Running>, now: number): Running {
  const answers = operation.answers + 1;
  return { ...operation, ...change, askedAt: now, answers, failures: 0, trouble: null };
}

function lostOf(operation: Running, now: number): Lost {
  return {
    ...trackedOf(operation),
    kind: "lost",
    id: operation.id,
    endedAt: now,
    wasRunning: operation.askedAt !== null,
  };
}

/** The result in a body; null if its status is in progress or unknown, so that polling continues. */
function endedBy(
  operation: Posting | Running,
  { backup, requestId }: Extract<Reply, { kind: "completed" }>,
  now: number,
): Ended | Failed | null {
  if (backup === null) return null;
  const answer = requestId === undefined ? {} : { requestId };
  const ended = { ...trackedOf(operation), ...answer, id: backup.id, endedAt: now, backup };
  switch (backup.status.kind) {
    case "succeeded":
    case "partiallySucceeded":
      return { ...ended, kind: backup.status.kind };
    case "failed":
    case "skipped":
    case "deleted":
      return { ...ended, kind: "failed", failure: null };
    case "creating":
    case "queued":
    case "running":
    case "unknown":
      return null;
  }
}
