import * as v from "valibot";
import type { Backup, BackupStatus } from "../domain/backup.ts";
import type { Failure } from "../domain/failure.ts";
import type { Operation } from "../domain/operation.ts";
import type { Announced } from "../domain/transitions.ts";

/** What is kept of one stamp's operations across reloads and shared by tabs. */
export interface StoredOperations {
  operations: readonly Operation[];
  announced: Announced;
  /** By operation key: when it is to be asked next, Date.now(). */
  nextAskAt: Readonly<Record<string, number>>;
}

// Storage is as little to be trusted as the wire: another version, another hand (docs/faults.md "Storage").
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
    // Only a path below the stamp's own subscription was ever stored; another would send a token astray.
    path: v.pipe(v.string(), v.regex(/^\/subscriptions\/[^\\]*$/i)),
    ask: v.picklist(["operation", "backup"]),
    askedAt: instant,
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

/** Reads what was stored; an operation that is not of this version's shape is left out. Null when there is nothing. */
export function readStored(stored: string | null): StoredOperations | null {
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
    return operation.success ? [operation.output] : [];
  });
  return { ...parsed.output, operations };
}

export function writeStored(stored: StoredOperations): string {
  return JSON.stringify(stored);
}
