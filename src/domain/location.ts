/** The stamp's backup location and schedule as it describes them; instants in epoch ms, null where not said. */
export interface BackupLocation {
  /** File share path, or the blob container's URL; null where backups stay on the stamp or were never set up. */
  path: string | null;
  storage: "share" | "blob" | "none";
  userName: string | null;
  thumbprint: string | null;
  frequencyHours: number | null;
  retentionDays: number | null;
  /** The stamp's own text ("1.00 TB"): shown, never computed with (recordings: "1.00 TB" → "0.99 TB"). */
  capacity: string | null;
  schedulerEnabled: boolean | null;
  /** Keeps advancing while the scheduler is off (recordings: 21:19:27 → 07:19:27): never promise it then. */
  nextBackupAt: number | null;
  lastBackupAt: number | null;
}
