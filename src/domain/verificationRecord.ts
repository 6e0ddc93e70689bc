import { startedAtOf, type Backup, type BackupStatus } from "./backup.ts";
import { isAutomatic, type BackupRow } from "./backupState.ts";
import type { Failure } from "./failure.ts";
import type { BackupLocation } from "./location.ts";
import type { Stamp } from "./stamp.ts";

/** When the stamp answered, stamp time, and its x-ms-request-id; null if the page can't read that header. */
export interface Answered {
  at: number;
  requestId: string | null;
}

/** The answer of `backups/{id}`, requested for the record. */
export type ListAnswer = Answered &
  ({ kind: "backup"; backup: Backup } | { kind: "gone" } | { kind: "noAnswer"; failure: Failure });

/** The answer of `operationResults/{id}`, requested for the record. */
export type JobAnswer = Answered &
  (
    | { kind: "running" }
    | { kind: "ended"; backup: Backup }
    | { kind: "failed"; failure: Failure }
    | { kind: "gone" }
    | { kind: "noAnswer"; failure: Failure }
  );

export interface RecordFacts {
  stamp: Pick<Stamp, "title" | "region" | "subscriptionId">;
  /** The row as shown, with what this browser stored about a job that the stamp no longer knows. */
  row: BackupRow;
  list: ListAnswer;
  job: JobAnswer;
  location: BackupLocation | null;
  consoleVersion: string;
  /** Entered by the operator; both may be empty. */
  checkedBy: string;
  note: string;
  /** Stamp time. */
  checkedAt: number;
}

/** Version of the format in docs/verification-record.md; increased with each incompatible change. */
export const RECORD_SCHEMA = "azure-stack-hub-backup-console/verification-record/1";

export type RecordVerdict =
  /** The job reports success, and the list doesn't contradict it. */
  | "verified"
  /** The list reports Succeeded; the job couldn't be read. */
  | "listOnly"
  | "partiallySucceeded"
  | "failed"
  /** The list reports it as done; the job still runs. */
  | "finishing"
  | "inProgress"
  /** Neither reports enough. */
  | "notVerified";

/** What one source reports. Instants in ISO 8601, UTC. */
export interface RecordedWord {
  /** The reported status ("Succeeded"); "Running" for a job that hasn't ended. */
  word: string;
  /** The list's completion time, or when the job's end was first read. */
  at: string | null;
  answeredAt: string | null;
  requestId: string | null;
}

/** Plain JSON; nothing in it is secret. */
export interface VerificationRecord {
  schema: typeof RECORD_SCHEMA;
  verdict: RecordVerdict;
  stamp: { title: string; region: string; subscriptionId: string; deploymentId: string | null };
  backup: {
    id: string;
    resourceId: string | null;
    trigger: "scheduled" | "onDemand" | null;
    startedBy: "thisConsole" | "scheduler" | null;
    /** x-ms-client-request-id of the request that started it, if sent by this console. */
    startRequestId: string | null;
    startedAt: string | null;
    dataWrittenAt: string | null;
    tookMs: number | null;
    roles: { name: string; status: string }[];
    dataVersion: string | null;
    stampVersion: string | null;
    oemVersion: string | null;
    thumbprint: string | null;
    completelyUploaded: boolean | null;
    cloudRecoveryReady: boolean | null;
  };
  list: RecordedWord | null;
  /** `source` "earlier": the stamp no longer knows the job, but this browser read its end before. */
  job:
    | (RecordedWord & {
        source: "now" | "earlier";
        error: { code: string | null; text: string | null } | null;
      })
    | null;
  /** Settings at the time of checking; the stamp doesn't report where a backup was written. */
  location: {
    storage: "share" | "blob" | "none" | "unknown";
    path: string | null;
    frequencyHours: number | null;
    retentionDays: number | null;
    thumbprint: string | null;
  } | null;
  checked: { at: string | null; consoleVersion: string; by: string | null; note: string | null };
}

/** The record of one backup, verified or not; its `verdict` shows which. */
export function verificationRecord(facts: RecordFacts): VerificationRecord {
  const { row, list, stamp, location } = facts;
  const listed =
    list.kind === "backup" ? list.backup : list.kind === "noAnswer" && row.listed ? row.backup : null;
  const job = jobWord(facts);
  const backup = (facts.job.kind === "ended" ? facts.job.backup : null) ?? listed ?? row.backup;
  const automatic = isAutomatic(row);
  const isOwn = row.operation?.origin === "here";
  return {
    schema: RECORD_SCHEMA,
    verdict: verdictOf(listed?.status ?? null, job),
    stamp: {
      title: stamp.title,
      region: stamp.region,
      subscriptionId: stamp.subscriptionId,
      deploymentId: backup?.deploymentId ?? null,
    },
    backup: {
      id: row.id ?? row.key,
      resourceId: backup?.resourceId || null,
      trigger: automatic === null ? null : automatic ? "scheduled" : "onDemand",
      startedBy: isOwn ? "thisConsole" : automatic === true ? "scheduler" : null,
      startRequestId: isOwn ? (row.operation?.key ?? null) : null,
      startedAt: iso((backup && startedAtOf(backup)) ?? row.startedAt),
      dataWrittenAt: iso(backup?.completedAt ?? null),
      tookMs: backup?.tookMs ?? null,
      roles: (backup?.roles ?? []).map(({ name, status }) => ({ name, status: wordOf(status) })),
      dataVersion: backup?.dataVersion ?? null,
      stampVersion: backup?.stampVersion ?? null,
      oemVersion: backup?.oemVersion ?? null,
      thumbprint: backup?.thumbprint ?? null,
      completelyUploaded: backup?.completelyUploaded ?? null,
      cloudRecoveryReady: backup?.cloudRecoveryReady ?? null,
    },
    list: listed && {
      word: wordOf(listed.status),
      at: iso(listed.completedAt),
      // Shown by the page only, not answered for this record.
      ...(list.kind === "backup" ? answered(list) : { answeredAt: null, requestId: null }),
    },
    job,
    location: location && {
      storage: location.storage,
      path: location.path,
      frequencyHours: location.frequencyHours,
      retentionDays: location.retentionDays,
      thumbprint: location.thumbprint,
    },
    checked: {
      at: iso(facts.checkedAt),
      consoleVersion: facts.consoleVersion,
      by: typed(facts.checkedBy),
      note: typed(facts.note),
    },
  };
}

/** Content of the file: the record, and the SHA-256 of its canonical JSON in UTF-8, lower-case hex. */
export function recordFile(record: VerificationRecord, sha256: string): string {
  return `${JSON.stringify({ record, sha256 }, null, 2)}\n`;
}

/** The job's state: the current answer, else what this browser read before. */
function jobWord({ job, row: { operation } }: RecordFacts): VerificationRecord["job"] {
  const now = { source: "now" as const, ...answered(job), error: null };
  // If this browser tracked the job to this end, keep the time at which it first read it.
  const endReadAt = (kind: BackupStatus["kind"]) =>
    operation?.kind === kind && "endedAt" in operation ? Math.min(operation.endedAt, job.at) : job.at;
  switch (job.kind) {
    case "running":
      return { ...now, word: "Running", at: null };
    case "ended":
      return { ...now, word: wordOf(job.backup.status), at: iso(endReadAt(job.backup.status.kind)) };
    case "failed":
      return { ...now, word: "Failed", at: iso(endReadAt("failed")), error: errorOf(job.failure) };
    case "gone":
    case "noAnswer":
      break;
  }
  if (operation?.kind === "running" && operation.askedAt !== null && job.kind === "noAnswer") {
    const askedAt = iso(operation.askedAt);
    return {
      source: "earlier",
      word: "Running",
      at: null,
      answeredAt: askedAt,
      requestId: null,
      error: null,
    };
  }
  if (
    operation?.kind !== "succeeded" &&
    operation?.kind !== "partiallySucceeded" &&
    operation?.kind !== "failed"
  ) {
    return null;
  }
  const failure = operation.kind === "failed" ? operation.failure : null;
  return {
    source: "earlier",
    word: operation.backup ? wordOf(operation.backup.status) : "Failed",
    at: iso(operation.endedAt),
    answeredAt: iso(operation.endedAt),
    requestId: operation.requestId ?? failure?.requestId ?? null,
    error: failure && errorOf(failure),
  };
}

/** docs/state-model.md "Two sources, one row", for a record: a job's end outranks the list, and Failed outranks everything. */
function verdictOf(listed: BackupStatus | null, job: VerificationRecord["job"]): RecordVerdict {
  const isDone = listed?.kind === "succeeded" || listed?.kind === "partiallySucceeded";
  if (listed?.kind === "failed" || job?.word === WORDS.failed) return "failed";
  if (listed?.kind === "skipped" || listed?.kind === "deleted" || listed?.kind === "unknown")
    return "notVerified";
  if (job?.word === "Running") return isDone ? "finishing" : "inProgress";
  if (listed?.kind === "partiallySucceeded" || job?.word === WORDS.partiallySucceeded)
    return "partiallySucceeded";
  if (job?.word === WORDS.succeeded) return "verified";
  if (job !== null) return "notVerified";
  if (listed?.kind === "succeeded") return "listOnly";
  return listed === null ? "notVerified" : "inProgress";
}

/** The OperationStatus values of both API versions. */
const WORDS = {
  creating: "Creating",
  queued: "Queued",
  running: "Running",
  deleted: "Deleted",
  skipped: "Skipped",
  failed: "Failed",
  partiallySucceeded: "PartialSucceeded",
  succeeded: "Succeeded",
} as const satisfies Record<Exclude<BackupStatus["kind"], "unknown">, string>;

/** A status as the stamp writes it. */
export function wordOf(status: BackupStatus): string {
  return status.kind === "unknown" ? status.raw : WORDS[status.kind];
}

function answered({ at, requestId }: Answered): { answeredAt: string | null; requestId: string | null } {
  return { answeredAt: iso(at), requestId };
}

function errorOf({ code, text }: Failure): { code: string | null; text: string | null } {
  return { code, text };
}

function typed(text: string): string | null {
  return text.trim() || null;
}

/** ISO 8601 in UTC; null for an absent or out-of-range instant. */
export function iso(at: number | null): string | null {
  return at === null || !(Math.abs(at) <= 8.64e15) ? null : new Date(at).toISOString();
}
