/** The permission that a 403 names. */
export interface MissingPermission {
  /** "Microsoft.Backup.Admin/backupLocations/createBackup/action". */
  action: string;
  /** The resource it is missing on, as ARM names it; null where the text does not say. */
  scope: string | null;
}

const ACTION = /\bperform action '([\w.*]+(?:\/[\w.*]+)+)'/i;
const SCOPE = /\bover scope '(\/[^'\s]*)'/i;

/**
 * Finds the permission in the message of a 403. They are public ARM's (AuthorizationFailed: "… does not have
 * authorization to perform action '…' over scope '…'"); no 403 was recorded on a stamp (docs/stamp-api.md "Errors"), so null is usual.
 */
export function missingPermission(text: string | null): MissingPermission | null {
  const action = ACTION.exec(text ?? "")?.[1];
  if (action === undefined) return null;
  return { action: action.slice(0, 200), scope: SCOPE.exec(text ?? "")?.[1]?.slice(0, 500) ?? null };
}

/** Purpose of an action; the text for each is in permissionStrings.ts. */
export type ActionKind =
  | "createBackup"
  | "readBackups"
  | "readOperation"
  | "readLocation"
  | "writeLocation"
  | "prune"
  | "restore"
  | "other";

const ACTIONS: Readonly<Record<string, ActionKind>> = {
  "backuplocations/createbackup/action": "createBackup",
  "backuplocations/backups/read": "readBackups",
  "backuplocations/operationresults/read": "readOperation",
  "backuplocations/read": "readLocation",
  "backuplocations/write": "writeLocation",
  "backuplocations/pruneexternalstore/action": "prune",
  "backuplocations/backups/restore/action": "restore",
};

export function actionKind(action: string): ActionKind {
  const known = /^microsoft\.backup\.admin\/(.+)$/i.exec(action)?.[1]?.toLowerCase() ?? "";
  return (Object.hasOwn(ACTIONS, known) ? ACTIONS[known] : undefined) ?? "other";
}

/** A scope by what it ends in. */
export type Scope =
  | { kind: "location"; name: string }
  | { kind: "group"; name: string }
  | { kind: "subscription"; name: string }
  | { kind: "other"; name: string };

/** Reads a resource id; compared without case, as ARM's ids are (docs/stamp-api.md "Ids and names"). */
export function toScope(scope: string): Scope {
  const location = /\/providers\/microsoft\.backup\.admin\/backuplocations\/([^/]+)/i.exec(scope)?.[1];
  if (location !== undefined) return { kind: "location", name: location };
  const [, subscription, group, rest] =
    /^\/subscriptions\/([^/]+)(?:\/resourcegroups\/([^/]+))?(\/.+)?$/i.exec(scope) ?? [];
  if (subscription === undefined || rest !== undefined) return { kind: "other", name: scope };
  return group === undefined ? { kind: "subscription", name: subscription } : { kind: "group", name: group };
}
