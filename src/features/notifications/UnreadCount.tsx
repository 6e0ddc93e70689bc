import { useEffect } from "react";
import { bellCount } from "./Bell.tsx";
import { useNotifications } from "./useNotifications.ts";

/** Tells the bell how many notifications are unread. Loaded with what announces them, after the rows. */
export function UnreadCount() {
  const { unread } = useNotifications();
  useEffect(() => bellCount.set(unread), [unread]);
  return null;
}
