import type { ApiVersion } from "../../src/domain/stamp.ts";
import { lastBackup } from "../sim/backups.ts";
import type { StampFacts } from "../sim/facts.ts";
import { freeGbAt, historyAt } from "../sim/history.ts";
import { frequencyHours, nextBackupAt, periodAt } from "../sim/schedule.ts";
import { isConfigured, settingsAt } from "../sim/settings.ts";
import { formatInstant } from "./instants.ts";

/** ARM id of the stamp's backup location, in the recorded casing. */
export function locationId(facts: StampFacts): string {
  const { subscriptionId, region } = facts;
  return `/subscriptions/${subscriptionId}/resourceGroups/system.${region}/providers/Microsoft.Backup.Admin/backupLocations/${region}`;
}

/** The backup location, keys in the recorded order (recordings/Get-AzsBackupConfiguration); secrets are null. */
export function locationWire(
  facts: StampFacts,
  apiVersion: ApiVersion,
  now: number,
): Record<string, unknown> {
  const settings = settingsAt(facts, now);
  const { path, userName, thumbprint, blobStorageUrl, retentionDays } = settings;
  const configured = isConfigured(settings);
  const last = lastBackup(facts, now);
  const nextAt = nextBackupAt(facts, now);
  // 2021-09-01 adds two fields (its examples BackupLocations/GetFileshare and GetBlob).
  const blob = apiVersion === "2021-09-01" ? { blobStorageUrl, blobStorageKey: null } : {};
  return {
    id: locationId(facts),
    name: facts.region,
    type: "Microsoft.Backup.Admin/backupLocations",
    location: facts.region,
    tags: {},
    properties: {
      externalStoreDefault: {
        path,
        userName,
        password: null,
        ...blob,
        encryptionCertBase64: null,
        encryptionCertThumbprint: thumbprint,
        backupFrequencyInHours: frequencyHours(facts, now),
        availableCapacity: configured ? capacityText(freeGbAt(facts, historyAt(facts, now), now)) : null,
        // Null while not configured: 2021-09-01 example BackupLocations/BlankPut.
        isBackupSchedulerEnabled: configured ? periodAt(facts, now).enabled : null,
        nextBackupTime: nextAt === null ? null : formatInstant(nextAt, `${facts.seed} slot`),
        lastBackupTime: last?.completedAt == null ? null : formatInstant(last.completedAt, last.id),
        backupRetentionPeriodInDays: retentionDays,
      },
    },
  };
}

/** "24.9 GB" below a terabyte (a screenshot of the blade), "1.00 TB" from there on (recorded). */
function capacityText(gb: number): string {
  return gb < 1024 ? `${gb.toFixed(1)} GB` : `${(gb / 1024).toFixed(2)} TB`;
}
