import type { BackupRow } from "./backupState.ts";
import type { Changes, Settings } from "./configuration.ts";

/** A backup that a shorter retention deletes; `completedAt` in epoch ms. */
export interface DoomedBackup {
  id: string;
  completedAt: number;
}

/** Side effects of saving. */
export interface Impact {
  /** Null unless retention is shortened. */
  deletion: {
    retentionDays: number;
    /** Newest first. */
    backups: DoomedBackup[];
  } | null;
  /** The certificate that existing backups still need; null unless a new one is set. */
  oldThumbprint: string | null;
}

const DAY_MS = 24 * 3_600_000;

/**
 * Effects of the changes at `now` (stamp time). Lowering retention deletes older backups (docs, enable-backup-console),
 * except the last success (release notes 1905). Only new backups use a new certificate.
 */
export function impactOf(
  changes: Changes,
  settings: Settings,
  rows: readonly BackupRow[],
  now: number,
): Impact {
  const { retentionDays, certificate } = changes;
  const shortens =
    retentionDays !== undefined && settings.retentionDays !== null && retentionDays < settings.retentionDays;
  const replaces =
    certificate !== undefined &&
    settings.thumbprint !== "" &&
    certificate.thumbprint !== settings.thumbprint.toUpperCase();
  return {
    deletion: shortens ? { retentionDays, backups: doomed(rows, now - retentionDays * DAY_MS) } : null,
    oldThumbprint: replaces ? settings.thumbprint : null,
  };
}

function doomed(rows: readonly BackupRow[], keptFrom: number): DoomedBackup[] {
  const lastSuccess = rows.find(({ state }) => state.kind === "succeeded");
  return rows.flatMap((row) => {
    const { id, completedAt } = row;
    if (id === null || completedAt === null || completedAt >= keptFrom || row === lastSuccess) return [];
    return [{ id, completedAt }];
  });
}
