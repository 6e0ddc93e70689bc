/** Why a request brought no answer that counts. The sentence for each is in common/failureStrings.ts. */
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

/** A failure as it may be shown and kept: known fields only, the server's own text, never headers or bodies. */
export interface Failure {
  kind: FailureKind;
  /** HTTP status, null where no answer came. */
  status: number | null;
  /** The server's error code ("ResourceNotFound"). */
  code: string | null;
  /** The server's own words, for the operator and for support. */
  text: string | null;
  /** x-ms-request-id, for support. */
  requestId: string | null;
  /** The server's Retry-After in milliseconds, clamped; null where it gave none. */
  retryAfterMs: number | null;
}

const NOTHING_SAID: Omit<Failure, "kind"> = {
  status: null,
  code: null,
  text: null,
  requestId: null,
  retryAfterMs: null,
};

/** A failure of the given kind with what is known of it. */
export function failureOf(kind: FailureKind, known: Partial<Failure> = {}): Failure {
  return { ...NOTHING_SAID, ...known, kind };
}

/** Failures in a row of one query, and the last of them. */
export interface FailureStreak {
  failures: number;
  failure: Failure;
}
