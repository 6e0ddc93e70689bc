import type { ActionKind, Scope } from "./permission.ts";

/** Words of a missing permission: they load with the first 403 that names one. */
export const permissionStrings = {
  missing: "Missing permission:",
  on: {
    location: (name: string) => `on the backup location ${name}`,
    group: (name: string) => `on the resource group ${name}`,
    subscription: (name: string) => `on the subscription ${name}`,
    other: (name: string) => `on ${name}`,
  } satisfies Record<Scope["kind"], (name: string) => string>,
  /** What it is for, and what works without it. */
  effect: {
    createBackup:
      "Required to start backups. Viewing backups and tracking their jobs need other permissions and still work.",
    readBackups:
      "Required to list backups. Rows read earlier stay below; Essentials need another permission.",
    readOperation: "Required to track a job. The list still shows the backup's result.",
    readLocation:
      "Required for Essentials and Configuration. The list and Backup now need other permissions.",
    writeLocation:
      "Required to change the configuration. Everything stays readable, and Backup now isn't affected.",
    prune: "Required to remove leftovers from the share. Everything else still works.",
    restore: "Required to restore a backup. Everything else still works.",
    other: "The rest of this page needs other permissions.",
  } satisfies Record<ActionKind, string>,
} as const;
