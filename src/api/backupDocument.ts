import * as v from "valibot";
import { failureOf } from "../domain/failure.ts";
import { backupLocationPath } from "../domain/stamp.ts";
import type { ArmClient } from "./client.ts";
import { ArmError } from "./errors.ts";

// Apart from the list's schema: only the details show a backup as it came, and the first load has none.
const textual = v.fallback(v.nullable(v.union([v.string(), v.number(), v.boolean()])), null);

const DocumentWire = v.object({
  id: textual,
  name: textual,
  type: textual,
  location: textual,
  tags: v.fallback(v.record(v.string(), v.string()), {}),
  properties: v.object({
    backupInfo: v.object({
      backupDataVersion: textual,
      backupId: textual,
      roleStatus: v.fallback(v.array(v.object({ roleName: textual, status: textual })), []),
      status: textual,
      createdDateTime: textual,
      timeTakenToCreate: textual,
      deploymentID: textual,
      stampVersion: textual,
      oemVersion: textual,
      encryptionCertThumbprint: textual,
      completelyUploaded: textual,
      isAutomaticBackup: textual,
      isCloudRecoveryReady: textual,
    }),
  }),
});

/** One backup in the stamp's own words: the fields we know and no other, so that no key or secret can be among them. */
export type BackupDocument = v.InferOutput<typeof DocumentWire>;

/** Reads one backup for showing it as it came; null when it is none. */
function toBackupDocument(wire: unknown): BackupDocument | null {
  const parsed = v.safeParse(DocumentWire, wire);
  return parsed.success ? parsed.output : null;
}

/** Reads one backup in the stamp's own words. Raises ArmError, "notFound" where it is gone. */
export async function getBackupDocument(
  client: ArmClient,
  backupId: string,
  signal?: AbortSignal,
): Promise<BackupDocument> {
  const path = `${backupLocationPath(client.stamp)}/backups/${encodeURIComponent(backupId)}`;
  const reply = await client.get({ path, signal });
  const document = toBackupDocument(reply.body);
  if (document) return document;
  throw new ArmError(
    failureOf("unexpected", { status: reply.status, code: "NotABackup", requestId: reply.requestId }),
  );
}
