import { useEffect } from "react";
import type { Operation } from "../domain/operation.ts";
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

/** The same for runs that this console began on other stamps, while they are asked about too. */
export function useAnnouncingElsewhere(
  sessions: readonly StampSession[],
  announce: (announcement: Announcement, session: StampSession) => void,
): void {
  useEffect(() => {
    const ends = sessions.map((session) => {
      let timer: ReturnType<typeof setTimeout> | undefined;
      const speak = () => void inTurn(session, (due) => announce(due, session), isOurs);
      const look = () => {
        clearTimeout(timer);
        if (isDue(session, isOurs)) timer = setTimeout(speak, document.hidden ? HIDDEN_WAIT_MS : 0);
      };
      const unsubscribe = session.operations.subscribe(look);
      look();
      return () => {
        unsubscribe();
        clearTimeout(timer);
      };
    });
    return () => {
      for (const end of ends) end();
    };
  }, [sessions, announce]);
}

/** A fleet's schedulers all begin at once: that would be a toast for each stamp. */
function isOurs({ origin }: Operation): boolean {
  return origin === "here";
}

function isDue({ operations }: StampSession, concerns?: (operation: Operation) => boolean): boolean {
  const stored = operations.getSnapshot();
  const { announced } = dueAnnouncements(stored.operations, stored.announced, concerns);
  return JSON.stringify(announced) !== JSON.stringify(stored.announced);
}

/** One tab at a time, each over what the others have already said. */
async function inTurn(
  session: StampSession,
  announce: (announcement: Announcement) => void,
  concerns?: (operation: Operation) => boolean,
): Promise<void> {
  const speak = () => {
    session.operations.onStorage(null);
    const stored = session.operations.getSnapshot();
    const { due, announced } = dueAnnouncements(stored.operations, stored.announced, concerns);
    session.operations.updateAnnounced(announced);
    for (const announcement of due) announce(announcement);
    return Promise.resolve();
  };
  if (!("locks" in navigator)) return speak();
  await navigator.locks.request(`azsh-backup:announce:${session.stamp.id}`, speak);
}
