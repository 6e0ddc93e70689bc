import type { Failure } from "../domain/failure.ts";
import { failureAdvice, failureWords } from "./failureStrings.ts";
import { startStrings } from "./startStrings.ts";

/** Why Backup now started nothing, and what to do next. */
export function refusalText(failure: Failure): string {
  if (failure.kind === "offline") return startStrings.offline;
  if (failure.kind === "conflict") return startStrings.conflict;
  const wait =
    failure.retryAfterMs === null ? null : startStrings.wait(Math.ceil(failure.retryAfterMs / 1_000));
  return `${failureWords[failure.kind]} ${wait ?? failureAdvice[failure.kind]}`;
}
