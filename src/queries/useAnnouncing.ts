import { useEffect } from "react";
import { dueAnnouncements, type Announcement } from "../domain/transitions.ts";
import { useSession } from "../session/SessionContext.ts";
import type { StampSession } from "../session/stampSession.ts";
import { useOtherSessions } from "./useOtherSessions.ts";

/** A hidden tab waits this long, so that the tab in front of the operator speaks first. */
const HIDDEN_WAIT_MS = 1_500;

type Announce = (announcement: Announcement, session: StampSession) => void;

/**
 * Calls `announce` for each start and end worth saying, once over all tabs and reloads (I18): all of the open stamp's
 * runs, and of other stamps' those that were started here. Any other run is told when its stamp is opened.
 */
export function useAnnouncing(announce: Announce): void {
  const open = useSession();
  const others = useOtherSessions();
  useEffect(() => {
    const ends = [open, ...others].map((session) => watch(session, session === open, announce));
    return () => {
      for (const end of ends) end();
    };
  }, [open, others, announce]);
}

function watch(session: StampSession, isOpen: boolean, announce: Announce): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const look = () => {
    clearTimeout(timer);
    if (!isDue(session, isOpen)) return;
    timer = setTimeout(() => void inTurn(session, isOpen, announce), document.hidden ? HIDDEN_WAIT_MS : 0);
  };
  const end = session.operations.subscribe(look);
  look();
  return () => {
    end();
    clearTimeout(timer);
  };
}

function dueOf({ operations }: StampSession, isOpen: boolean): ReturnType<typeof dueAnnouncements> {
  const stored = operations.get();
  return dueAnnouncements(stored.operations, stored.announced, ({ origin }) => isOpen || origin === "here");
}

function isDue(session: StampSession, isOpen: boolean): boolean {
  const { announced } = session.operations.get();
  return JSON.stringify(dueOf(session, isOpen).announced) !== JSON.stringify(announced);
}

/** One tab at a time, each over what the others have already said. */
async function inTurn(session: StampSession, isOpen: boolean, announce: Announce): Promise<void> {
  const speak = () => {
    session.operations.onStorage(null);
    const { due, announced } = dueOf(session, isOpen);
    session.operations.updateAnnounced(announced);
    for (const announcement of due) announce(announcement, session);
    return Promise.resolve();
  };
  if (!("locks" in navigator)) return speak();
  await navigator.locks.request(`azsh-backup:announce:${session.stamp.id}`, speak);
}
