import * as v from "valibot";
import { resolveLink } from "../api/links.ts";
import { operationLink } from "../api/operations.ts";
import { UNUSABLE_IDS } from "../api/wire.ts";
import type { Backup, BackupStatus } from "../domain/backup.ts";
import type { Failure } from "../domain/failure.ts";
import type { Operation } from "../domain/operation.ts";
import { operationPath, type Stamp } from "../domain/stamp.ts";
import type { Announced } from "../domain/transitions.ts";

/** One stamp's operations as stored across reloads and shared by tabs. */
export interface StoredOperations {
  operations: readonly Operation[];
  announced: Announced;
  /** By operation key: when it is polled next, Date.now(). */
  nextAskAt: Readonly<Record<string, number>>;
}

// Storage is untrusted, like the wire: another version or program may have written it (docs/faults.md "Storage").
const text = v.nullable(v.string());
const instant = v.nullable(v.number());
const flag = v.nullable(v.boolean());

const StatusStored: v.GenericSchema<unknown, BackupStatus> = v.variant("kind", [
  v.object({
    kind: v.picklist([
      "creating",
      "queued",
      "running",
      "deleted",
      "skipped",
      "failed",
      "partiallySucceeded",
      "succeeded",
    ]),
  }),
  v.object({ kind: v.literal("unknown"), raw: v.string() }),
]);

const BackupStored: v.GenericSchema<unknown, Backup> = v.object({
  id: v.string(),
  resourceId: v.string(),
  status: StatusStored,
  completedAt: instant,
  tookMs: instant,
  roles: v.array(v.object({ name: v.string(), status: StatusStored })),
  automatic: flag,
  dataVersion: text,
  stampVersion: text,
  oemVersion: text,
  deploymentId: text,
  thumbprint: text,
  completelyUploaded: flag,
  cloudRecoveryReady: flag,
});

const FailureStored: v.GenericSchema<unknown, Failure> = v.object({
  kind: v.picklist([
    "offline",
    "timeout",
    "auth",
    "forbidden",
    "notFound",
    "conflict",
    "throttled",
    "refused",
    "server",
    "unexpected",
  ]),
  status: v.nullable(v.number()),
  code: text,
  text,
  requestId: text,
  retryAfterMs: v.nullable(v.number()),
});

const tracked = {
  key: v.string(),
  origin: v.picklist(["here", "elsewhere"]),
  startedAt: instant,
  id: v.string(),
};
const unnamed = { ...tracked, id: v.null(), startedAt: v.number() };

const OperationStored: v.GenericSchema<unknown, Operation> = v.variant("kind", [
  v.object({ ...unnamed, kind: v.literal("posting") }),
  v.object({
    ...unnamed,
    kind: v.literal("unknown"),
    reason: v.picklist(["noAnswer", "noLocation", "foreignLocation"]),
    failure: v.nullable(FailureStored),
  }),
  v.object({
    ...tracked,
    kind: v.literal("running"),
    seenAt: v.number(),
    path: v.string(),
    ask: v.picklist(["operation", "backup"]),
    askedAt: instant,
    answers: v.optional(v.number(), 0),
    delayMs: v.number(),
    failures: v.number(),
    trouble: v.nullable(FailureStored),
  }),
  v.object({
    ...tracked,
    kind: v.picklist(["succeeded", "partiallySucceeded"]),
    endedAt: v.number(),
    backup: BackupStored,
    requestId: v.exactOptional(v.string()),
  }),
  v.object({
    ...tracked,
    kind: v.literal("failed"),
    endedAt: v.number(),
    backup: v.nullable(BackupStored),
    failure: v.nullable(FailureStored),
    requestId: v.exactOptional(v.string()),
  }),
  v.object({ ...tracked, kind: v.literal("lost"), endedAt: v.number(), wasRunning: v.boolean() }),
]);

const StoredSchema = v.object({
  operations: v.array(v.unknown()),
  announced: v.record(v.string(), v.picklist(["started", "ended", "oldNews"])),
  nextAskAt: v.record(v.string(), v.number()),
});

/**
 * Reads this stamp's stored operations, without those that don't have this version's shape or would be polled outside
 * the stamp's own address. Null if nothing is stored.
 */
export function readStored(stored: string | null, stamp: StampScope): StoredOperations | null {
  if (stored === null) return null;
  let json: unknown;
  try {
    json = JSON.parse(stored);
  } catch {
    return null;
  }
  const parsed = v.safeParse(StoredSchema, json);
  if (!parsed.success) return null;
  const operations = parsed.output.operations.flatMap((item) => {
    const operation = v.safeParse(OperationStored, item);
    return operation.success && isOwn(operation.output, stamp) ? [operation.output] : [];
  });
  return { ...parsed.output, operations };
}

export type StampScope = Pick<Stamp, "subscriptionId" | "region">;

/** Checked like a Location: a foreign path, or an id with path segments, would send a token elsewhere (I6). */
function isOwn(operation: Operation, stamp: StampScope): boolean {
  if (operation.id !== null && UNUSABLE_IDS.has(operation.id)) return false;
  if (operation.kind !== "running") return true;
  const { id, path } = operation;
  // A run found in the list is polled at the path that this page builds from its name.
  if (path === operationPath(stamp, id)) return true;
  const link = operationLink({ location: resolveLink(path, ANY_BASE) }, stamp);
  return typeof link === "object" && link.id === id && link.path === path;
}

/** Only the path of a stored address is used, below the stamp's own armBase. */
const ANY_BASE = new URL("https://stamp.invalid");

export function writeStored(stored: StoredOperations): string {
  return JSON.stringify(stored);
}
