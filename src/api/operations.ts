import { lastSegment } from "../domain/backup.ts";
import { failureOf } from "../domain/failure.ts";
import { toFailure, ArmError } from "./errors.ts";
import type { ArmClient, ArmReply } from "./client.ts";
import { operationPath, backupLocationPath, type Stamp } from "../domain/stamp.ts";
import { step, type Operation, type Posting, type Reply, type Running } from "../domain/operation.ts";
import { toBackup, toErrorBody } from "./wire.ts";

/**
 * Sends one createBackup POST per confirmed click and returns its answer. Never repeats, never throws. `requestId` is
 * the operation's key, sent as x-ms-client-request-id.
 */
export async function postBackup(client: ArmClient, operation: Posting): Promise<Reply> {
  try {
    const reply = await client.post({
      path: `${backupLocationPath(client.stamp)}/createBackup`,
      requestId: operation.key,
    });
    return toReply(reply, client.stamp);
  } catch (error) {
    return replyToFailedPost(error);
  }
}

function replyToFailedPost(error: unknown): Reply {
  const failure = toFailure(error);
  switch (failure.kind) {
    // The stamp refused: nothing started. 408 isn't a refusal: the request may have been processed (RFC 9110).
    case "auth":
    case "forbidden":
    case "notFound":
    case "conflict":
    case "throttled":
      return { kind: "refused", failure };
    case "refused":
      return failure.status === 408 ? { kind: "noAnswer", failure } : { kind: "refused", failure };
    case "offline":
    case "timeout":
    case "server":
    case "unexpected":
      return { kind: "noAnswer", failure };
  }
}

/** One GET and one domain step. `now` (stamp time) is called after the answer. Throws only on abort. */
export async function pollOnce(
  client: ArmClient,
  operation: Running,
  now: () => number,
  signal?: AbortSignal,
): Promise<Operation> {
  const path =
    operation.ask === "operation"
      ? operation.path
      : `${backupLocationPath(client.stamp)}/backups/${encodeURIComponent(operation.id)}`;
  let reply: Reply;
  try {
    reply = toReply(await client.get({ path, signal }), client.stamp);
  } catch (error) {
    if (signal?.aborted) throw error;
    reply = replyToFailedPoll(error, operation);
  }
  // Only a refused POST leaves no operation; a poll always leaves one.
  return step(operation, reply, now()) ?? operation;
}

function replyToFailedPoll(error: unknown, operation: Running): Reply {
  const failure = toFailure(error);
  if (error instanceof ArmError && error.failedOperation) return { kind: "failed", failure };
  // A missing backup doesn't mean that the operation is gone: only the operation's own 404 does.
  if (failure.kind === "notFound" && operation.ask === "operation") return { kind: "gone", failure };
  return { kind: "noAnswer", failure };
}

/** A 2xx: 202 means running, whatever its body; 200 has the backup or is empty (docs/stamp-api.md "Long-running operations"). */
export function toReply(reply: ArmReply, stamp: Stamp): Reply {
  if (reply.status === 202) {
    return { kind: "accepted", location: operationLink(reply, stamp), delayMs: reply.retryAfterMs };
  }
  if (reply.body === undefined) return { kind: "completed", backup: null, delayMs: reply.retryAfterMs };
  const error = toErrorBody(reply.body);
  const backup = toBackup(reply.body);
  if (backup === null && error.failedOperation) {
    const { status, requestId } = reply;
    return {
      kind: "failed",
      failure: failureOf("server", { status, requestId, code: error.code, text: error.text }),
    };
  }
  if (backup === null)
    return { kind: "noAnswer", failure: failureOf("unexpected", { status: reply.status }) };
  const answer = reply.requestId === null ? {} : { requestId: reply.requestId };
  return { kind: "completed", backup, delayMs: reply.retryAfterMs, ...answer };
}

/** The operation's address, if it is this stamp's own; compared without case (docs/stamp-api.md "Ids and names"). */
export function operationLink(
  { location }: Pick<ArmReply, "location">,
  stamp: Pick<Stamp, "subscriptionId" | "region">,
): Extract<Reply, { kind: "accepted" }>["location"] {
  if (location === null) return "none";
  if (location.kind === "foreign") return "foreign";
  const { path } = location;
  const [pathname = ""] = path.split("?");
  const id = lastSegment(pathname);
  const expected = operationPath(stamp, id).toLowerCase();
  return /^[\w-]+$/.test(id) && pathname.toLowerCase() === expected ? { path, id } : "foreign";
}
