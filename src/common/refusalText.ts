import type { Failure } from "../domain/failure.ts";
import { failureAdvice, failureWords } from "./failureStrings.ts";
import { startStrings as words } from "./startStrings.ts";

/** Why Backup now started nothing, and what to do next. */
export function refusalText(failure: Failure): string {
  if (failure.kind === "offline") return words.offline;
  if (failure.kind === "conflict") return words.conflict;
  const wait = failure.retryAfterMs === null ? null : words.wait(Math.ceil(failure.retryAfterMs / 1_000));
  return `${failureWords[failure.kind]} ${wait ?? failureAdvice[failure.kind]}`;
}
