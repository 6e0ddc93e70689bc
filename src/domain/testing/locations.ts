import type { ChosenFile, PublicCertificate } from "../certificate.ts";
import type { BackupLocation } from "../location.ts";
import { DAY, NOON } from "./fixtures.ts";

/** A file share with backups every 12 hours, kept for a week. */
export function aLocation(known: Partial<BackupLocation> = {}): BackupLocation {
  return {
    path: "\\\\fs01.contoso.com\\AzSBackups",
    storage: "share",
    userName: "contoso\\backup",
    thumbprint: "126B334D833C9E3AA9C1429B9B2A3C7CF3215FB0",
    frequencyHours: 12,
    retentionDays: 7,
    capacity: "1.00 TB",
    schedulerEnabled: true,
    nextBackupAt: NOON + DAY / 2,
    lastBackupAt: NOON - DAY / 2,
    ...known,
  };
}

export function blobLocation(): BackupLocation {
  return aLocation({ path: "https://account.blob.example/container", storage: "blob", userName: "" });
}

export function aCertificate(known: Partial<PublicCertificate> = {}): PublicCertificate {
  return {
    subject: "CN=backup",
    issuer: "CN=backup",
    startsAt: NOON - DAY,
    expiresAt: NOON + 365 * DAY,
    thumbprint: "4113C5850EAB88DD3CB9DEBF1462E92BC4D199CD",
    base64: "MIIB",
    ...known,
  };
}

export function aChosenFile(
  read: ChosenFile["read"] = { kind: "certificate", certificate: aCertificate() },
): ChosenFile {
  return { name: "backup.cer", read };
}
