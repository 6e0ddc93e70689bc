import { useEffect } from "react";
import { dueAnnouncements, type Announcement } from "../domain/transitions.ts";
import { useSession } from "../session/SessionContext.ts";
import type { StampSession } from "../session/stampSession.ts";
import { useOtherSessions } from "./useOtherSessions.ts";

/** A hidden tab waits this long, so that the visible tab announces first. */
const HIDDEN_WAIT_MS = 1_500;

type Announce = (announcement: Announcement, session: StampSession) => void;

/**
 * Calls `announce` once for each start and end, across tabs and reloads (I18): for all runs of the open stamp, and for
 * runs of other stamps that were started here. Other runs are announced when their stamp is opened.
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

/** One tab at a time; each skips what another tab has announced. */
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
