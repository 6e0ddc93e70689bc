import { failureOf, type Failure } from "../domain/failure.ts";
import { USUAL_DELAY_MS } from "../domain/retryAfter.ts";
import type { Stamp } from "../domain/stamp.ts";
import type { ArmClient, ArmReply } from "./client.ts";
import { ArmError, toFailure } from "./errors.ts";
import { operationLink } from "./operations.ts";
import { toErrorWords } from "./wire.ts";
import { toOperationStatus } from "./wireChange.ts";

/** An accepted operation other than a backup, on its way to its end. */
export interface Following {
  kind: "running";
  /** Path and query below armBase to ask next: the stamp's own, checked. */
  path: string;
  /** The stamp's Retry-After, clamped. */
  delayMs: number;
  /** Polls in a row without an answer, and why the last had none; never a verdict (I4). */
  failures: number;
  trouble: Failure | null;
}

export type Followed =
  | Following
  /** The end, with the body that said so; undefined for an empty one. */
  | { kind: "ended"; body: unknown }
  /** The operation, or the request itself, was refused. */
  | { kind: "failed"; failure: Failure; target: string | null }
  /** Accepted, and there is no address on this stamp to ask. */
  | { kind: "untracked"; why: "noLocation" | "foreignLocation" }
  /** The stamp no longer knows it, or asks for sign-in: nobody here can say how it ended. */
  | { kind: "lost"; failure: Failure };

/** What the answer to the request itself began. */
export function begun(reply: ArmReply, stamp: Stamp): Followed {
  return reply.status === 202 ? accepted(reply, stamp, null) : answered(reply, null);
}

/** One GET and one step. Never throws but on abort. */
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
  // A poll that repeats no address is asked again where it answered; a foreign one is never followed.
  if (link === "none" && before) return { ...before, delayMs, failures: 0, trouble: null };
  return { kind: "untracked", why: link === "none" ? "noLocation" : "foreignLocation" };
}

/** Azure-AsyncOperation tells the state around a result, so it goes before Location. */
function linkOf(reply: ArmReply, stamp: Stamp) {
  return operationLink(reply.asyncOperation ? { location: reply.asyncOperation } : reply, stamp);
}

/** A 200 is the end, unless its own status says otherwise (recordings TestPrune: {status, properties}). */
function answered(reply: ArmReply, before: Following | null): Followed {
  const words = toErrorWords(reply.body);
  const status = toOperationStatus(reply.body);
  if (words.failedOperation || status === "failed" || status === "canceled") {
    const { requestId } = reply;
    const failure = failureOf("refused", {
      status: reply.status,
      code: words.code,
      text: words.text,
      requestId,
    });
    return { kind: "failed", failure, target: words.target };
  }
  if (status !== null && status !== "succeeded" && before)
    return { ...before, delayMs: reply.retryAfterMs ?? before.delayMs, failures: 0, trouble: null };
  return { kind: "ended", body: reply.body };
}

function afterError(error: unknown, following: Following): Followed {
  const failure = toFailure(error);
  const target = error instanceof ArmError ? error.target : null;
  // The failed-LRO shape is the end (docs/stamp-api.md "Failed operations"); so is a plain 400: asking again changes nothing.
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
