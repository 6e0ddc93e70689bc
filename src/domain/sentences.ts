import type { Alert } from "./alert.ts";
import type { Failure } from "./failure.ts";
import { storageOf, type BackupLocation } from "./location.ts";

/** What a page without rows may say of the list; each needs its own answers. */
export type ListSentence =
  | "loading"
  | "signIn"
  | "unreachable"
  /** Nothing in the part that was read. */
  | "incomplete"
  /** The list is empty, and there is a storage location; there is none; nobody knows. */
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

/** The sentence in the place of rows, by what was answered. */
export function listSentence(answers: ListAnswers): ListSentence {
  if (!answers.loaded) {
    if (!answers.signedIn) return "signIn";
    return answers.failure ? "unreachable" : "loading";
  }
  return answers.incomplete ? "incomplete" : EMPTY[storageOf(answers.location, answers.locationFailure)];
}

/** What the page may say where it shows no alert of a state. Null: it does not show any sentence of its own. */
export function noAlertsSentence(
  alerts: readonly Alert[] | null,
  incomplete: boolean,
  wanted: Alert["state"] = "active",
): "none" | "noneRead" | null {
  if (alerts === null || alerts.some(({ state }) => state === wanted)) return null;
  return incomplete ? "noneRead" : "none";
}

/** How long a due time may have passed before that is told: a slot starts in a queue and is read once a minute. */
const DUE_MS = 60 * 60_000;

/** What to say of the next scheduled backup, epoch ms: that it comes, or that its time has passed without it. */
export function nextSentence(nextAt: number | null, now: number): "ahead" | "past" | null {
  if (nextAt === null) return null;
  if (nextAt > now + 60_000) return "ahead";
  return now - nextAt > DUE_MS ? "past" : null;
}
