import type { Failure } from "../domain/failure.ts";
import { operationPath } from "../domain/stamp.ts";
import type { ArmClient } from "./client.ts";
import { ArmError } from "./errors.ts";

/**
 * Requests why a backup failed, from its operation; null if the stamp doesn't say. Doesn't change the backup's state,
 * which the list has reported. Raises ArmError if the stamp doesn't answer.
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
