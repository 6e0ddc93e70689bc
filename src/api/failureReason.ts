import type { Failure } from "../domain/failure.ts";
import { operationPath } from "../domain/stamp.ts";
import type { ArmClient } from "./client.ts";
import { ArmError } from "./errors.ts";

/**
 * Why a backup failed, in the words of its operation; null where the stamp does not say. Never a verdict: the list has
 * given that already. Raises ArmError where the stamp did not answer.
 */
export async function askFailure(
  client: ArmClient,
  backupId: string,
  signal?: AbortSignal,
): Promise<Failure | null> {
  try {
    await client.get({ path: operationPath(client.stamp, backupId), signal });
    return null;
  } catch (error) {
    if (!(error instanceof ArmError)) throw error;
    if (error.failedOperation) return error.failure;
    if (error.failure.kind === "notFound" || error.failure.kind === "forbidden") return null;
    throw error;
  }
}
