import type { FailureKind } from "../domain/failure.ts";

/** What happened, by kind of failure; the server's own text and request id are shown beside it. */
export const failureWords: Record<FailureKind, string> = {
  offline: "The stamp could not be reached.",
  timeout: "The stamp did not answer within 30 seconds.",
  auth: "The stamp asks for sign-in.",
  forbidden: "You have no permission for this on the stamp.",
  notFound: "The stamp does not know what was asked for.",
  conflict: "The stamp is busy with something else.",
  throttled: "The stamp asks for fewer requests.",
  refused: "The stamp refused the request.",
  server: "The stamp answered with an error.",
  unexpected: "The stamp's answer could not be read.",
};

/** What to do next, by kind of failure. */
export const failureAdvice: Record<FailureKind, string> = {
  offline: "Check the network between this browser and the stamp.",
  timeout: "The link may be slow or the stamp under load; trying again is safe.",
  auth: "Sign in again to go on.",
  forbidden: "Ask for the Owner or Contributor role on the Default Provider Subscription.",
  notFound: "Check the stamp's region and subscription in stamps.json.",
  conflict: "Wait until it is done, then try again.",
  throttled: "Wait a moment, then try again.",
  refused: "Read the stamp's own words below.",
  server: "Trying again is safe; if it stays, give the request id to support.",
  unexpected: "A proxy or sign-in page may stand between; if it stays, give the request id to support.",
};
