import { failureOf, type Failure } from "../domain/failure.ts";
import { USUAL_DELAY_MS } from "../domain/retryAfter.ts";
import type { Stamp } from "../domain/stamp.ts";
import type { ArmClient, ArmReply } from "./client.ts";
import { ArmError, toFailure } from "./errors.ts";
import { operationLink } from "./operations.ts";
import { toErrorBody } from "./wire.ts";
import { toOperationStatus } from "./wireChange.ts";

/** An accepted operation, other than a backup, that hasn't ended. */
export interface Following {
  kind: "running";
  /** Path and query below armBase to poll next, from the stamp's header, checked. */
  path: string;
  /** The stamp's Retry-After, clamped. */
  delayMs: number;
  /** Consecutive failed polls and the last failure; never a result (I4). */
  failures: number;
  trouble: Failure | null;
}

export type Followed =
  | Following
  /** Ended, with the final body; undefined if empty. */
  | { kind: "ended"; body: unknown }
  /** The operation failed, or the request was refused. */
  | { kind: "failed"; failure: Failure; target: string | null }
  /** Accepted, but without an address on this stamp to poll. */
  | { kind: "untracked"; why: "noLocation" | "foreignLocation" }
  /** The stamp no longer knows it, or requires sign-in: its result is unknown. */
  | { kind: "lost"; failure: Failure };

/** State after the answer to the initial request. */
export function begun(reply: ArmReply, stamp: Stamp): Followed {
  return reply.status === 202 ? accepted(reply, stamp, null) : answered(reply, null);
}

/** One GET and one step. Throws only on abort. */
export async function followOnce(
  client: ArmClient,
  following: Following,
  signal?: AbortSignal,
): Promise<Followed> {
  try {
    const reply = await client.get({ path: following.path, signal });
    return reply.status === 202 ? accepted(reply, client.stamp, following) : answered(reply, following);
  } catch (error) {
    if (signal?.aborted) throw error;
    return afterError(error, following);
  }
}

function accepted(reply: ArmReply, stamp: Stamp, before: Following | null): Followed {
  const link = linkOf(reply, stamp);
  const delayMs = reply.retryAfterMs ?? before?.delayMs ?? USUAL_DELAY_MS;
  if (typeof link === "object")
    return { kind: "running", path: link.path, delayMs, failures: 0, trouble: null };
  // Without a new address, poll the same one again; a foreign address is never followed.
  if (link === "none" && before) return { ...before, delayMs, failures: 0, trouble: null };
  return { kind: "untracked", why: link === "none" ? "noLocation" : "foreignLocation" };
}

/** Azure-AsyncOperation reports the state as well as the result, so it takes precedence over Location. */
function linkOf(reply: ArmReply, stamp: Stamp) {
  return operationLink(reply.asyncOperation ? { location: reply.asyncOperation } : reply, stamp);
}

/** A 200 is the end, unless its own status says otherwise (recordings TestPrune: {status, properties}). */
function answered(reply: ArmReply, before: Following | null): Followed {
  const error = toErrorBody(reply.body);
  const status = toOperationStatus(reply.body);
  if (error.failedOperation || status === "failed" || status === "canceled") {
    const { requestId } = reply;
    const failure = failureOf("refused", {
      status: reply.status,
      code: error.code,
      text: error.text,
      requestId,
    });
    return { kind: "failed", failure, target: error.target };
  }
  if (status !== null && status !== "succeeded" && before)
    return { ...before, delayMs: reply.retryAfterMs ?? before.delayMs, failures: 0, trouble: null };
  return { kind: "ended", body: reply.body };
}

function afterError(error: unknown, following: Following): Followed {
  const failure = toFailure(error);
  const target = error instanceof ArmError ? error.target : null;
  // The failed-LRO shape ends it (docs/stamp-api.md "Failed operations"); so does a plain 400: polling again won't help.
  if (error instanceof ArmError && error.failedOperation) return { kind: "failed", failure, target };
  switch (failure.kind) {
    case "refused":
    case "conflict":
      return { kind: "failed", failure, target };
    case "notFound":
    case "forbidden":
    case "auth":
      return { kind: "lost", failure };
    case "offline":
    case "timeout":
    case "throttled":
    case "server":
    case "unexpected":
      return {
        ...following,
        delayMs: failure.retryAfterMs ?? following.delayMs,
        failures: following.failures + 1,
        trouble: failure,
      };
  }
}
