import type { Failure } from "../domain/failure.ts";
import { failureText } from "./failureStrings.ts";

// Text about a start that failed. Part of the first load: the message that nothing was sent because the
// connection is lost couldn't be fetched then.
export const startStrings = {
  failedTitle: "Backup not started",
  offline: "This browser is offline. Nothing was sent.",
  conflictTitle: "The stamp didn't start another backup",
  conflict: "It is busy, for example with another backup or an update. A running backup appears in the list.",
  configure: "Open Configuration",
  unknownTitle: "A backup may have started",
  unknownReason: {
    noAnswer:
      "The stamp gave no clear answer to Backup now. We won't resend it. Watching the list, which shows the backup if it runs.",
    noLocation:
      "The stamp accepted the backup but gave no address to track it. Watching the list, which will show it.",
    foreignLocation:
      "The stamp accepted the backup, but the tracking address points to another host and isn't followed. Watching the list, which will show the backup.",
  },
  unfollowedTitle: "The end of the last backup's job isn't confirmed",
  unfollowedListed:
    "The list shows the backup as ended, but this page can't ask about its job. Retrying automatically.",
  unfollowedUnlisted:
    "The list doesn't show the backup, and this page can't ask about its job. Retrying automatically.",
  elsewhere: "Another start was already under way here or in another tab. Nothing was sent.",
  wait: (seconds: number) => `Wait ${seconds} s, then select Backup now again.`,
  anyway: "Start anyway",
  dismiss: "Dismiss",
} as const;

/** Why Backup now started nothing, and what to do next. */
export function refusalText(failure: Failure): string {
  if (failure.kind === "offline") return startStrings.offline;
  if (failure.kind === "conflict") return startStrings.conflict;
  return failureText(failure, startStrings.wait);
}
