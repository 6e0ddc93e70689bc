import type { ListItem } from "../domain/backupState.ts";
import { failureOf, type Failure } from "../domain/failure.ts";
import type { BackupLocation } from "../domain/location.ts";
import { backupLocationPath } from "../domain/stamp.ts";
import type { ArmClient } from "./client.ts";
import { ArmError, toFailure } from "./errors.ts";
import { toBackupPage, toLocation } from "./wire.ts";

/** More pages than any stamp has (14 days at 4 h are 84 backups): a longer nextLink chain is a loop or an attack. */
const MOST_PAGES = 200;

/** Why a list may lack rows; such a list is never shown as complete (docs/faults.md "Incomplete lists"). */
export type Incomplete =
  | { kind: "loop" }
  | { kind: "foreignLink" }
  | { kind: "pageFailed"; failure: Failure };

export interface BackupList {
  items: ListItem[];
  incomplete: Incomplete | null;
}

/** Reads the whole list, following nextLink on this stamp only. Raises ArmError if the first page fails. */
export async function listBackups(client: ArmClient, signal?: AbortSignal): Promise<BackupList> {
  const items: ListItem[] = [];
  const seen = new Set<string>();
  let path: string | null = `${backupLocationPath(client.stamp)}/backups`;
  while (path !== null) {
    if (seen.has(path) || seen.size >= MOST_PAGES) return { items, incomplete: { kind: "loop" } };
    seen.add(path);
    try {
      const page = await readPage(client, path, signal);
      for (const item of page.items) {
        items.push(item.kind === "backup" ? item : { ...item, key: `unrecognised-${items.length}` });
      }
      if (page.nextLink === null) return { items, incomplete: null };
      const next = client.resolve(page.nextLink);
      if (next.kind === "foreign") return { items, incomplete: { kind: "foreignLink" } };
      path = next.path;
    } catch (error) {
      if (signal?.aborted || seen.size === 1) throw error;
      return { items, incomplete: { kind: "pageFailed", failure: toFailure(error) } };
    }
  }
  return { items, incomplete: null };
}

async function readPage(client: ArmClient, path: string, signal: AbortSignal | undefined) {
  const reply = await client.get({ path, signal });
  const page = toBackupPage(reply.body);
  if (page) return page;
  throw new ArmError(
    failureOf("unexpected", { status: reply.status, code: "NotAList", requestId: reply.requestId }),
  );
}

/** Reads the stamp's backup location. Raises ArmError; "notFound" if it was never configured. */
export async function getLocation(client: ArmClient, signal?: AbortSignal): Promise<BackupLocation> {
  const reply = await client.get({ path: backupLocationPath(client.stamp), signal });
  const location = toLocation(reply.body);
  if (location) return location;
  throw new ArmError(
    failureOf("unexpected", { status: reply.status, code: "NotALocation", requestId: reply.requestId }),
  );
}
