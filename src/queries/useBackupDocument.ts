import { useQuery } from "@tanstack/react-query";
import { getBackupDocument, type BackupDocument } from "../api/backupDocument.ts";
import { toFailure } from "../api/errors.ts";
import type { Failure } from "../domain/failure.ts";
import { useSession } from "../session/SessionContext.ts";

export type { BackupDocument };

/**
 * One backup in the stamp's own words, asked for when its details open and again when `version` changes: the list
 * tells when there is something new, so this needs no polling of its own.
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
