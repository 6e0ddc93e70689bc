import { isTerminal, step, trackElsewhere } from "../domain/operation.ts";
import { backupLocationPath, operationPath } from "../domain/stamp.ts";
import type { Answered, JobAnswer, ListAnswer } from "../domain/verificationRecord.ts";
import { failureOf } from "../domain/failure.ts";
import type { ArmClient, ArmReply } from "./client.ts";
import { ArmError, toFailure } from "./errors.ts";
import { toReply } from "./operations.ts";
import { toBackup } from "./wire.ts";

/**
 * Requests list entry and job result of one backup, for its verification record: `backups/{id}` and
 * `operationResults/{id}`, with the answers' request ids. `now`: stamp time for answers without a Date. Throws only on abort.
 */
export async function fetchReportedStates(
  client: ArmClient,
  backupId: string,
  now: () => number,
  signal?: AbortSignal,
): Promise<{ list: ListAnswer; job: JobAnswer }> {
  const [list, job] = await Promise.all([
    askList(client, backupId, now, signal),
    askJob(client, backupId, now, signal),
  ]);
  return { list, job };
}

async function askList(
  client: ArmClient,
  backupId: string,
  now: () => number,
  signal: AbortSignal | undefined,
): Promise<ListAnswer> {
  try {
    const path = `${backupLocationPath(client.stamp)}/backups/${encodeURIComponent(backupId)}`;
    const reply = await client.get({ path, signal });
    const backup = toBackup(reply.body);
    if (backup?.id === backupId.toLowerCase()) return { kind: "backup", backup, ...answeredBy(reply, now) };
    return unreadable(reply, now);
  } catch (error) {
    return noAnswer(error, now, signal);
  }
}

async function askJob(
  client: ArmClient,
  backupId: string,
  now: () => number,
  signal: AbortSignal | undefined,
): Promise<JobAnswer> {
  const path = operationPath(client.stamp, backupId);
  try {
    const reply = await client.get({ path, signal });
    const answered = answeredBy(reply, now);
    const read = toReply(reply, client.stamp);
    if (read.kind === "accepted") return { kind: "running", ...answered };
    if (read.kind === "failed") return { kind: "failed", failure: read.failure, ...answered };
    // The state model decides whether a body is final: Running, or an empty body, isn't.
    const ended = step(trackElsewhere(backupId.toLowerCase(), path, null, answered.at), read, answered.at);
    if (ended && isTerminal(ended) && ended.kind !== "lost" && ended.backup) {
      return { kind: "ended", backup: ended.backup, ...answered };
    }
    return read.kind === "completed" && read.backup
      ? { kind: "running", ...answered }
      : unreadable(reply, now);
  } catch (error) {
    if (error instanceof ArmError && error.failedOperation) {
      const { failure } = error;
      return { kind: "failed", failure, at: now(), requestId: failure.requestId };
    }
    return noAnswer(error, now, signal);
  }
}

function answeredBy({ dateAt, requestId }: ArmReply, now: () => number): Answered {
  return { at: dateAt ?? now(), requestId };
}

function unreadable(
  reply: ArmReply,
  now: () => number,
): Answered & { kind: "noAnswer"; failure: ReturnType<typeof failureOf> } {
  const { status, requestId } = reply;
  const failure = failureOf("unexpected", { status, requestId, code: "NotABackup" });
  return { kind: "noAnswer", failure, ...answeredBy(reply, now) };
}

function noAnswer(
  error: unknown,
  now: () => number,
  signal: AbortSignal | undefined,
): Answered & ({ kind: "gone" } | { kind: "noAnswer"; failure: ReturnType<typeof failureOf> }) {
  if (signal?.aborted) throw error;
  const failure = toFailure(error);
  const answered = { at: now(), requestId: failure.requestId };
  return failure.kind === "notFound"
    ? { kind: "gone", ...answered }
    : { kind: "noAnswer", failure, ...answered };
}
