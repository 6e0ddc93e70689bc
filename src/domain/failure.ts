/** Why a request failed. The text for each is in common/failureStrings.ts. */
export type FailureKind =
  | "offline"
  | "timeout"
  | "auth"
  | "forbidden"
  | "notFound"
  | "conflict"
  | "throttled"
  | "refused"
  | "server"
  | "unexpected";

/** A failure as shown and stored: known fields only, the server's message, never headers or bodies. */
export interface Failure {
  kind: FailureKind;
  /** HTTP status; null without an answer. */
  status: number | null;
  /** The server's error code ("ResourceNotFound"). */
  code: string | null;
  /** The server's message, for the operator and for support. */
  text: string | null;
  /** x-ms-request-id, for support. */
  requestId: string | null;
  /** The server's Retry-After in milliseconds, clamped; null if absent. */
  retryAfterMs: number | null;
}

const NOTHING_SAID: Omit<Failure, "kind"> = {
  status: null,
  code: null,
  text: null,
  requestId: null,
  retryAfterMs: null,
};

/** A failure of the given kind, with any known details. */
export function failureOf(kind: FailureKind, known: Partial<Failure> = {}): Failure {
  return { ...NOTHING_SAID, ...known, kind };
}

/** A query's number of consecutive failures, and the last one. */
export interface FailureStreak {
  failures: number;
  failure: Failure;
}
