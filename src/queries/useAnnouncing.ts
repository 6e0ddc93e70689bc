import { useEffect } from "react";
import { dueAnnouncements, type Announcement } from "../domain/transitions.ts";
import { useSession } from "./SessionContext.ts";
import type { StampSession } from "./stampSession.ts";
import { useOperations } from "./useOperations.ts";

/** A hidden tab waits this long, so that the tab in front of the operator speaks first. */
const HIDDEN_WAIT_MS = 1_500;

/** Calls `announce` for each start and end worth saying, once over all tabs and reloads (I18). */
export function useAnnouncing(announce: (announcement: Announcement) => void): void {
  const session = useSession();
  const operations = useOperations();
  useEffect(() => {
    if (!isDue(session)) return;
    const timer = setTimeout(() => void inTurn(session, announce), document.hidden ? HIDDEN_WAIT_MS : 0);
    return () => clearTimeout(timer);
  }, [session, operations, announce]);
}

function isDue({ operations }: StampSession): boolean {
  const stored = operations.getSnapshot();
  const { announced } = dueAnnouncements(stored.operations, stored.announced);
  return JSON.stringify(announced) !== JSON.stringify(stored.announced);
}

/** One tab at a time, each over what the others have already said. */
async function inTurn(session: StampSession, announce: (announcement: Announcement) => void): Promise<void> {
  const speak = () => {
    session.operations.onStorage(null);
    const stored = session.operations.getSnapshot();
    const { due, announced } = dueAnnouncements(stored.operations, stored.announced);
    session.operations.updateAnnounced(announced);
    for (const announcement of due) announce(announcement);
    return Promise.resolve();
  };
  if (!("locks" in navigator)) return speak();
  await navigator.locks.request(`azsh-backup:announce:${session.stamp.id}`, speak);
}
