import { isTerminal, type Operation } from "../../domain/operation.ts";
import { useSession } from "../../session/SessionContext.ts";
import { useOperations } from "../../session/useOperations.ts";
import { useStore } from "../../store.ts";
import { setPreferences, usePreferences } from "../../ui/preferences.ts";

/** The runs worth a notification, newest first, one each, and how many ended since the bell was last opened here. */
export function useNotifications(): { runs: readonly Operation[]; unread: number; markRead: () => void } {
  const { stamp, operations, now } = useSession();
  const { notificationsReadAt } = usePreferences();
  const announced = useStore(operations, (stored) => stored.announced);
  const readAt = Object.hasOwn(notificationsReadAt, stamp.id) ? (notificationsReadAt[stamp.id] ?? 0) : 0;
  const runs = useOperations().filter(({ key, kind }) => kind === "unknown" || isNews(announced[key]));
  const unread = runs.filter((run) => isTerminal(run) && run.endedAt > readAt).length;
  const markRead = () =>
    setPreferences((latest) => ({
      notificationsReadAt: { ...latest.notificationsReadAt, [stamp.id]: now() },
    }));
  return { runs, unread, markRead };
}

function isNews(said: "started" | "ended" | "oldNews" | undefined): boolean {
  return said === "started" || said === "ended";
}
