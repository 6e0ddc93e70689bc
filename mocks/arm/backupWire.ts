import type { BackupView } from "../sim/backups.ts";
import type { RunFacts, StampFacts } from "../sim/facts.ts";
import { base64, hash } from "../sim/random.ts";
import { formatDuration, formatInstant } from "./instants.ts";
import { locationId } from "./locationWire.ts";

/**
 * A backup as lists and single reads show it, keys in the recorded order (recordings/Get-AzsBackup).
 * While it runs, null stands for what is not known yet: no recording lists a running backup (unverified).
 */
export function backupWire(facts: StampFacts, view: BackupView): Record<string, unknown> {
  return resource(facts, view, { before: {}, after: {} });
}

interface KeptText {
  stamp: string;
  status: string;
  thumbprint: string | null;
  text: string;
}

/** Texts of backups whose listing will not change any more. */
const texts = new WeakMap<RunFacts, KeptText>();

/** JSON of `backupWire`; kept for backups that are done, or a list of ten thousand takes its time on every poll. */
export function backupTexts(facts: StampFacts, views: readonly BackupView[]): string[] {
  const { stampVersion, oemVersion, deploymentId, subscriptionId, region, roles } = facts;
  const stamp = JSON.stringify([stampVersion, oemVersion, deploymentId, subscriptionId, region, roles]);
  return views.map((view) => {
    const { run, status, thumbprint, completedAt } = view;
    const kept = texts.get(run);
    if (kept?.stamp === stamp && kept.status === status && kept.thumbprint === thumbprint) return kept.text;
    const text = JSON.stringify(backupWire(facts, view));
    if (completedAt !== null) texts.set(run, { stamp, status, thumbprint, text });
    return text;
  });
}

/** A backup as its ended operation shows it: three more fields (recordings/Start-AzsBackup, last reply). */
export function operationBackupWire(facts: StampFacts, view: BackupView): Record<string, unknown> {
  return resource(facts, view, {
    before: { encryptedBackupEncryptionKey: `${base64(hash(view.id, "key"), 342)}==` },
    after: { backupSizeInKb: 0, compressedBackupSizeInKb: 0 },
  });
}

interface Extras {
  before: Record<string, unknown>;
  after: Record<string, unknown>;
}

function resource(facts: StampFacts, view: BackupView, extras: Extras): Record<string, unknown> {
  const grain = view.id;
  return {
    id: `${locationId(facts)}/backups/${view.id}`,
    name: `${facts.region}/${view.id}`,
    type: "Microsoft.Backup.Admin/backupLocations/backups",
    location: facts.region,
    tags: {},
    properties: {
      backupInfo: {
        backupDataVersion: "1.0.1",
        backupId: view.id,
        roleStatus: view.roles.map(({ name, status }) => ({ roleName: name, status })),
        status: view.status,
        createdDateTime: view.completedAt === null ? null : formatInstant(view.completedAt, grain),
        timeTakenToCreate: view.tookMs === null ? null : formatDuration(view.tookMs, grain),
        stampVersion: facts.stampVersion,
        oemVersion: facts.oemVersion,
        deploymentID: facts.deploymentId,
        ...extras.before,
        encryptionCertThumbprint: view.thumbprint,
        ...extras.after,
        completelyUploaded: view.uploaded,
        isAutomaticBackup: view.automatic,
        isCloudRecoveryReady: view.cloudReady,
      },
    },
  };
}
