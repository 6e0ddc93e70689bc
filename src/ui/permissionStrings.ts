import type { ActionKind, ScopeWords } from "./permission.ts";

/** Words of a missing permission: they load with the first 403 that names one. */
export const permissionStrings = {
  missing: "Missing permission:",
  on: {
    location: (name: string) => `on the backup location ${name}`,
    group: (name: string) => `on the resource group ${name}`,
    subscription: (name: string) => `on the whole subscription ${name}`,
    other: (name: string) => `on ${name}`,
  } satisfies Record<ScopeWords["kind"], (name: string) => string>,
  /** What it is for, and what works without it. */
  effect: {
    createBackup:
      "It is what starts a backup. Seeing backups and following their jobs takes other permissions and goes on.",
    readBackups:
      "It is what lists backups. What was read before stays below; Essentials take another permission.",
    readOperation: "It is what tells how a job stands. The list still tells what became of the backup.",
    readLocation:
      "It is what shows Essentials and Configuration. The list and Backup now take other permissions.",
    writeLocation:
      "It is what changes the configuration. Everything can still be read, and Backup now is not affected.",
    prune: "It is what removes leftovers from the share. Everything else goes on.",
    restore: "It is what restores a backup. Everything else goes on.",
    other: "Whatever else this page shows goes on.",
  } satisfies Record<ActionKind, string>,
} as const;
