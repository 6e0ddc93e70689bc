import type { Refusal, SettingsPeriod, StampFacts } from "./facts.ts";

/** What a request asks of the settings; what is absent stays. Secrets are looked at here and kept nowhere. */
export interface SettingsChange {
  path?: string;
  userName?: string;
  password?: string;
  blobStorageUrl?: string;
  blobStorageKey?: string;
  /** Thumbprint of the certificate that came along; null where what came is no public certificate. */
  thumbprint?: string | null;
  frequencyHours?: number;
  retentionDays?: number;
  schedulerEnabled?: boolean;
}

/** A share as the documentation wants it: a host by name or address, a share, perhaps folders. */
const UNC = /^\\\\([^\\/:*?"<>|\s]+)\\([^\\/:*?"<>|]+)((?:\\[^\\/:*?"<>|]+)*)\\?$/;

/**
 * Why the stamp does not take the change: the path and the credentials are tried before anything is stored (release
 * notes 1807). Statuses, codes, texts and targets are ours (unverified); null where nothing is wrong.
 */
export function settingsRefusal(
  facts: StampFacts,
  base: SettingsPeriod,
  change: SettingsChange,
): Refusal | null {
  return (
    scheduleRefusal(change) ??
    certificateRefusal(base, change) ??
    (given(change.blobStorageUrl) ? blobRefusal(facts, base, change) : shareRefusal(facts, base, change))
  );
}

/** Whether a value was sent that says something. */
export function given(value: string | undefined): value is string {
  return value !== undefined && value !== "";
}

function scheduleRefusal({ frequencyHours, retentionDays }: SettingsChange): Refusal | null {
  if (frequencyHours !== undefined && !isWithin(frequencyHours, 4, 12)) {
    const message = "The backup frequency must be a whole number of hours between 4 and 12.";
    return refusal("InvalidBackupFrequency", message, "backupFrequencyInHours");
  }
  if (retentionDays !== undefined && !isWithin(retentionDays, 2, 14)) {
    const message = "The retention period must be a whole number of days between 2 and 14.";
    return refusal("InvalidRetentionPeriod", message, "backupRetentionPeriodInDays");
  }
  return null;
}

function certificateRefusal(base: SettingsPeriod, { thumbprint }: SettingsChange): Refusal | null {
  if (thumbprint === null) {
    const message = "The encryption certificate is not a public certificate (.cer).";
    return refusal("InvalidEncryptionCertificate", message, "encryptionCertBase64");
  }
  if (base.thumbprint === null && thumbprint === undefined) {
    const message = "An encryption certificate is required.";
    return refusal("EncryptionCertificateRequired", message, "encryptionCertBase64");
  }
  return null;
}

function shareRefusal(facts: StampFacts, base: SettingsPeriod, change: SettingsChange): Refusal | null {
  const path = change.path ?? base.path;
  if (path === "" && base.blobStorageUrl !== null) return null;
  if (path === "") {
    return refusal("BackupSharePathRequired", "The backup storage location is required.", "path");
  }
  const [, host = "", share = ""] = UNC.exec(path) ?? [];
  if (share === "") {
    const message = `The backup file share path '${path}' is not valid. Use \\\\server\\share.`;
    return refusal("InvalidBackupSharePath", message, "path");
  }
  if (isOneOf(facts.refuses.hosts, firstLabel(host))) {
    return refusal("BackupShareNotAccessible", `The backup file share '${path}' cannot be reached.`, "path");
  }
  if (isOneOf(facts.refuses.shares, share)) {
    return refusal("BackupShareNotFound", `The backup file share '${path}' does not exist.`, "path");
  }
  if ((change.userName ?? base.userName) === "") {
    return refusal("UserNameRequired", "A user name for the backup file share is required.", "userName");
  }
  if (base.path === "" && !given(change.password)) {
    return refusal("PasswordRequired", "A password for the backup file share is required.", "password");
  }
  if (given(change.password) && isOneOf(facts.refuses.secrets, change.password)) {
    const message = "The backup file share refused the user name or the password.";
    return refusal("InvalidCredentials", message, "password");
  }
  return null;
}

function blobRefusal(facts: StampFacts, base: SettingsPeriod, change: SettingsChange): Refusal | null {
  const url = change.blobStorageUrl ?? "";
  if (given(change.path)) {
    const message = "A file share and a blob storage cannot be used at once.";
    return refusal("AmbiguousBackupStore", message, "blobStorageUrl");
  }
  const host = /^https:\/\/([^/:?#\s]+)(?::\d+)?\/[^?#\s]+$/i.exec(url)?.[1];
  if (host === undefined) {
    const message = `The blob storage URL '${url}' is not valid. Use https://account/container.`;
    return refusal("InvalidBlobStorageUrl", message, "blobStorageUrl");
  }
  if (isOneOf(facts.refuses.hosts, firstLabel(host))) {
    const message = `The blob storage '${url}' cannot be reached.`;
    return refusal("BlobStorageNotAccessible", message, "blobStorageUrl");
  }
  if (base.blobStorageUrl === null && !given(change.blobStorageKey)) {
    return refusal("BlobStorageKeyRequired", "A key for the blob storage is required.", "blobStorageKey");
  }
  if (given(change.blobStorageKey) && isOneOf(facts.refuses.secrets, change.blobStorageKey)) {
    return refusal("InvalidCredentials", "The blob storage refused the key.", "blobStorageKey");
  }
  return null;
}

function refusal(code: string, message: string, target: string): Refusal {
  return { status: 400, code, message, target };
}

function isWithin(value: number, from: number, to: number): boolean {
  return Number.isInteger(value) && value >= from && value <= to;
}

function firstLabel(host: string): string {
  // An address has no labels to speak of.
  return /^[\d.]+$/.test(host) ? host : (host.split(".")[0] ?? host);
}

function isOneOf(words: readonly string[], word: string): boolean {
  return words.some((candidate) => candidate.toLowerCase() === word.toLowerCase());
}
