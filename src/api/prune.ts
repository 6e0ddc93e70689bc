import { backupLocationPath } from "../domain/stamp.ts";
import type { ArmClient } from "./client.ts";
import { begun } from "./following.ts";
import { sentOrRefused, type Sent } from "./configuration.ts";

export { toPrunedPaths } from "./wireChange.ts";

/** Starts pruning of the external store, or a dry run. One POST, never repeated; never throws. */
export async function postPrune(client: ArmClient, dryRun: boolean, requestId: string): Promise<Sent> {
  try {
    const reply = await client.post({
      path: `${backupLocationPath(client.stamp)}/pruneExternalStore`,
      body: { operationType: dryRun ? "DryRun" : "Default" },
      requestId,
    });
    return begun(reply, client.stamp);
  } catch (error) {
    return sentOrRefused(error);
  }
}
