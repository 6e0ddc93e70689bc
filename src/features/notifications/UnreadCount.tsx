import { useEffect } from "react";
import { useNotifications } from "./useNotifications.ts";

/** Tells the bell how many notifications are unread. A part of its own, as the bell is on the page before the rows. */
export function UnreadCount({ onCount }: { onCount: (unread: number) => void }) {
  const { unread } = useNotifications();
  useEffect(() => onCount(unread), [onCount, unread]);
  return null;
}
