import type { Failure, FailureKind } from "../domain/failure.ts";

/** What happened, by kind of failure; the server's own text and request id are shown beside it. */
export const failureTexts: Record<FailureKind, string> = {
  offline: "The stamp couldn't be reached.",
  timeout: "The stamp didn't answer within 30 seconds.",
  auth: "The stamp asks for sign-in.",
  forbidden: "You don't have permission for this on the stamp.",
  notFound: "The stamp doesn't know the requested resource.",
  conflict: "The stamp is busy with something else.",
  throttled: "The stamp is limiting requests.",
  refused: "The stamp refused the request.",
  server: "The stamp answered with an error.",
  unexpected: "The stamp's answer couldn't be read.",
};

/** What to do next, by kind of failure. */
export const failureAdvice: Record<FailureKind, string> = {
  offline: "Check the network between this browser and the stamp.",
  timeout: "The link may be slow or the stamp busy. You can safely try again.",
  auth: "Sign in again to continue.",
  forbidden: "Ask for the Owner or Contributor role on the Default Provider Subscription.",
  notFound: "Check the stamp's region and subscription in stamps.json.",
  conflict: "Wait until it is done, then try again.",
  throttled: "Wait a moment, then try again.",
  refused: "The stamp's message is below.",
  server: "You can safely try again. If it persists, give the request ID to support.",
  unexpected: "A proxy or sign-in page may be in between. If it persists, give the request ID to support.",
};

/** What happened and what to do next. `wait` formats the stamp's Retry-After; without it, the general advice applies. */
export function failureText({ kind, retryAfterMs }: Failure, wait?: (seconds: number) => string): string {
  const next = wait && retryAfterMs !== null ? wait(Math.ceil(retryAfterMs / 1_000)) : failureAdvice[kind];
  return `${failureTexts[kind]} ${next}`;
}
