import * as v from "valibot";
import { failureOf } from "../domain/failure.ts";
import { backupLocationPath } from "../domain/stamp.ts";
import type { ArmClient } from "./client.ts";
import { ArmError } from "./errors.ts";

// Separate from the list's schema, so that it isn't part of the first load.
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

/** One backup as the stamp reports it: known fields only, so that no key or secret can be included. */
export type BackupDocument = v.InferOutput<typeof DocumentWire>;

/** Reads one backup for display as received; null if it isn't one. */
function toBackupDocument(wire: unknown): BackupDocument | null {
  const parsed = v.safeParse(DocumentWire, wire);
  return parsed.success ? parsed.output : null;
}

/** Requests one backup as the stamp reports it. Raises ArmError; "notFound" if it no longer exists. */
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
