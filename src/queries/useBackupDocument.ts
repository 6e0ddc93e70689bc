import { useQuery } from "@tanstack/react-query";
import { getBackupDocument, type BackupDocument } from "../api/backupDocument.ts";
import { toFailure } from "../api/errors.ts";
import type { Failure } from "../domain/failure.ts";
import { useSession } from "../session/SessionContext.ts";

export type { BackupDocument };

/**
 * One backup as the stamp reports it, requested when its details open and again when `version` changes. The list shows
 * when something is new, so this needs no polling.
 */
export function useBackupDocument(
  backupId: string,
  version: string,
): { document: BackupDocument | null; failure: Failure | null } {
  const session = useSession();
  const { data, error } = useQuery({
    queryKey: ["stamp", session.stamp.id, "document", backupId, version],
    queryFn: ({ signal }) => getBackupDocument(session.client, backupId, signal),
    retry: false,
    networkMode: "always",
    staleTime: Number.POSITIVE_INFINITY,
    placeholderData: (previous) => previous,
  });
  return { document: data ?? null, failure: error ? toFailure(error) : null };
}
