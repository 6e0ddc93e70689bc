/**
 * Where the mock differs from the vendor's specification because real stamps do, each with its evidence: a recording
 * (of the vendor's PowerShell module tests), the specification's own examples, or the word that it is unverified.
 * A test fails for a deviation that is not here, and for one that is here and no longer occurs.
 */
export const ALLOWED: Readonly<Record<string, string>> = {
  // Nothing is declared nullable, and yet there is null.
  "BackupList.nextLink: null": "Get-AzsBackup",
  "BackupLocationList.nextLink: null": "Get-AzsBackupConfiguration",
  "OperationList.nextLink: null": "example Operations/List",
  "AlertList.nextLink: null": "unverified: like the other lists",
  "RegionHealthList.nextLink: null": "example RegionHealth/List",
  "ServiceHealthList.nextLink: null": "unverified: like the other lists",
  "ExternalStore.password: null": "Get-AzsBackupConfiguration",
  "ExternalStore.encryptionCertBase64: null": "Get-AzsBackupConfiguration",
  "ExternalStore.lastBackupTime: null": "Get-AzsBackupConfiguration",
  "ExternalStore.encryptionCertThumbprint: null": "2021-09-01 example BackupLocations/BlankPut",
  "ExternalStore.availableCapacity: null": "2021-09-01 example BackupLocations/BlankPut",
  "ExternalStore.isBackupSchedulerEnabled: null": "2021-09-01 example BackupLocations/BlankPut",
  "ExternalStore.nextBackupTime: null": "2021-09-01 example BackupLocations/BlankPut",
  "ExternalStore.blobStorageUrl: null": "2021-09-01 example BackupLocations/GetFileshare",
  "ExternalStore.blobStorageKey: null": "2021-09-01 example BackupLocations/GetBlob",
  "BackupInfo.createdDateTime: null": "unverified: no recording lists a running backup",
  "BackupInfo.timeTakenToCreate: null": "unverified: no recording lists a running backup",

  // Fields that no specification has.
  "BackupInfo.backupId: not declared": "Get-AzsBackup",
  "BackupInfo.completelyUploaded: not declared": "Get-AzsBackup",
  "BackupInfo.isAutomaticBackup: not declared": "Get-AzsBackup",
  "BackupInfo.encryptedBackupEncryptionKey: not declared": "Start-AzsBackup, operationResults only",
  "BackupInfo.backupSizeInKb: not declared": "Start-AzsBackup, operationResults only",
  "BackupInfo.compressedBackupSizeInKb: not declared": "Start-AzsBackup, operationResults only",
  "AlertModel.faultHash: not declared": "one-backup-alert",
  "AlertModel.preview: not declared": "one-backup-alert",
  "AlertModel.remediationHistory: not declared": "one-backup-alert",

  // A 202 with a body is declared; none was ever sent.
  "BackupLocations_CreateBackup 202: no body": "Start-AzsBackup",
  "BackupLocations_Update 202: no body": "Set-AzsBackupConfiguration",
  "BackupLocations_Set 202: no body": "Set-AzsBackupConfiguration, recorded for 2018-09-01 only",

  // Errors, which 2018-09-01 and 2016-05-01 do not declare (2021-09-01 does).
  "BackupLocations_List: errors not declared": "404: other recordings of the module; 503: unverified",
  "BackupLocations_Get: errors not declared": "404: other recordings of the module; 503: unverified",
  "BackupLocations_Update: errors not declared": "release notes 1807: refused; status and code unverified",
  "BackupLocations_CreateBackup: errors not declared": "unverified: no refusal was recorded",
  "Backups_List: errors not declared": "unverified: 503 of public Azure",
  "Backups_Get: errors not declared": "404: other recordings of the module",
  "Backups_Restore: errors not declared": "unverified: ours",
  "Alerts_List: errors not declared": "unverified: ours",
  "Alerts_Get: errors not declared": "404: other recordings of the module",
  "Alerts_Close: errors not declared": "unverified: ours",
  "RegionHealths_Get: errors not declared": "unverified: 403 of public Azure",
  "ServiceHealths_List: errors not declared": "unverified: 403 of public Azure",
  "ServiceHealths_Get: errors not declared": "404: other recordings of the module",

  // Addresses and methods that no specification here has.
  "GET /subscriptions/{s}/providers/Microsoft.Backup.Admin/backupLocations/{location}/operationResults/{id}: not specified":
    "Start-AzsBackup, TestPrune: every long-running operation",
  "GET /subscriptions/{s}/providers/Microsoft.InfrastructureInsights.Admin/regionHealths/{location}/serviceHealths/{id}/alerts: not specified":
    "unverified",
  "GET /subscriptions/{s}/providers/Microsoft.Backup.Admin: not specified": "public Azure",
  "GET /subscriptions: not specified": "docs, rest-api-use",
  "GET /subscriptions/{s}/providers/Microsoft.Subscriptions.Admin/locations: not specified":
    "other recordings of the module",
  "GET /metadata/endpoints: not specified": "docs",
  "DELETE /subscriptions/{s}/providers/Microsoft.Backup.Admin/backupLocations/{location}: not specified":
    "asked for a 405",
  "PATCH /subscriptions/{s}/providers/Microsoft.Backup.Admin/backupLocations/{location}: not in 2018-09-01":
    "asked for a 405",
  "GET /subscriptions/{s}/providers/Microsoft.InfrastructureInsights.Admin/regionHealths: not in 2099-01-01":
    "asked for a 400",
  "GET /subscriptions/{s}/providers/Microsoft.Backup.Admin/backupLocations/{location}/backups/{id}/unheardOf: not specified":
    "asked for a 404",
};

/** Operations of the specifications that the mock does not have, and why. */
export const NOT_SIMULATED: Readonly<Record<string, string>> = {
  "2016-05-01 Alerts_Repair":
    "no backup alert can be repaired: hasValidRemediationAction is false (one-backup-alert)",
  "2016-05-01 Operations_List": "nothing of this product asks for it",
  "2016-05-01 ResourceHealths_Get": "nothing of this product asks for it",
  "2016-05-01 ResourceHealths_List": "nothing of this product asks for it",
};
