import { failureOf, type Failure, type FailureKind } from "../domain/failure.ts";

/** The only error the client raises. Holds what may be shown and stored; never headers, bodies or tokens. */
export class ArmError extends Error {
  readonly failure: Failure;
  /** Whether the body had the failed-LRO shape, the only terminal one (docs/stamp-api.md "Failed operations"). */
  readonly failedOperation: boolean;
  /** The field that the server names as its cause. */
  readonly target: string | null;
  override readonly name = "ArmError";

  constructor(failure: Failure, failedOperation = false, target: string | null = null) {
    super(`${failure.kind}${failure.code ? ` (${failure.code})` : ""}`);
    this.failure = failure;
    this.failedOperation = failedOperation;
    this.target = target;
  }
}

/**
 * What an HTTP status means to an operator (docs/stamp-api.md "Errors"). 401, 429 and 503 are public ARM's.
 * "StampUnreachable" is the code of this project's proxies for a stamp that they can't reach (docs/hosting.md).
 */
export function failureKindOf(status: number, code: string | null = null): FailureKind {
  if (status === 502 && code === "StampUnreachable") return "offline";
  switch (status) {
    case 401:
      return "auth";
    case 403:
      return "forbidden";
    case 404:
    case 410:
      return "notFound";
    case 409:
      return "conflict";
    case 429:
      return "throttled";
    default:
      if (status >= 500) return "server";
      return status >= 400 ? "refused" : "unexpected";
  }
}

/** Any thrown value as a Failure: an ArmError's own, else "unexpected" without its text, which may contain anything. */
export function toFailure(error: unknown): Failure {
  return error instanceof ArmError ? error.failure : failureOf("unexpected");
}
