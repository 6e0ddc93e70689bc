import { useQuery } from "@tanstack/react-query";
import { askFailure } from "../api/failureReason.ts";
import type { BackupRow } from "../domain/backupState.ts";
import type { Failure } from "../domain/failure.ts";
import { useSession } from "../session/SessionContext.ts";

/** Why this backup failed: from its tracked operation, otherwise requested once from the stamp. */
export function useFailureReason(row: BackupRow): Failure | null {
  const session = useSession();
  const known = row.operation?.kind === "failed" ? row.operation.failure : null;
  const id = row.id ?? "";
  const { data } = useQuery({
    queryKey: ["stamp", session.stamp.id, "failure", id],
    queryFn: ({ signal }) => askFailure(session.client, id, signal),
    enabled: row.state.kind === "failed" && known === null && id !== "",
    retry: false,
    networkMode: "always",
    staleTime: Number.POSITIVE_INFINITY,
  });
  return known ?? data ?? null;
}
