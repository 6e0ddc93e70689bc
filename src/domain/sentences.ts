import type { Alert } from "./alert.ts";
import type { Failure } from "./failure.ts";
import { storageOf, type BackupLocation } from "./location.ts";

/** Messages for a page without rows; each requires certain answers. */
export type ListSentence =
  | "loading"
  | "signIn"
  | "unreachable"
  /** No backups in the part that was read. */
  | "incomplete"
  /** The list is empty: with a storage location, without one, or with an unknown one. */
  | "empty"
  | "notConfigured"
  | "emptyStorageUnknown";

export interface ListAnswers {
  loaded: boolean;
  incomplete: boolean;
  failure: Failure | null;
  signedIn: boolean;
  location: BackupLocation | null;
  locationFailure: Failure | null;
}

const EMPTY = { set: "empty", none: "notConfigured", unknown: "emptyStorageUnknown" } as const;

/** The message in place of rows, from the answers so far. */
export function listSentence(answers: ListAnswers): ListSentence {
  if (!answers.loaded) {
    if (!answers.signedIn) return "signIn";
    return answers.failure ? "unreachable" : "loading";
  }
  return answers.incomplete ? "incomplete" : EMPTY[storageOf(answers.location, answers.locationFailure)];
}

/** The message where no alert of a state is shown; null for none. */
export function noAlertsSentence(
  alerts: readonly Alert[] | null,
  incomplete: boolean,
  wanted: Alert["state"] = "active",
): "none" | "noneRead" | null {
  if (alerts === null || alerts.some(({ state }) => state === wanted)) return null;
  return incomplete ? "noneRead" : "none";
}

/** How long after its due time a backup is reported as late: it starts from a queue and is read once a minute. */
const DUE_MS = 60 * 60_000;

/** Whether the next scheduled backup (epoch ms) is due or overdue. */
export function nextSentence(nextAt: number | null, now: number): "ahead" | "past" | null {
  if (nextAt === null) return null;
  if (nextAt > now + 60_000) return "ahead";
  return now - nextAt > DUE_MS ? "past" : null;
}
